"""The coverage matrix: communities and the whole city × channels, counted over what is read once per process."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from core.snapshot import snapshot
from core.terms import Term, terms
from directory.hours.rhythm import Often, how_often
from directory.models.access import OpenInterval
from directory.models.choices import Channel
from directory.models.coverage import CITY, WEEK_MINUTES, CoverageSnapshot, ServedArea
from directory.models.offers import LanguageOffer
from directory.selectors.visits import Visit

CHANNELS = tuple(Channel)
# The hour that the change of the clocks takes from a week of day and night.
ALWAYS_MINUTES = WEEK_MINUTES - 60
Key = tuple[str, str]  # area, channel


class _Way(NamedTuple):
    """An access point in an area that it serves, and when its structure was checked."""

    structure: int
    point: int
    minutes: int
    days: int
    booked: bool
    checked_on: date | None


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
    opened: int = 0  # access points that an emergency of now opens, and that it closes
    closed: int = 0
    next_visit: Visit | None = None  # of a mobile unit: the one that is here, or the next that comes
    often: Often | None = None  # how often it comes


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


@dataclass(frozen=True, slots=True)
class Kept:
    """What is counted: these structures, by these of their ways in (None: by all); both by key."""

    structures: Container[int]
    points: Container[int] | None = None

    def of(self, ways: Iterable[_Way]) -> list[_Way]:
        """Those of the ways in that count."""
        found = [way for way in ways if way.structure in self.structures]
        return found if self.points is None else [way for way in found if way.point in self.points]


def coverage(
    kept: Kept,
    language: str,
    *,
    checked_since: date,
    visits: Iterable[Visit] = (),
    overridden: Mapping[int, str] | None = None,
    with_languages: bool = False,
) -> Coverage:
    """The matrix of what is kept; one query for the languages, the rest is read once per process.

    `visits` are those to come, in order; the first in each community stands in its cell. `overridden` says of
    access points whether an emergency opens or closes them now.
    """
    spoken = _languages() if with_languages else {}
    counted = {key: kept.of(ways) for key, ways in _served().items()}
    cells = {key: _cell(key[1], ways, spoken, checked_since) for key, ways in counted.items()}
    for key, ways in counted.items() if overridden else ():
        kinds = [overridden.get(way.point) for way in ways]
        cells[key] = replace(cells[key], opened=kinds.count("open"), closed=kinds.count("closed"))
    for area, found in _by_area(visits, kept.structures).items():
        cell = cells.get((area, Channel.MOBILE), Cell(Channel.MOBILE))
        often = how_often(visit.start.date() for visit in found)
        cells[area, Channel.MOBILE] = replace(cell, next_visit=found[0], often=often)
    rows = [(term.slug, term) for term in terms("community", language)]
    return Coverage(
        tuple(
            AreaRow(code, term, tuple(cells.get((code, channel), Cell(channel)) for channel in CHANNELS))
            for code, term in [*rows, (CITY, None)]
        )
    )


def serving(area: str, channel: str) -> frozenset[int]:
    """Keys of the structures that serve an area by a channel, those of the whole city among them."""
    served = _served()
    return frozenset(way.structure for each in (area, CITY) for way in served.get((each, channel), ()))


def serving_structures(area: str, channels: Collection[str]) -> QuerySet:
    """The same by any of these channels, as a subquery: in a large city they are thousands."""
    served = ServedArea.objects.filter(Q(community=None) | Q(community__slug=area), access_point__channel__in=channels)
    return served.values("access_point__structure")


def in_cell(area: str, channel: str, times: Sequence[QuerySet[OpenInterval]] = ()) -> Q:
    """Which structures a cell counts: the condition of the list that its number links to.

    With `times`, by a way in that is open in one of these intervals.
    """
    community = Q(community=None) if area == CITY else Q(community__slug=area)
    served = ServedArea.objects.filter(community, access_point__channel=channel)
    if times:
        in_time = (Q(access_point__in=intervals.values("access_point")) for intervals in times)
        served = served.filter(reduce(or_, in_time))
    return Q(pk__in=served.values("access_point__structure"))


def changes(counts: Mapping[Key, int], *, since: CoverageSnapshot, zone: Any) -> Changes:
    """What is different from a record, in the order of areas and channels."""
    before = {(area, channel): found for area, channel, found in since.cells}
    rows = tuple(
        Change(area, Channel(channel), before.get((area, channel), 0), now)
        for (area, channel), now in counts.items()
        if before.get((area, channel), 0) != now
    )
    return Changes(since.taken_at.astimezone(zone).date(), rows)


@snapshot("directory.served", tags={"list:directory", "terms"})
def _served() -> Mapping[Key, tuple[_Way, ...]]:
    """What serves each cell (one query)."""
    found: dict[Key, list[_Way]] = defaultdict(list)
    rows = ServedArea.objects.values_list(
        "community__slug", "access_point__channel", "access_point__structure", "access_point", "minutes", "days",
        "by_appointment", "access_point__structure__checked_on",
    )  # fmt: skip
    for area, channel, *facts in rows:
        found[area or CITY, channel].append(_Way(*facts))
    return {key: tuple(ways) for key, ways in found.items()}


def _by_area(visits: Iterable[Visit], structures: Container[int]) -> dict[str, list[Visit]]:
    """The visits by area, in order; to the whole city they all come."""
    found: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        if visit.takes_place and visit.structure in structures:
            found[visit.community.slug].append(visit)
            found[CITY].append(visit)
    return found


def _languages() -> Mapping[int, frozenset[str]]:
    """Codes of the languages by structure."""
    found: dict[int, set[str]] = defaultdict(set)
    for structure, code in LanguageOffer.objects.values_list("structure_id", "language__slug"):
        found[structure].add(code)
    return {structure: frozenset(codes) for structure, codes in found.items()}


def _cell(channel: str, ways: list[_Way], spoken: Mapping[int, frozenset[str]], checked_since: date) -> Cell:
    structures, checked, open_days = set(), set(), {0}
    total = always = booked = 0
    for structure, _point, minutes, days, by_appointment, checked_on in ways:  # once: there are tens of thousands
        structures.add(structure)
        if checked_on and checked_on >= checked_since:
            checked.add(structure)
        open_days.add(days)
        total += minutes
        always += minutes >= ALWAYS_MINUTES
        booked += by_appointment
    languages = {code for structure in structures for code in spoken.get(structure, ())} if spoken else ()
    return Cell(
        channel=Channel(channel),
        structures=len(structures),
        access_points=len(ways),
        minutes=total,
        days=max(open_days),
        always=always,
        by_appointment=booked,
        checked=len(checked),
        languages=tuple(sorted(languages)),
    )
