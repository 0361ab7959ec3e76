"""The coverage matrix: communities and the whole city × channels, one grouped query whatever the size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum

from core.terms import Term, terms
from directory.models.choices import Channel, Status
from directory.models.coverage import CITY, WEEK_MINUTES, CoverageSnapshot, ServedArea
from directory.models.structure import Structure

CHANNELS = tuple(Channel)
# The hour that the change of the clocks takes from a week of day and night.
ALWAYS_MINUTES = WEEK_MINUTES - 60
SPOKEN = "access_point__structure__language_offers__language__slug"
Key = tuple[str, str]  # area, channel


@dataclass(frozen=True, slots=True)
class Cell:
    """One area × channel. `minutes` are those of a usual week of all its access points; 0 is not known."""

    channel: Channel
    structures: int = 0
    access_points: int = 0
    minutes: int = 0
    days: int = 0  # of the week, at the access point that is open most
    always: int = 0  # access points that are open day and night
    by_appointment: int = 0
    checked: int = 0  # structures that were checked since the day asked for
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A community, or the whole city (`term` is None)."""

    code: str
    term: Term | None
    cells: tuple[Cell, ...]

    def cell(self, channel: str) -> Cell:
        return next(cell for cell in self.cells if cell.channel == channel)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All rows, the whole city last; cells in the order of `CHANNELS`."""

    rows: tuple[AreaRow, ...]

    @property
    def city(self) -> AreaRow:
        return self.rows[-1]

    def counts(self) -> dict[Key, int]:
        return {(row.code, cell.channel.value): cell.structures for row in self.rows for cell in row.cells}


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that differs from the last record."""

    area: str
    channel: Channel
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different since the last record was taken."""

    since: date
    rows: tuple[Change, ...] = field(default=())


def coverage(structures: QuerySet, language: str, *, checked_since: date, with_languages: bool = False) -> Coverage:
    """The matrix of these structures (a queryset of keys): one query, a second one for the languages."""
    areas = ServedArea.objects.filter(access_point__structure__in=structures)
    facts = {_key(row): row for row in _grouped(areas, checked_since)}
    spoken = _languages(areas) if with_languages else {}
    rows = [(term.slug, term) for term in terms("community", language)]
    return Coverage(
        tuple(
            AreaRow(code, term, tuple(_cell((code, channel), facts, spoken) for channel in CHANNELS))
            for code, term in [*rows, (CITY, None)]
        )
    )


def listed(language: str) -> QuerySet:
    """Keys of the structures that stand in the list of a language."""
    shown = Structure.objects.exclude(status=Status.ENDED)
    return shown.filter(pages__live=True, pages__locale__language_code=language).values("pk")


def in_cell(area: str, channel: str) -> Q:
    """Which pages of structures a cell counts: the condition of the list that its number links to."""
    community = Q(community=None) if area == CITY else Q(community__slug=area)
    served = ServedArea.objects.filter(community, access_point__channel=channel)
    return Q(structure__in=served.values("access_point__structure"))


def changes(counts: Mapping[Key, int], *, since: CoverageSnapshot, zone: Any) -> Changes:
    """What is different from a record, in the order of areas and channels."""
    before = {(area, channel): found for area, channel, found in since.cells}
    rows = tuple(
        Change(area, Channel(channel), before.get((area, channel), 0), now)
        for (area, channel), now in counts.items()
        if before.get((area, channel), 0) != now
    )
    return Changes(since.taken_at.astimezone(zone).date(), rows)


def _grouped(areas: QuerySet, checked_since: date) -> Iterable[Mapping[str, Any]]:
    structures = Count("access_point__structure", distinct=True)
    checked = Q(access_point__structure__checked_on__gte=checked_since)
    return (
        areas.order_by()
        .values("community__slug", "access_point__channel")
        .annotate(
            structures=structures,
            checked=Count("access_point__structure", distinct=True, filter=checked),
            access_points=Count("pk"),
            total=Sum("minutes"),
            most_days=Max("days"),
            always=Count("pk", filter=Q(minutes__gte=ALWAYS_MINUTES)),
            booked=Count("pk", filter=Q(by_appointment=True)),
        )
    )


def _languages(areas: QuerySet) -> dict[Key, tuple[str, ...]]:
    rows = (
        areas.filter(access_point__structure__language_offers__isnull=False)
        .order_by(SPOKEN)
        .values("community__slug", "access_point__channel", SPOKEN)
        .distinct()
    )
    found: dict[Key, tuple[str, ...]] = {}
    for row in rows:
        found[_key(row)] = (*found.get(_key(row), ()), row[SPOKEN])
    return found


def _key(row: Mapping[str, Any]) -> Key:
    return row["community__slug"] or CITY, row["access_point__channel"]


def _cell(key: Key, facts: Mapping[Key, Mapping[str, Any]], spoken: Mapping[Key, tuple[str, ...]]) -> Cell:
    channel, row = Channel(key[1]), facts.get(key)
    if row is None:
        return Cell(channel)
    return Cell(
        channel=channel,
        structures=row["structures"],
        access_points=row["access_points"],
        minutes=row["total"],
        days=row["most_days"],
        always=row["always"],
        by_appointment=row["booked"],
        checked=row["checked"],
        languages=spoken.get(key, ()),
    )
