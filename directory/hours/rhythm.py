"""How a usual week looks, read off the coming weeks: closures and holidays of a single week do not change it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from zoneinfo import ZoneInfo

from directory.hours.state import Stretch

WEEKS = 8
WEEK = 7  # days
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Minutes open in a week on average, and weekdays open in at least half of the weeks."""

    minutes: int = 0
    days: int = 0


class Often(Enum):
    """How often something comes, when it comes regularly."""

    WEEKLY = 1
    FORTNIGHTLY = 2
    MONTHLY = 4


# Weeks between two days → how often; the first Thursday of a month comes after four weeks or five.
USUAL = {0: Often.WEEKLY, 1: Often.WEEKLY, 2: Often.FORTNIGHTLY, 4: Often.MONTHLY, 5: Often.MONTHLY}
ENOUGH = 2  # gaps from which a rhythm is heard; of two weeks alone nobody knows what follows


def how_often(days: Iterable[date]) -> Often | None:
    """The rhythm of dated visits: that of at least half of the gaps, so one that is called off changes nothing."""
    ordered = sorted(set(days))
    gaps = [USUAL.get(round((later - earlier).days / WEEK)) for earlier, later in pairwise(ordered)]
    if not gaps:
        return None
    often, times = Counter(gaps).most_common(1)[0]
    if often is None or 2 * times < len(gaps):
        return None
    # Eight weeks are shown ahead: they hold one month and a bit.
    return often if often == Often.MONTHLY or len(gaps) >= ENOUGH else None


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
