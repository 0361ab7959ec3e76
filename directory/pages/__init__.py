"""Page types of the directory."""

from directory.pages.communities import CommunitiesPage, CommunityPage
from directory.pages.coverage import CoveragePage
from directory.pages.finder import FinderPage
from directory.pages.index import DirectoryIndexPage
from directory.pages.mobile import MobileCalendarPage
from directory.pages.reference_point import ReferencePointPage
from directory.pages.structure import StructurePage

__all__ = [
    "CommunitiesPage",
    "CommunityPage",
    "CoveragePage",
    "DirectoryIndexPage",
    "FinderPage",
    "MobileCalendarPage",
    "ReferencePointPage",
    "StructurePage",
]
