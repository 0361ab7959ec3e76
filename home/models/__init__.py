"""Database models of home: what it keeps itself, and its page types."""

import directory.models  # noqa: F401 -- app ready: its pages need its models whole
from home.models.alerts import Alert, AlertWords
from home.models.funding import Programme, ProgrammeWords, PublicityProfile, PublicityWords
from home.models.parts import HomePanelSetting
from home.models.parts_of_projects import (
    ProjectOutput,
    ProjectOutputWords,
    ProjectStructure,
    SubProject,
    SubProjectWords,
    WorkPackage,
    WorkPackageWords,
)
from home.models.projects import BudgetLine, BudgetNote, Project, ProjectCode, ProjectPartner, ProjectWords
from home.models.strategy import (
    ActivatedAmount,
    ActivatedAmountWords,
    DeliveryFigure,
    DeliveryFigureWords,
    FlagshipAction,
    FlagshipActionWords,
    Pillar,
    PillarWords,
    Strategy,
    StrategyFinding,
    StrategyFindingWords,
    StrategyWords,
)
from home.pages import (
    HomePage,
    ProjectIndexPage,
    ProjectPage,
    SectionPage,
    StandardPage,
    StandardPageLink,
    StandardPageStructure,
    StrategyPage,
)

__all__ = [
    "ActivatedAmount",
    "ActivatedAmountWords",
    "Alert",
    "AlertWords",
    "BudgetLine",
    "BudgetNote",
    "DeliveryFigure",
    "DeliveryFigureWords",
    "FlagshipAction",
    "FlagshipActionWords",
    "HomePage",
    "HomePanelSetting",
    "Pillar",
    "PillarWords",
    "Programme",
    "ProgrammeWords",
    "Project",
    "ProjectCode",
    "ProjectIndexPage",
    "ProjectOutput",
    "ProjectOutputWords",
    "ProjectPage",
    "ProjectPartner",
    "ProjectStructure",
    "ProjectWords",
    "PublicityProfile",
    "PublicityWords",
    "SectionPage",
    "StandardPage",
    "StandardPageLink",
    "StandardPageStructure",
    "Strategy",
    "StrategyFinding",
    "StrategyFindingWords",
    "StrategyPage",
    "StrategyWords",
    "SubProject",
    "SubProjectWords",
    "WorkPackage",
    "WorkPackageWords",
]
