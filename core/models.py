"""Database models of the core, gathered from the modules of their topics."""

from core.media import Accessible, HubDocument, HubImage, HubRendition

__all__ = ["Accessible", "HubDocument", "HubImage", "HubRendition"]
