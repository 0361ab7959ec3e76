"""Texts by chance, calculated twice: by the hub and by opening-hours-py, around both changes of the clocks."""

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from directory.hours.facts import Hours, Timetable
from directory.hours.state import Timeline

ATHENS = ZoneInfo("Europe/Athens")
CHANGES = (datetime(2027, 3, 28, 1, tzinfo=UTC), datetime(2027, 10, 31, 1, tzinfo=UTC))
DOUBLED = 3  # the hour that one Sunday lacks and the other has twice: the library knows one of the two
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DATES = ("Mar-Oct ", "Oct-Mar ", "Mar 20-Apr 10 ", "Oct 15-Nov 05 ", "2027 Mar 27 ", "week 02-52/2 ", "week 01-53/2 ")
QUARTERS = 96


class Chance:
    """Texts in the grammar that editors may use, the same ones in every run."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 -- no secret

    def text(self) -> str:
        """One rule that may last through the night, or several of one day: the library errs in replaced nights."""
        more = self.chance.choice((0, 1, 1, 2))
        first = f"{self._dates()}{self._days()} {self._spans(night=not more)}"
        return "; ".join([first, *(self._rule() for _ in range(more))])

    def _rule(self) -> str:
        return f"{self._dates()}{self._days()} {'off' if self.chance.random() < 0.15 else self._spans(night=False)}"

    def _dates(self) -> str:
        return self.chance.choice(DATES) if self.chance.random() < 0.3 else ""

    def _days(self) -> str:
        first = self.chance.randrange(7)
        return self.chance.choice((
            f"{DAYS[first]}-{DAYS[(first + self.chance.randrange(1, 6)) % 7]}",
            ",".join(sorted(self.chance.sample(DAYS, 2), key=DAYS.index)),
            f"{DAYS[first]}[{self.chance.choice((1, 2, 3, 4, 5, -1))}]",
            self.chance.choice(("Sa", "Su", "Mo")),
        ))  # fmt: skip

    def _spans(self, *, night: bool) -> str:
        ends = sorted(self.chance.sample(range(QUARTERS), self.chance.choice((2, 2, 4))))
        if night and self.chance.random() < 0.5:
            ends = [*ends[1:], ends[0]]
        return ",".join(f"{_clock(a)}-{_clock(b)}" for a, b in zip(ends[::2], ends[1::2], strict=True))


def _clock(quarter: int) -> str:
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


def own_minutes(text: str, first: datetime, last: datetime) -> set[datetime]:
    """Every open minute from the first to the last by the intervals that the hub keeps."""
    hours = Hours(timetables=(Timetable("hours", osm=text, observes_holidays=False),))
    day = timedelta(days=1)
    found = set()
    for stretch in Timeline(hours, ATHENS).stretches((first - 2 * day).date(), (last + day).date()):
        moment = max(stretch.start, first)
        while moment < stretch.end and moment <= last:
            found.add(moment)
            moment += timedelta(minutes=1)
    return found


def minutes_around(change: datetime) -> dict[datetime, datetime]:
    """Each minute of eight hours with its wall clock, without the hour of which the library knows one."""
    moments = (change + timedelta(minutes=number) for number in range(-240, 240))
    walls = {moment: moment.astimezone(ATHENS).replace(tzinfo=None, fold=0) for moment in moments}
    return {moment: wall for moment, wall in walls.items() if wall.hour != DOUBLED}


def test_two_thousand_texts_open_the_same_minutes_by_two_calculations_around_the_clock_changes():
    chance, opened = Chance(2027), 0
    around = [minutes_around(change) for change in CHANGES]
    for text in (chance.text() for _ in range(2000)):
        library = OpeningHours(text)
        for walls in around:
            there = {moment for moment, wall in walls.items() if library.is_open(wall)}
            assert own_minutes(text, min(walls), max(walls)) & walls.keys() == there, text
            opened += bool(there)
    assert opened > 1000
