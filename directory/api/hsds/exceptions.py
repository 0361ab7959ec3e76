"""Days on which rows of a schedule do not hold: holidays, closures, special hours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from directory.api.hsds.periods import AHEAD, DAY, Period
from directory.hours.days import OpenSpan, in_force, plan, rules_of, spans_of
from directory.hours.facts import Hours, Timetable
from directory.hours.holidays import HolidayCalendar, Names


@dataclass(frozen=True, slots=True)
class Exceptional:
    """Days in a row with the same other hours (none: closed) for the same reason."""

    days: Period
    spans: tuple[tuple[int, int], ...]
    reason: Names

    @property
    def state(self) -> str:
        return "special" if self.spans else "closed"


@dataclass(frozen=True, slots=True, eq=False)
class Exceptions:
    """Exceptional days in order. Each is equal to itself alone, so that what follows from it can be kept by it."""

    days: tuple[Exceptional, ...] = ()


NONE = Exceptions()


def exceptions(hours: Hours, today: date) -> Exceptions:
    """What is other than the week says in the coming twelve months; without closures the same for the same hours."""
    always = replace(hours, status="active", valid_from=None, valid_to=None)
    if always.breaks:
        return Exceptions(_exceptions(always, today))
    return _on_holidays(always.timetables, always.calendar, today)


@lru_cache(maxsize=2048)
def _on_holidays(timetables: tuple[Timetable, ...], calendar: HolidayCalendar, today: date) -> Exceptions:
    return Exceptions(_exceptions(Hours(timetables=timetables, calendar=calendar), today))


def _exceptions(hours: Hours, today: date) -> tuple[Exceptional, ...]:
    window = Period(today, today + AHEAD)
    days = set(hours.calendar.between(window.first, window.last))
    for row in hours.breaks:
        touched = Period(row.first, row.last).within(window)
        days.update(touched.days() if touched else ())
    return tuple(_joined(found for day in sorted(days) for found in _exceptional(hours, day)))


def _exceptional(hours: Hours, day: date) -> Iterator[Exceptional]:
    timetable = in_force(hours, day)
    if timetable is None or timetable.kind not in ("hours", "always"):
        return
    text = "24/7" if timetable.kind == "always" else timetable.osm
    usual = tuple(
        (span.start, span.end) for span, kind in spans_of(rules_of(text), day, holiday=False) if kind == "open"
    )
    planned = plan(hours, day)
    spans = tuple((span.start, span.end) for span in planned.spans if _is_open(span))
    if spans != usual:
        reason: Mapping[str, str] = planned.holiday or (planned.closure.reason if planned.closure else {})
        yield Exceptional(Period(day, day), spans, reason)


def _is_open(span: OpenSpan) -> bool:
    return span.state == "open"


def _joined(found: Iterator[Exceptional]) -> Iterator[Exceptional]:
    last: Exceptional | None = None
    for each in found:
        if last and (each.spans, each.reason) == (last.spans, last.reason) and each.days.first == last.days.last + DAY:
            last = replace(last, days=Period(last.days.first, each.days.last))
            continue
        if last:
            yield last
        last = each
    if last:
        yield last
