"""What is derived from hours: when each way in is open in the coming weeks, and which areas it serves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import QuerySet

from core import bulk
from core.cache import purge
from directory.areas import served_areas
from directory.hours.facts import Hours
from directory.hours.overriding import in_emergency
from directory.hours.rhythm import Rhythm, rhythm
from directory.hours.state import Stretch, Timeline
from directory.models.access import AccessPoint, OpenInterval
from directory.models.choices import Status
from directory.models.coverage import ServedArea
from directory.models.exceptions import Closure
from directory.selectors.emergencies import overrides_of, read_approved
from directory.selectors.hours import hours_of
from directory.selectors.organisations import bodies_above
from directory.selectors.rows import hours_and_communities

INTERVAL_DAYS = 60
PIECE = 500
# Of the ORM each of a quarter of a million rows would be an object, and each of its values a piece of SQL.
INSERT = f"""INSERT INTO {OpenInterval._meta.db_table} (access_point_id, start, "end", kind) VALUES (%s, %s, %s, %s)"""  # noqa: S608 -- names of our own tables
COPY = f"""
    INSERT INTO {OpenInterval._meta.db_table} (access_point_id, start, "end", kind)
    SELECT point.id, known.start, known."end", known.kind
    FROM {AccessPoint._meta.db_table} point JOIN {OpenInterval._meta.db_table} known ON known.access_point_id = %s
    WHERE point.id IN ({{}})
"""  # noqa: S608 -- names of our own tables


def rebuild_intervals(structures: Iterable[int], *, at: datetime, zone: ZoneInfo) -> int:
    """Open intervals of these structures' access points for the coming 60 days; how many there are now."""
    keys, weeks, built = list(structures), _Weeks(at, zone), 0
    with transaction.atomic():
        for start in range(0, len(keys), PIECE):
            points = AccessPoint.objects.filter(structure__in=keys[start : start + PIECE])
            built += _rebuild(points, weeks)
        purge("list:directory")
    return built


def rebuild_all_intervals(*, at: datetime, zone: ZoneInfo) -> int:
    """All of them: nightly, and after a closure or a holiday changed."""
    structures = AccessPoint.objects.order_by("structure_id").values_list("structure_id", flat=True).distinct()
    return rebuild_intervals(structures, at=at, zone=zone)


@dataclass(frozen=True, slots=True, eq=False)
class _Week:
    """What follows from hours: neighbouring stretches of the same state joined, and the usual rhythm."""

    intervals: tuple[tuple[datetime, datetime, str], ...]
    rhythm: Rhythm


class _Weeks:
    """The coming weeks of hours; the same hours are worked out once, and a city has some hundred different ones."""

    def __init__(self, at: datetime, zone: ZoneInfo) -> None:
        self._first, self._zone = at.astimezone(zone).date(), zone
        self._closures = tuple(Closure.objects.prefetch_related("words"))
        self._above = bodies_above()
        self._emergencies = overrides_of(read_approved())
        self._known: dict[Any, _Week] = {}

    def of(self, point: AccessPoint) -> _Week:
        above = self._above[point.structure.organisation_id]
        hours = hours_of(point, point.structure, self._closures, above=above)
        hours = replace(hours, overrides=self._emergencies.get(point.pk, ()))
        breaks = tuple((row.level, row.first, row.last, row.kind, row.osm) for row in hours.breaks)
        span = (hours.status, hours.valid_from, hours.valid_to)
        key = (hours.timetables, breaks, hours.overrides, hours.owner, span)
        if key not in self._known:
            self._known[key] = self._work_out(hours)
        return self._known[key]

    def _work_out(self, hours: Hours) -> _Week:
        timeline = Timeline(hours, self._zone)
        # Yesterday's nights reach into today.
        days = (self._first - timedelta(days=1), self._first + timedelta(days=INTERVAL_DAYS))
        coming = in_emergency(timeline, *days)
        if hours.status != Status.ACTIVE:  # what is paused opens in an emergency alone
            return _Week(tuple(_joined(each for each in coming if each.reason == "emergency")), Rhythm())
        # An emergency of some days changes no usual week.
        usual = timeline.stretches(*days) if hours.overrides else coming
        return _Week(tuple(_joined(coming)), rhythm(usual, self._first, self._zone))


def _rebuild(points: QuerySet[AccessPoint], weeks: _Weeks) -> int:
    """Open intervals and served areas. What has ended serves nobody; what is paused is not open."""
    found = list(points.select_related("structure", "location"))
    keys = [point.pk for point in found]
    for derived in (OpenInterval, ServedArea):
        rows = derived._base_manager.filter(access_point__in=keys)
        rows._raw_delete(rows.db)
    together: dict[_Week, list[int]] = defaultdict(list)
    areas: list[ServedArea] = []
    kept = [point for point in found if point.structure.status != Status.ENDED]
    communities = hours_and_communities(kept)
    for point in kept:
        week = weeks.of(point)
        together[week].append(point.pk)
        areas += served_areas(point, communities[point.pk], week.rhythm)
    _write(together)
    ServedArea.objects.bulk_create(areas, batch_size=bulk.BATCH)
    return sum(len(week.intervals) * len(points) for week, points in together.items())


def _write(together: Mapping[_Week, list[int]]) -> None:
    """The intervals of one access point for each week; the database copies them for those that are open alike."""
    moment = connection.ops.adapt_datetimefield_value
    firsts = [
        (points[0], moment(start), moment(end), kind)
        for week, points in together.items()
        for start, end, kind in week.intervals
    ]
    with connection.cursor() as cursor:
        cursor.executemany(INSERT, firsts)
        for week, (first, *others) in together.items():
            if others and week.intervals:
                cursor.execute(COPY.format(", ".join(["%s"] * len(others))), [first, *others])


def _joined(stretches: Iterable[Stretch]) -> Iterable[tuple[datetime, datetime, str]]:
    """Neighbouring stretches of the same state are one."""
    last: tuple[datetime, datetime, str] | None = None
    for each in stretches:
        if last and last[2] == each.state and last[1] >= each.start:
            last = (last[0], max(last[1], each.end), each.state)
            continue
        if last:
            yield last
        last = (each.start, each.end, each.state)
    if last:
        yield last
