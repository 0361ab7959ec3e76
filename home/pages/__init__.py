"""Page types of home."""

from home.pages.home import HomePage
from home.pages.standard import SectionPage, StandardPage, StandardPageLink

__all__ = ["HomePage", "SectionPage", "StandardPage", "StandardPageLink"]
