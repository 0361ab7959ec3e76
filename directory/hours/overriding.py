"""Spans of days on which an emergency replaces what the week says."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from directory.hours.facts import Hours, Override, Timetable
from directory.hours.state import Stretch, Timeline


def in_emergency(timeline: Timeline, first: date, last: date) -> tuple[Stretch, ...]:
    """The stretches that begin from one day to another, with those of emergencies in place of the usual ones."""
    usual = timeline.stretches(first, last)
    overrides = timeline.hours.overrides
    if not overrides:
        return tuple(usual)
    left = [piece for stretch in usual for piece in _outside(stretch, overrides)]
    window = (_midnight(first, timeline.zone), _midnight(last + timedelta(days=1), timeline.zone))
    # When two emergencies name the same place, the first one holds, as in Timeline.state.
    for number, override in enumerate(overrides):
        for piece in _spans(override, timeline.zone, window):
            left += _outside(piece, overrides[:number])
    return tuple(sorted(left, key=lambda stretch: stretch.start))


def _outside(stretch: Stretch, overrides: Iterable[Override]) -> list[Stretch]:
    pieces = [stretch]
    for override in overrides:
        pieces = [left for piece in pieces for left in _around(piece, override)]
    return pieces


def _around(stretch: Stretch, override: Override) -> Iterator[Stretch]:
    ends = (stretch.start, min(stretch.end, override.start)), (max(stretch.start, override.until), stretch.end)
    for start, end in ends:
        if start < end:
            yield Stretch(start.astimezone(UTC), end.astimezone(UTC), stretch.state, stretch.reason)


def _spans(override: Override, zone: ZoneInfo, window: tuple[datetime, datetime]) -> Iterator[Stretch]:
    start, until = max(override.start, window[0]), min(override.until, window[1])
    if override.kind == "closed" or start >= until:
        return
    if not override.osm:
        yield Stretch(start.astimezone(UTC), until.astimezone(UTC), "open", "emergency")
        return
    hours = Hours(timetables=(Timetable("hours", osm=override.osm, observes_holidays=False),))
    days = Timeline(hours, zone)
    first, last = start.astimezone(zone).date() - timedelta(days=1), until.astimezone(zone).date()
    for stretch in days.stretches(first, last):
        begins, ends = max(stretch.start, start), min(stretch.end, until)
        if begins < ends:
            yield Stretch(begins.astimezone(UTC), ends.astimezone(UTC), "open", "emergency")


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
