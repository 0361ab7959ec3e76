"""Database models of the core, gathered from the modules of their topics."""

from core.access.models import DayKey, Spending, UsedProof
from core.cache.models import CachePurge
from core.documents.models import DocumentPage, DocumentText
from core.gone import GonePage
from core.mail.models import MailState, OutgoingMail
from core.media import Accessible, HubDocument, HubImage, HubRendition
from core.settings_models import HubSettings, HubWords
from core.taxonomy import (
    Community,
    CommunityWords,
    DocumentType,
    DocumentTypeWords,
    Need,
    NeedWords,
    SpokenLanguage,
    SpokenLanguageWords,
    TargetGroup,
    TargetGroupWords,
    Topic,
    TopicWords,
)

__all__ = [
    "Accessible",
    "CachePurge",
    "Community",
    "CommunityWords",
    "DayKey",
    "DocumentPage",
    "DocumentText",
    "DocumentType",
    "DocumentTypeWords",
    "GonePage",
    "HubDocument",
    "HubImage",
    "HubRendition",
    "HubSettings",
    "HubWords",
    "MailState",
    "Need",
    "NeedWords",
    "OutgoingMail",
    "Spending",
    "SpokenLanguage",
    "SpokenLanguageWords",
    "TargetGroup",
    "TargetGroupWords",
    "Topic",
    "TopicWords",
    "UsedProof",
]
