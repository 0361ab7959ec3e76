"""Entries as lists show them, in the reader's language or the one that stands in for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from wagtail.models import Page

from core.cache import collect, expire_at
from core.formats import day_long, month
from core.readable import readable
from news.models.call import Call
from news.models.entry import DatePrecision, Entry
from news.models.event import Event
from news.models.item import NewsItem
from news.states import EntryState, call_state, event_state

PARTS = ("newsitem", "call", "event")


@dataclass(frozen=True, slots=True)
class EntryCard:
    """Parameters of the `card` component. `language` is that of the words, which may be a fallback."""

    title: str
    url: str
    language: str
    kind: Any
    date: str
    date_iso: str
    text: str
    text_language: str
    state: str = ""
    state_text: str = ""
    is_open: bool = False


def pages_in(language: str) -> QuerySet[Page]:
    """One live page for each entry: in this language, or in the first one that stands in for it."""
    return readable(entry_pages(), language)


def entry_pages() -> QuerySet[Page]:
    """Pages of all entries."""
    return apps.get_model("news.EntryPage").objects.all()


def with_facts(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Pages with all that a card reads, in two queries whatever their number."""
    parts = (f"entry__{part}" for part in PARTS)
    return pages.select_related("locale", *parts).prefetch_related("entry__event__dates").defer("body")


def newest_first(pages: QuerySet[Page]) -> QuerySet[Page]:
    """By the date of the entry, the newest first."""
    return pages.order_by("-entry__date", "-entry__pk")


def card(page: Page, *, language: str, now: datetime) -> EntryCard:
    """The card of a page that was read `with_facts()`."""
    state = entry_state(page.entry, at=now, language=language)
    said, iso = entry_date(page.entry, language)
    return EntryCard(
        title=page.title,
        url=page.get_url() or "",
        language=page.locale.language_code,
        kind=kind_of(page.entry),
        date=said,
        date_iso=iso,
        text=page.summary,
        text_language=page.locale.language_code,
        state=state.light if state else "",
        state_text=state.sentence if state else "",
        is_open=bool(state and state.is_open),
    )


def cards(pages: QuerySet[Page], *, language: str, now: datetime) -> tuple[EntryCard, ...]:
    """Cards of pages in their order."""
    collect("list:news")
    return tuple(card(page, language=language, now=now) for page in with_facts(pages))


def entry_state(entry: Entry, *, at: datetime, language: str, reason: str = "", place: str = "") -> EntryState | None:
    """State of a call or an event, noted for the cache; None for news, which has none."""
    part = part_of(entry)
    if isinstance(part, Call):
        state = call_state(part, at=at, language=language, reason=reason)
    elif isinstance(part, Event):
        dates = list(part.dates.all())
        state = event_state(part, dates, at=at, language=language, reason=reason, place=place)
    else:
        return None
    if state.changes_at:
        expire_at(state.changes_at)
    return state


def part_of(entry: Entry) -> NewsItem | Call | Event:
    """The news item, call or event that an entry is; no query when it was selected along."""
    return next(part for name in PARTS if (part := getattr(entry, name, None)))


def kind_of(entry: Entry) -> Any:
    """The kind in words."""
    return part_of(entry).get_kind_display()


def entry_date(entry: Entry, language: str) -> tuple[str, str]:
    """The date in words and in ISO form; where only the month is known neither has a day."""
    if entry.date_precision == DatePrecision.MONTH:
        return month(entry.date, language), f"{entry.date:%Y-%m}"
    return day_long(entry.date, language), entry.date.isoformat()
