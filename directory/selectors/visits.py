"""Visits of mobile units as pages, calendars and lists show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.cache import expire_at
from core.formats import clock
from core.snapshot import snapshot
from core.terms import Term, terms_by_pk
from core.text import Phrase, greek
from core.when import speech
from core.words import words_of
from directory.models.choices import Status
from directory.models.mobile import TAKES_PLACE, MobileVisit, VisitState
from directory.selectors.hours import Asked

WEEKS = 8


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit; `start` and `end` are on the hub's clock. `where` is empty when only the community is known."""

    uuid: UUID
    structure: int
    unit: Phrase
    start: datetime
    end: datetime
    day: str  # «Πέμπτη 13 Μαΐου»
    date: str  # «13 Μαΐου»
    hours: str  # «10:00–13:00»
    community: Term
    where: tuple[Phrase, ...]
    state: str
    sequence: int
    notes: tuple[Phrase, ...]  # what became of it, and why

    @property
    def takes_place(self) -> bool:
        return self.state in TAKES_PLACE


def coming(asked: Asked, *, structure: int | None = None, community: int | None = None) -> tuple[Visit, ...]:
    """Visits of eight weeks from today on, cancelled and moved ones too; of one structure or community by its key."""
    expire_at(datetime.combine(asked.today + timedelta(days=1), time(), asked.zone))
    return tuple(
        visit
        for visit in _coming(asked.language, asked.today, asked.zone)
        if structure in (None, visit.structure) and community in (None, visit.community.pk)
    )


@snapshot("directory.visits", tags={"visits", "list:directory", "terms"})
def _coming(language: str, today: date, zone: ZoneInfo) -> tuple[Visit, ...]:
    """All of them: they are few, and several pages show some (four queries)."""
    first = datetime.combine(today, time(), zone)
    rows = _rows().filter(end__gt=first, start__lt=first + timedelta(weeks=WEEKS))
    with override(language):
        return read(rows, Asked(language=language, at=first, zone=zone))


def public(unit_code: str = "", community: str = "") -> QuerySet:
    """Visits of one unit or in one community, of structures that readers see, the last weeks too."""
    found = _rows()
    return found.filter(unit__code=unit_code) if unit_code else found.filter(community__slug=community)


def read(rows: Iterable[MobileVisit], asked: Asked) -> tuple[Visit, ...]:
    """These rows as visits."""
    return tuple(_visit(row, asked) for row in rows)


def to_come(asked: Asked) -> tuple[Visit, ...]:
    """Visits that are not over; notes for the cache when the first of them is."""
    found = tuple(visit for visit in coming(asked) if visit.end > asked.at)
    if found:
        expire_at(min(visit.end for visit in found))
    return found


def next_sentence(visits: Sequence[Visit], asked: Asked) -> str:
    """“Here now, until 13:00.”, “Next visit: Thursday 13 May, 10:00–13:00.”; notes when that changes."""
    real = [visit for visit in visits if visit.takes_place and visit.end > asked.at]
    if not real:
        return _("No next visit is set.")
    first = real[0]
    expire_at(first.start if first.start > asked.at else first.end)
    if first.start <= asked.at:
        until = speech(asked.language).until(first.end, asked.today)
        return _("Here now, until %(hour)s.") % {"hour": until}
    return _("Next visit: %(day)s, %(hours)s.") % {"day": first.day, "hours": first.hours}


def _rows() -> QuerySet:
    shown = MobileVisit.objects.filter(unit__structure__pages__live=True, unit__structure__sensitive=False)
    return (
        shown.exclude(unit__structure__status=Status.ENDED)
        .select_related("unit", "location", "replaced_by", "replaces")
        .prefetch_related("words", "unit__words", "location__words")
        .order_by("start", "pk")
        .distinct()
    )


def _visit(row: MobileVisit, asked: Asked) -> Visit:
    start, end = row.start.astimezone(asked.zone), row.end.astimezone(asked.zone)
    words = words_of(row.unit, asked.language)
    (community,) = terms_by_pk("community", {row.community_id}, asked.language)
    return Visit(
        uuid=row.uuid,
        structure=row.unit.structure_id,
        unit=Phrase(words.name, words.language) if words else Phrase(row.unit.code),
        start=start,
        end=end,
        day=speech(asked.language).weekday_date(start.date(), asked.today),
        date=speech(asked.language).month_day(start.date(), asked.today),
        hours=f"{clock(start)}–{clock(end)}",
        community=community,
        where=tuple(_where(row, asked)),
        state=row.state,
        sequence=row.sequence,
        notes=tuple(_notes(row, asked)),
    )


def _where(row: MobileVisit, asked: Asked) -> Iterable[Phrase]:
    place = row.location
    if place is None or place.sensitive:
        return
    street = " ".join(part for part in (place.street, place.number) if part)
    if street:
        yield Phrase(street, greek(street))
    words = words_of(place, asked.language)
    if words and words.way:
        yield Phrase(words.way, words.language)


def _notes(row: MobileVisit, asked: Asked) -> Iterable[Phrase]:
    replacement = getattr(row, "replaced_by", None)
    if row.state == VisitState.CANCELLED:
        yield Phrase(_("It does not take place."))
    elif row.state == VisitState.MOVED and replacement:
        yield Phrase(_("Moved to %(day)s.") % {"day": _day(replacement, asked)})
    elif row.state == VisitState.MOVED:
        yield Phrase(_("Moved. The new day is not known yet."))
    elif row.replaces:
        yield Phrase(_("Instead of %(day)s.") % {"day": _day(row.replaces, asked)})
    words = words_of(row, asked.language)
    if words:
        yield Phrase(words.note, words.language)


def _day(row: MobileVisit, asked: Asked) -> str:
    return speech(asked.language).weekday_date(row.start.astimezone(asked.zone).date(), asked.today)
