"""The few entries that stand elsewhere: on the home page, beside a structure, in the feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.db.models import Min, Q
from django.utils import timezone

from core.cache import collect
from news.models.entry import Entry
from news.models.event import Event
from news.selectors.cards import PARTS, EntryCard, cards, entry_pages, newest_first, pages_in


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of the feed. `updated` moves only when an editor says what changed for the reader."""

    entry: Entry
    title: str
    url: str
    summary: str
    body: Any
    published: datetime
    updated: datetime


def latest(language: str, *, now: datetime, count: int) -> tuple[EntryCard, ...]:
    """The newest news items."""
    pages = newest_first(pages_in(language).filter(entry__newsitem__isnull=False))
    return cards(pages[:count], language=language, now=now)


def open_calls(language: str, *, now: datetime, count: int) -> tuple[EntryCard, ...]:
    """Calls that are open at `now`, the earliest deadline first."""
    pages = pages_in(language).filter(
        entry__call__opens_at__lte=now, entry__call__closes_at__gt=now, entry__call__cancelled_on__isnull=True
    )
    return cards(pages.order_by("entry__call__closes_at")[:count], language=language, now=now)


def next_events(language: str, *, now: datetime, count: int) -> tuple[EntryCard, ...]:
    """Events that are on or ahead and not called off, the next one first."""
    ahead = Min("entry__event__dates__start", filter=Q(entry__event__dates__end__gt=now))
    pages = (
        pages_in(language)
        .filter(entry__event__state__in=[Event.State.PLANNED, Event.State.MOVED])
        .annotate(next_date=ahead)
        .filter(next_date__isnull=False)
        .order_by("next_date")
    )
    return cards(pages[:count], language=language, now=now)


def about_structure(key: str, *, language: str, now: datetime, count: int) -> tuple[EntryCard, ...]:
    """The newest entries about a structure of the directory."""
    pages = newest_first(pages_in(language).filter(entry__structures__key=key))
    return cards(pages[:count], language=language, now=now)


def structures_of(entry: Entry) -> tuple[str, ...]:
    """Keys of the structures that an entry is about."""
    return tuple(entry.structures.values_list("key", flat=True))


def feed_entries(language: str, *, topic: str = "", count: int) -> Iterable[FeedEntry]:
    """The newest pages of a language with their whole text; `topic` is a key or empty."""
    collect("list:news")
    pages = (
        entry_pages()
        .filter(locale__language_code=language, live=True, alias_of__isnull=True)
        .select_related("locale", *(f"entry__{part}" for part in PARTS))
    )
    if topic:
        pages = pages.filter(entry__topics__slug=topic)
    for page in newest_first(pages)[:count]:
        day = timezone.make_aware(datetime.combine(page.entry.date, time(0)))
        changed = page.last_published_at if page.change_note else None
        yield FeedEntry(
            entry=page.entry,
            title=page.title,
            url=page.get_url() or "",
            summary=page.summary,
            body=page.body,
            published=day,
            updated=max(day, changed or day),
        )
