"""What changes facts of the directory, and what is derived from them.

Doors to a structure: the form of the admin, its chooser, bulk actions, the demo's loader and scripts. The form
asks `check_structure` before it saves; whatever saves or deletes a row, the receivers ask for
`rebuild_intervals` when the transaction is committed (tests/directory/test_doors.py).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from core.cache import purge
from directory.areas import served_areas
from directory.hours.overriding import in_emergency
from directory.hours.read import read_hours
from directory.hours.rhythm import rhythm
from directory.hours.state import Stretch, Timeline
from directory.models.access import AccessPoint, OpenInterval
from directory.models.choices import ON_A_LINE, Status
from directory.models.coverage import ServedArea
from directory.models.exceptions import Closure
from directory.models.structure import Structure
from directory.selectors.emergencies import overrides_of, read_approved
from directory.selectors.hours import hours_of
from directory.services.parts import check_parts
from directory.services.refusals import DirectoryRefused

INTERVAL_DAYS = 60


def check_structure(structure: Structure, *, today: date) -> None:
    """Validates a structure with all it holds in memory; numbers and hours are normalised.

    Raises ValidationError: the parent's `full_clean` does not reach its children.
    """
    for point in structure.access_points.all():
        check_access_point(point, sensitive=structure.sensitive, today=today)
    check_parts(structure)


def check_access_point(point: AccessPoint, *, sensitive: bool, today: date) -> None:
    """One access point with its lines and schedules. Raises ValidationError."""
    channel = point.get_channel_display()
    communities = list(point.communities.all())
    if sensitive and point.location_id and not point.location.sensitive:
        raise DirectoryRefused.sensitive_place()
    if sensitive and communities:
        raise DirectoryRefused.sensitive_area()
    if point.citywide == bool(communities):
        raise DirectoryRefused.no_area(channel)
    lines, schedules = list(point.lines.all()), list(point.schedules.all())
    if point.channel in ON_A_LINE and not (lines or point.email or point.url):
        raise DirectoryRefused.no_line(channel)
    for row in (*lines, *schedules):
        row.clean()
    for schedule in schedules:
        if schedule.osm:
            read_hours(schedule.osm, today=today)
    for place, schedule in enumerate(schedules):
        if any(schedule.overlaps(other) for other in schedules[place + 1 :]):
            raise DirectoryRefused.overlapping(channel)


@transaction.atomic
def save_structure(structure: Structure, *, at: datetime, zone: ZoneInfo) -> Structure:
    """Saves a structure with everything it holds. Raises ValidationError and saves nothing."""
    check_structure(structure, today=at.astimezone(zone).date())
    structure.full_clean()
    structure.save()
    rebuild_intervals([structure.pk], at=at, zone=zone)
    return structure


def rebuild_intervals(structures: Iterable[int], *, at: datetime, zone: ZoneInfo) -> int:
    """Open intervals of these structures' access points for the coming 60 days; how many there are now."""
    return _rebuild(AccessPoint.objects.filter(structure__in=list(structures)), at, zone)


def rebuild_all_intervals(*, at: datetime, zone: ZoneInfo) -> int:
    """All of them: nightly, and after a closure or a holiday changed."""
    return _rebuild(AccessPoint.objects.all(), at, zone)


@transaction.atomic
def _rebuild(points: QuerySet[AccessPoint], at: datetime, zone: ZoneInfo) -> int:
    """Open intervals and served areas. What has ended serves nobody; what is paused is not open."""
    OpenInterval.objects.filter(access_point__in=points.values("pk")).delete()
    ServedArea.objects.filter(access_point__in=points.values("pk")).delete()
    kept = points.exclude(structure__status=Status.ENDED).select_related("structure__organisation__parent", "location")
    closures = tuple(Closure.objects.prefetch_related("words"))
    first = at.astimezone(zone).date()
    emergencies = overrides_of(read_approved())
    intervals: list[OpenInterval] = []
    areas: list[ServedArea] = []
    for point in kept.prefetch_related("schedules", "communities"):
        hours = replace(hours_of(point, point.structure, closures), overrides=emergencies.get(point.pk, ()))
        timeline = Timeline(hours, zone)
        intervals += _intervals(point, _open(point, timeline, first))
        areas += served_areas(point, rhythm(_usual(point, timeline, first), first, zone))
    OpenInterval.objects.bulk_create(intervals, batch_size=500)
    ServedArea.objects.bulk_create(areas, batch_size=500)
    purge("list:directory")
    return len(intervals)


def _usual(point: AccessPoint, timeline: Timeline, first: date) -> tuple[Stretch, ...]:
    """As the week says: an emergency of some days changes no usual week."""
    if point.structure.status != Status.ACTIVE:
        return ()
    return tuple(timeline.stretches(first, first + timedelta(days=INTERVAL_DAYS)))


def _open(point: AccessPoint, timeline: Timeline, first: date) -> tuple[Stretch, ...]:
    """As it will be; yesterday's nights reach into today. What is paused opens in an emergency alone."""
    begins, ends = first - timedelta(days=1), first + timedelta(days=INTERVAL_DAYS)
    stretches = in_emergency(timeline, begins, ends)
    if point.structure.status == Status.ACTIVE:
        return stretches
    return tuple(stretch for stretch in stretches if stretch.reason == "emergency")


def _intervals(point: AccessPoint, stretches: Iterable[Stretch]) -> Iterable[OpenInterval]:
    """Neighbouring stretches of the same state are one row."""
    last: OpenInterval | None = None
    for stretch in stretches:
        if last and last.kind == stretch.state and last.end >= stretch.start:
            last.end = max(last.end, stretch.end)
            continue
        if last:
            yield last
        last = OpenInterval(access_point=point, start=stretch.start, end=stretch.end, kind=stretch.state)
    if last:
        yield last
