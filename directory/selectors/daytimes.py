"""Times of day for which people look: now, in the morning, after four, at the weekend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.db.models import Case, IntegerField, Max, Q, QuerySet, When

from core.snapshot import snapshot
from directory.models.access import OpenInterval
from directory.selectors.hours import Asked

NOW = "now"
DAYS = 7
SATURDAY = 5
MIDNIGHT = time()
MOMENT = timedelta(microseconds=1)  # an interval holds its start and not its end


@dataclass(frozen=True, slots=True)
class DayTime:
    """From one hour to another (midnight ends the day), on weekdays or at the weekend."""

    weekend: bool
    begins: time
    ends: time

    def on(self, day: date, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
        """When it is on a day, if it is at all."""
        if (day.weekday() >= SATURDAY) != self.weekend:
            return None
        last = day + timedelta(days=1) if self.ends == MIDNIGHT else day
        return datetime.combine(day, self.begins, zone), datetime.combine(last, self.ends, zone)


DAYTIMES = {
    "morning": DayTime(weekend=False, begins=time(6), ends=time(12)),
    "late": DayTime(weekend=False, begins=time(16), ends=MIDNIGHT),
    "weekend": DayTime(weekend=True, begins=MIDNIGHT, ends=MIDNIGHT),
}


def open_in(value: str, asked: Asked) -> QuerySet[OpenInterval]:
    """Intervals that are open at some time of it in the coming seven days, or now."""
    stretches = [(asked.at, asked.at + MOMENT)] if value == NOW else _stretches(value, asked)
    return _until(stretches[-1][1]).filter(_meets(stretches))


def open_by_daytime(asked: Asked) -> Mapping[str, set[int]]:
    """Keys of the structures that are open at each time of day: one look at a week of intervals for all."""
    midnight = datetime.combine(asked.today, MIDNIGHT, asked.zone)
    flags = {
        value: Max(Case(When(_meets(_stretches(value, asked)), then=1), default=0, output_field=IntegerField()))
        for value in DAYTIMES
    }
    week = _until(midnight + timedelta(days=DAYS)).filter(end__gt=midnight)
    found: dict[str, set[int]] = {value: set() for value in DAYTIMES}
    for structure, *is_open in week.values_list("access_point__structure").annotate(**flags):
        for value, flag in zip(DAYTIMES, is_open, strict=True):
            if flag:
                found[value].add(structure)
    return found


def _stretches(value: str, asked: Asked) -> list[tuple[datetime, datetime]]:
    days = (asked.today + timedelta(days=number) for number in range(DAYS))
    found = (DAYTIMES[value].on(day, asked.zone) for day in days)
    return [stretch for stretch in found if stretch]


def _meets(stretches: Iterable[tuple[datetime, datetime]]) -> Q:
    return reduce(or_, (Q(start__lt=end, end__gt=start) for start, end in stretches))


def _until(end: datetime) -> QuerySet[OpenInterval]:
    """With the last end by itself, so that the index leaves out the weeks behind it."""
    return OpenInterval.objects.filter(start__lt=end, kind=OpenInterval.Kind.OPEN)


def points_open_in(values: Iterable[str], asked: Asked) -> frozenset[int]:
    """Access points that are open then (one query for now; what holds all day is kept)."""
    found = (_points(open_in(value, asked)) if value == NOW else _open_in(value, asked) for value in values)
    return frozenset().union(*found)


def is_in(values: Iterable[str], start: datetime, end: datetime, asked: Asked) -> bool:
    """Whether something that lasts from one moment to the other falls into one of them; both on the hub's clock."""
    for value in values:
        stretch = (asked.at, asked.at + MOMENT) if value == NOW else DAYTIMES[value].on(start.date(), asked.zone)
        if stretch and start < stretch[1] and end > stretch[0]:
            return True
    return False


def _open_in(value: str, asked: Asked) -> frozenset[int]:
    return _kept(value, asked.today, asked.zone)


@snapshot("directory.open_in", tags={"list:directory"})
def _kept(value: str, today: date, zone: ZoneInfo) -> frozenset[int]:
    return _points(open_in(value, Asked("", datetime.combine(today, time(), zone), zone)))


def _points(intervals: QuerySet[OpenInterval]) -> frozenset[int]:
    return frozenset(intervals.values_list("access_point", flat=True))
