"""What the page of one entry says beside its own words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, F, Q, Subquery, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.cache import collect
from core.formats import clock, day_long, money, phone
from core.hub import Link
from core.languages import listed
from core.terms import Term, terms_by_pk
from news.models.call import Call
from news.models.entry import Entry
from news.models.event import Event, EventDate
from news.models.item import NewsItem
from news.selectors.cards import (
    PARTS,
    EntryCard,
    cards,
    entry_date,
    entry_state,
    kind_of,
    newest_first,
    pages_in,
    part_of,
)
from news.states import EntryState

RELATED = 3
TERM_FIELDS = {"need": "needs", "group": "groups", "community": "communities", "topic": "topics"}
TERM_LABELS = {
    "need": _("Need"),
    "group": _("For whom"),
    "community": _("Municipal community"),
    "topic": _("Topic"),
}


@dataclass(frozen=True, slots=True)
class FactLine:
    """A line of the `facts` component: a term with one text, which may be a link, or with several values."""

    term: Any
    text: str = ""
    url: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """Facts around the words of an entry. `older` and `newer` are of the same kind and language."""

    part: NewsItem | Call | Event
    kind: Any
    date: str
    date_iso: str
    state: EntryState | None
    facts: tuple[FactLine, ...]
    sources: tuple[Any, ...] = ()
    related: tuple[EntryCard, ...] = ()
    older: Link | None = field(default=None)
    newer: Link | None = field(default=None)
    communities: frozenset[int] = frozenset()


def entry_with_facts(pk: int) -> Entry:
    """An entry with its part and the dates of an event."""
    return Entry.objects.select_related(*PARTS).prefetch_related("event__dates").get(pk=pk)


def entry_detail(
    page: Page, entry: Entry, *, language: str, now: datetime, reason: str = "", place: str = ""
) -> EntryDetail:
    """The detail of an entry read by `entry_with_facts()`; `reason` and `place` are words of its page."""
    collect(*entry.cache_tags(), "terms")
    terms = _terms(entry, language)
    said, iso = entry_date(entry, language)
    older, newer = _neighbours(page, entry)
    return EntryDetail(
        part=part_of(entry),
        kind=kind_of(entry),
        date=said,
        date_iso=iso,
        state=entry_state(entry, at=now, language=language, reason=reason, place=place),
        facts=(*_part_facts(part_of(entry), language, place), *_term_facts(terms)),
        sources=entry.source_list(),
        related=_related(entry, terms, language=language, now=now),
        older=older,
        newer=newer,
        communities=frozenset(term.pk for term in terms if term.kind == "community"),
    )


def _part_facts(part: NewsItem | Call | Event, language: str, place: str) -> Iterable[FactLine]:
    if isinstance(part, Call):
        yield FactLine(_("Opens"), _moment(part.opens_at, language))
        yield FactLine(_("Deadline"), _moment(part.closes_at, language))
        if part.budget is not None:
            yield FactLine(_("Budget"), money(part.budget, language))
    if isinstance(part, Event):
        yield FactLine(_("When"), lines=tuple(_dates(part.dates.all(), language)))
        if place or part.address:
            yield FactLine(_("Where"), listed((place, part.address), language))
        if part.registration_phone:
            yield FactLine(_("Registration"), phone(part.registration_phone), f"tel:{part.registration_phone}")


def _moment(moment: datetime, language: str) -> str:
    local = timezone.localtime(moment)
    return listed((day_long(local, language), clock(local)), language)


def _dates(dates: Iterable[EventDate], language: str) -> Iterable[str]:
    for each in dates:
        start, end = timezone.localtime(each.start), timezone.localtime(each.end)
        until = clock(end) if _same_day(start.date(), end) else _moment(end, language)
        yield day_long(start, language) if each.all_day else f"{_moment(start, language)}–{until}"


def _same_day(day: date, end: datetime) -> bool:
    return end.date() == day


def _term_facts(terms: Iterable[Term]) -> Iterable[FactLine]:
    for kind, label in TERM_LABELS.items():
        names = tuple(term.name for term in terms if term.kind == kind)
        if names:
            yield FactLine(label, lines=names)


def _terms(entry: Entry, language: str) -> tuple[Term, ...]:
    """Needs, groups, communities and topics of an entry, in one query."""
    branches = [
        field.remote_field.through.objects.filter(entry=entry)
        .annotate(kind=Value(kind, output_field=CharField()), term=F(f"{field.m2m_reverse_field_name()}_id"))
        .values_list("kind", "term")
        for kind, field in ((kind, Entry._meta.get_field(name)) for kind, name in TERM_FIELDS.items())
    ]
    chosen: dict[str, set[int]] = {kind: set() for kind in TERM_FIELDS}
    for kind, pk in branches[0].union(*branches[1:], all=True):
        chosen[kind].add(pk)
    return tuple(term for kind, pks in chosen.items() for term in terms_by_pk(kind, pks, language))


def _related(entry: Entry, terms: Iterable[Term], *, language: str, now: datetime) -> tuple[EntryCard, ...]:
    """The newest entries with a need, community or topic in common."""
    same = Q()
    for term in terms:
        if term.kind != "group":
            same |= Q(**{TERM_FIELDS[term.kind]: term.pk})
    if not same:
        return ()
    alike = Entry.objects.filter(same).exclude(pk=entry.pk).values("pk")
    pages = newest_first(pages_in(language).filter(entry__in=alike))
    return cards(pages[:RELATED], language=language, now=now)


def _neighbours(page: Page, entry: Entry) -> tuple[Link | None, Link | None]:
    """The page before and the page after in time, in one query."""
    same = type(page).objects.live().filter(locale_id=page.locale_id)
    here = {"entry__date": entry.date}
    before = same.filter(Q(entry__date__lt=entry.date) | Q(**here, entry__pk__lt=entry.pk))
    after = same.filter(Q(entry__date__gt=entry.date) | Q(**here, entry__pk__gt=entry.pk))
    older = before.order_by("-entry__date", "-entry__pk").values("pk")[:1]
    newer = after.order_by("entry__date", "entry__pk").values("pk")[:1]
    found = Page.objects.filter(Q(pk=Subquery(older)) | Q(pk=Subquery(newer))).select_related("locale")
    links: dict[bool, Link] = {}
    for each in found.annotate(is_newer=Q(pk=Subquery(newer))):
        links[bool(each.is_newer)] = Link(each.title, each.get_url() or "")
    return links.get(False), links.get(True)
