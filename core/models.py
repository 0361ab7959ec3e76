"""Database models of the core, gathered from the modules of their topics."""

from core.cache.models import CachePurge
from core.media import Accessible, HubDocument, HubImage, HubRendition

__all__ = ["Accessible", "CachePurge", "HubDocument", "HubImage", "HubRendition"]
