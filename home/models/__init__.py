"""Database models of home: what it keeps itself, and its page types."""

from home.models.alerts import Alert, AlertWords
from home.models.funding import Programme, ProgrammeWords, PublicityProfile, PublicityWords
from home.models.parts import HomePanelSetting
from home.pages import HomePage, SectionPage, StandardPage, StandardPageLink

__all__ = [
    "Alert",
    "AlertWords",
    "HomePage",
    "HomePanelSetting",
    "Programme",
    "ProgrammeWords",
    "PublicityProfile",
    "PublicityWords",
    "SectionPage",
    "StandardPage",
    "StandardPageLink",
]
