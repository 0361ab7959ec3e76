"""What emergencies change in the hours of a way in: dated rows of their own, and exceptions to the usual ones."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from core.languages import codes
from directory.api.hsds.exceptions import Exceptional
from directory.api.hsds.identity import derived
from directory.api.hsds.periods import DAY, Period
from directory.api.hsds.reading import Reading
from directory.api.hsds.weekly import LAST_MINUTE, clock
from directory.hours.facts import Hours, Override
from directory.hours.overriding import in_emergency
from directory.hours.rules import DAY_MINUTES
from directory.hours.state import Timeline
from directory.hours.words import named, sentences
from directory.models.access import AccessPoint
from directory.selectors.emergencies import overrides

MINUTE = timedelta(minutes=1)


def in_emergencies(point: AccessPoint, hours: Hours, zone: ZoneInfo) -> tuple[Exceptional, ...]:
    """A day each, with what is open on it instead of the usual; all approved emergencies that are not over."""
    changed = overrides().get(point.pk, ())
    if not changed:
        return ()
    days = sorted({day for override in changed for day in _days(override, zone)})
    # While it is paused or before it begins, nothing but the emergency opens it.
    timetables = hours.timetables if hours.status == "active" else ()
    timeline = Timeline(replace(hours, timetables=timetables, overrides=changed), zone)
    return tuple(Exceptional(Period(day, day), tuple(_spans(timeline, day)), _reason()) for day in days)


def emergency_rows(point: AccessPoint, found: tuple[Exceptional, ...], to: Reading) -> Iterator[dict[str, Any]]:
    """One row for each span of each day, from that day to that day."""
    zone = to.asked.zone
    for each in found:
        for start, end in each.spans:
            day = each.days.first.isoformat()
            yield {
                "id": derived(point.uuid, f"emergency|{day}|{start}|{end}"),
                "opens_at": clock(start, each.days.first, zone),
                "closes_at": clock(min(end, LAST_MINUTE), each.days.first, zone),
                "valid_from": day,
                "valid_to": day,
                "notes": named(each.reason, to.language),
                "x-emergency": True,
            }


def _days(override: Override, zone: ZoneInfo) -> Iterator[date]:
    first, last = (moment.astimezone(zone).date() for moment in (override.start, override.until - MINUTE))
    return Period(first, last).days()


def _spans(timeline: Timeline, day: date) -> Iterator[tuple[int, int]]:
    """Minutes of this day that are open; what began the night before is cut at its midnight."""
    for stretch in in_emergency(timeline, day - DAY, day):
        start, end = (_minutes(timeline.local(moment), day) for moment in (stretch.start, stretch.end))
        if stretch.state == "open" and start < DAY_MINUTES and end > 0:
            yield max(start, 0), min(end, DAY_MINUTES)


def _minutes(local: datetime, day: date) -> int:
    return (local.date() - day).days * DAY_MINUTES + local.hour * 60 + local.minute


def _reason() -> dict[str, str]:
    return {code: sentences(code)["emergency"] for code in codes()}
