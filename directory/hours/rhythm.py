"""How a usual week looks, read off the coming weeks: closures and holidays of a single week do not change it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from directory.hours.state import Stretch

WEEKS = 8
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Minutes open in a week on average, and weekdays open in at least half of the weeks."""

    minutes: int = 0
    days: int = 0


def rhythm(stretches: Iterable[Stretch], first: date, zone: ZoneInfo) -> Rhythm:
    """The rhythm of the eight weeks from `first`. A stretch belongs to the local day on which it begins."""
    last = first + timedelta(weeks=WEEKS)
    minutes = 0
    dates: dict[int, set[date]] = defaultdict(set)
    for stretch in stretches:
        day = stretch.start.astimezone(zone).date()
        if stretch.state == "open" and first <= day < last:
            minutes += (stretch.end - stretch.start) // MINUTE
            dates[day.weekday()].add(day)
    return Rhythm(round(minutes / WEEKS), sum(1 for found in dates.values() if 2 * len(found) >= WEEKS))
