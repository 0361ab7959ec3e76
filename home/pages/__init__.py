"""Page types of home."""

from home.pages.announcements import AnnouncementsPage
from home.pages.home import HomePage
from home.pages.legal import LegalPage
from home.pages.projects import ProjectIndexPage, ProjectPage
from home.pages.standard import SectionPage, StandardPage, StandardPageLink, StandardPageStructure
from home.pages.strategy import StrategyPage

__all__ = [
    "AnnouncementsPage",
    "HomePage",
    "LegalPage",
    "ProjectIndexPage",
    "ProjectPage",
    "SectionPage",
    "StandardPage",
    "StandardPageLink",
    "StandardPageStructure",
    "StrategyPage",
]
