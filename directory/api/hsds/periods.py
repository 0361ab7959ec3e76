"""Days between two clock changes: within one, an hour of the wall clock has one offset."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

AHEAD = timedelta(days=365)
# Longer than the longest stretch between two clock changes of a zone that has them.
BACK = timedelta(days=400)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both included."""

    first: date
    last: date

    def days(self) -> Iterator[date]:
        return (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))

    def within(self, other: "Period") -> "Period | None":
        """The days that both have."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None


@lru_cache(maxsize=8)
def periods(today: date, zone: ZoneInfo) -> tuple[Period, ...]:
    """The whole periods that the coming year touches, so that rows keep their ids from day to day.

    Each begins with the day of a clock change; a zone without any gets calendar years.
    """
    changes = clock_changes(today, zone)
    if not changes:
        years = range(today.year, (today + AHEAD).year + 1)
        return tuple(Period(date(year, 1, 1), date(year, 12, 31)) for year in years)
    pairs = pairwise(changes)
    spans = (Period(first, following - DAY) for first, following in pairs)
    return tuple(span for span in spans if span.last >= today and span.first <= today + AHEAD)


@lru_cache(maxsize=8)
def clock_changes(today: date, zone: ZoneInfo) -> tuple[date, ...]:
    """The days around today on which the clocks change."""
    around = Period(today - BACK, today + AHEAD + BACK)
    return tuple(day for day in around.days() if offset(day, 0, zone) != offset(day + DAY, 0, zone))


def offset(day: date, minutes: int, zone: ZoneInfo) -> timedelta:
    """How far the wall clock is before UTC at a time of a day; of a doubled hour the first."""
    moment = datetime.combine(day, time(minutes // 60, minutes % 60), zone)
    return moment.utcoffset() or timedelta()
