"""What belongs together in two apps that do not know each other: news and structures."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from core.cache import collect
from core.hooks import RelatedCard
from core.readable import readable
from directory.models.structure import Structure
from news.models.entry import Entry
from news.selectors import about_structure, structures_of

MOST = 3


def related(thing: Any, language: str, now: datetime) -> list[RelatedCard]:
    """Structures of a piece of news, news of a structure, nothing for anything else."""
    if isinstance(thing, Entry):
        return structures_of_entry(thing, language)
    if isinstance(thing, Structure):
        return news_of_structure(thing, language, now)
    return []


def structures_of_entry(entry: Entry, language: str) -> list[RelatedCard]:
    """Pages of the structures that an entry names, in two queries."""
    keys = structures_of(entry)
    if not keys:
        return []
    collect("list:directory")
    pages = readable(apps.get_model("directory.StructurePage").objects.all(), language)
    return [
        RelatedCard(page.title, page.get_url() or "", _("Structure"), page.locale.language_code, page.summary)
        for page in pages.filter(structure__slug__in=keys).select_related("locale").order_by("title")
    ]


def news_of_structure(structure: Structure, language: str, now: datetime) -> list[RelatedCard]:
    """The newest news about a structure, in at most two queries."""
    return [
        RelatedCard(card.title, card.url, card.kind, card.language, card.text)
        for card in about_structure(structure.slug, language=language, now=now, count=MOST)
    ]
