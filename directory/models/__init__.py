"""Database models of the directory, then its page types (so that Django finds them)."""

import directory.models.withheld  # noqa: F401 -- Django finds the table; nobody gets its name
from directory.models.access import AccessPoint, AccessPointWords, ContactLine, OpenInterval, Schedule
from directory.models.accessibility import AccessibilityFact, AccessibilityFactWords
from directory.models.activation import (
    Activation,
    ActivationLog,
    ActivationOverride,
    ActivationPlan,
    ActivationWords,
    DrillReminder,
    PlanOverride,
)
from directory.models.conditions import EligibilityRule, EligibilityRuleWords, RequiredDocument
from directory.models.contact import ContactRequest
from directory.models.coverage import CoverageSnapshot, ServedArea
from directory.models.exceptions import Closure, ClosureWords, HolidayRule, HolidayWords
from directory.models.finder import FinderAnswer, FinderAnswerWords, FinderQuestion, FinderQuestionWords
from directory.models.importing import ImportRun
from directory.models.importing_profiles import ImportedKey, ImportProfile
from directory.models.landmark import Landmark, LandmarkWords
from directory.models.links import StructureLink
from directory.models.mobile import MobileUnit, MobileUnitWords, MobileVisit, MobileVisitWords
from directory.models.offers import LanguageOffer
from directory.models.organisation import Organisation, OrganisationWords
from directory.models.outline import CommunityOutline
from directory.models.place import Location, LocationWords
from directory.models.structure import Structure
from directory.models.verification import CheckLetter, ProposedChange, ReaderReport, Verification
from directory.pages import (
    CommunitiesPage,
    CommunityPage,
    CoveragePage,
    DirectoryIndexPage,
    FinderPage,
    MobileCalendarPage,
    ReferencePointPage,
    StructurePage,
)

__all__ = [
    "AccessPoint",
    "AccessPointWords",
    "AccessibilityFact",
    "AccessibilityFactWords",
    "Activation",
    "ActivationLog",
    "ActivationOverride",
    "ActivationPlan",
    "ActivationWords",
    "CheckLetter",
    "Closure",
    "ClosureWords",
    "CommunitiesPage",
    "CommunityOutline",
    "CommunityPage",
    "ContactLine",
    "ContactRequest",
    "CoveragePage",
    "CoverageSnapshot",
    "DirectoryIndexPage",
    "DrillReminder",
    "EligibilityRule",
    "EligibilityRuleWords",
    "FinderAnswer",
    "FinderAnswerWords",
    "FinderPage",
    "FinderQuestion",
    "FinderQuestionWords",
    "HolidayRule",
    "HolidayWords",
    "ImportProfile",
    "ImportRun",
    "ImportedKey",
    "Landmark",
    "LandmarkWords",
    "LanguageOffer",
    "Location",
    "LocationWords",
    "MobileCalendarPage",
    "MobileUnit",
    "MobileUnitWords",
    "MobileVisit",
    "MobileVisitWords",
    "OpenInterval",
    "Organisation",
    "OrganisationWords",
    "PlanOverride",
    "ProposedChange",
    "ReaderReport",
    "ReferencePointPage",
    "RequiredDocument",
    "Schedule",
    "ServedArea",
    "Structure",
    "StructureLink",
    "StructurePage",
    "Verification",
]
