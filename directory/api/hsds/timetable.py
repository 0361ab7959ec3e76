"""When a way in is open, as HSDS schedules."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from directory.api.hsds.emergency import emergency_rows, in_emergencies
from directory.api.hsds.exceptions import NONE, Exceptional, Exceptions, exceptions
from directory.api.hsds.identity import derived
from directory.api.hsds.periods import DAY, Period
from directory.api.hsds.reading import Reading
from directory.api.hsds.weekly import EVERY_DAY, Row, rows
from directory.api.hsds.written import told
from directory.hours.days import rules_of
from directory.hours.grammar import mentions_holidays
from directory.hours.readings import closed_on_holidays, reading
from directory.hours.words import named, sentences
from directory.models.access import AccessPoint, Schedule
from directory.models.choices import ScheduleKind
from directory.selectors.hours import closures, hours_of
from directory.selectors.organisations import organisations

REGULAR = (ScheduleKind.HOURS, ScheduleKind.ALWAYS)


def schedules(point: AccessPoint, to: Reading, attending: str = "") -> list[dict[str, Any]]:
    """Rows of all its seasons; `attending` says in words how one comes. Unknown hours have no row."""
    known = [schedule for schedule in point.schedules.all() if schedule.kind != ScheduleKind.UNKNOWN]
    above = organisations(to.language)[point.structure.organisation_id].above
    hours = hours_of(point, point.structure, closures(), above=above)
    changed = in_emergencies(point, hours, to.asked.zone)
    other = exceptions(hours, to.asked.today) if known else NONE
    if known and changed:
        other = Exceptions((*_apart(other.days, changed), *changed))
    common = {"attending_type": attending, "x-timezone": to.asked.zone.key}
    usual = (
        row
        for schedule, season in seasons(known, _life(point))
        for row in _rows(point, schedule, season, to=to, other=other)
    )
    return [told(common | row) for row in (*usual, *emergency_rows(point, changed, to))]


def seasons(named: Iterable[Schedule], life: Period) -> Iterator[tuple[Schedule, Period]]:
    """Each schedule with its days; one without dates has those that no season takes."""
    named = list(named)
    dated = sorted((_days(each), each.pk, each) for each in named if _has_dates(each))
    for days, _pk, schedule in dated:
        within = days.within(life)
        if within:
            yield schedule, within
    for schedule in named:
        if not _has_dates(schedule):
            yield from ((schedule, free) for free in _between([days for days, _pk, _each in dated], life))


def _apart(usual: Iterable[Exceptional], changed: Iterable[Exceptional]) -> Iterator[Exceptional]:
    """What is other than the week says on days without an emergency."""
    taken = {day for each in changed for day in each.days.days()}
    for each in usual:
        if taken.isdisjoint(each.days.days()):
            yield each
        else:
            yield from (replace(each, days=Period(day, day)) for day in each.days.days() if day not in taken)


def _rows(
    point: AccessPoint, schedule: Schedule, season: Period, *, to: Reading, other: Exceptions
) -> Iterator[dict[str, Any]]:
    if schedule.kind not in REGULAR:
        yield _by_appointment(point, schedule, season, to)
        return
    text = EVERY_DAY if schedule.kind == ScheduleKind.ALWAYS else schedule.osm
    said = {"description": in_words(text, schedule.observes_holidays, to.language), "x-opening-hours": text}
    for canonical, row in _regular(text, season, to.asked.today, zone=to.asked.zone, other=other, language=to.language):
        yield {**said, "id": derived(point.uuid, canonical), **row}


@lru_cache(maxsize=4096)
def _regular(
    osm: str, season: Period, today: date, *, zone: ZoneInfo, other: Exceptions, language: str
) -> tuple[tuple[str, dict[str, Any]], ...]:
    """Rows of a text by what their ids grow from; thousands of ways in have the same hours."""
    return tuple((row.canonical, _row(row, other, language)) for row in rows(osm, season, today, zone))


def _row(row: Row, other: Exceptions, language: str) -> dict[str, Any]:
    here = [each for each in other.days if any(row.holds_on(day) for day in each.days.days())]
    return {
        "freq": row.freq,
        "byday": row.byday,
        "opens_at": row.opens_at,
        "closes_at": row.closes_at,
        "valid_from": row.valid.first.isoformat(),
        "valid_to": row.valid.last.isoformat(),
        "x-exceptions": [_exception(each, language) for each in here],
    }


def _by_appointment(point: AccessPoint, schedule: Schedule, season: Period, to: Reading) -> dict[str, Any]:
    booking = in_words(schedule.booking_osm, schedule.observes_holidays, to.language) if schedule.booking_osm else ""
    return {
        "id": derived(point.uuid, f"appointment|{season.first}"),
        "description": sentences(to.language)["appointment"],
        "notes": _("Appointments are made: %(hours)s") % {"hours": booking} if booking else "",
        "valid_from": season.first.isoformat() if season.first > date.min else "",
        "valid_to": season.last.isoformat() if season.last < date.max else "",
        "x-opening-hours": schedule.booking_osm,
    }


def _exception(each: Exceptional, language: str) -> dict[str, Any]:
    return _told_exception(each.days, each.spans, each.state, named(each.reason, language))


@lru_cache(maxsize=4096)
def _told_exception(days: Period, spans: tuple[tuple[int, int], ...], state: str, reason: str) -> dict[str, Any]:
    """The same holiday closes thousands of ways in."""
    return told(
        {
            "from": days.first.isoformat(),
            "to": days.last.isoformat(),
            "state": state,
            "hours": [f"{_wall(start)}-{_wall(end)}" for start, end in spans],
            "reason": reason,
        }
    )


@lru_cache(maxsize=4096)
def in_words(osm: str, observes_holidays: bool, language: str) -> str:  # noqa: FBT001 -- a key of the cache
    """A text of hours as sentences, with what holds on holidays."""
    said = reading(osm, language)
    silent = observes_holidays and osm != EVERY_DAY and not mentions_holidays(rules_of(osm))
    return f"{said} {closed_on_holidays(language)}" if silent else said


def _life(point: AccessPoint) -> Period:
    return Period(point.structure.valid_from or date.min, point.structure.valid_to or date.max)


def _days(schedule: Schedule) -> Period:
    return Period(schedule.valid_from or date.min, schedule.valid_to or date.max)


def _has_dates(schedule: Schedule) -> bool:
    return bool(schedule.valid_from or schedule.valid_to)


def _between(taken: list[Period], life: Period) -> Iterator[Period]:
    first = life.first
    for days in taken:
        if days.first > first:
            yield Period(first, min(days.first - DAY, life.last))
        if days.last >= life.last:
            return
        first = max(first, days.last + DAY)
    yield Period(first, life.last)


def _wall(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
