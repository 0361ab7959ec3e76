"""What changes facts of the directory. Every door (form, chooser, loader) comes here; derived rows follow."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from directory import phones
from directory.hours.read import read_hours
from directory.hours.state import Timeline
from directory.models.access import AccessPoint, ContactLine, OpenInterval, Schedule
from directory.models.choices import Status
from directory.models.exceptions import Closure
from directory.models.structure import Structure
from directory.selectors.hours import hours_of

INTERVAL_DAYS = 60


class DirectoryRefused(ValidationError):
    """A change of facts that would show readers something untrue or dangerous."""

    @classmethod
    def sensitive_place(cls) -> "DirectoryRefused":
        return cls(
            _("A sensitive structure has no location. Its address must not be stored here."),
            code="sensitive_place",
        )

    @classmethod
    def no_area(cls, channel: str) -> "DirectoryRefused":
        return cls(
            _("“%(channel)s”: choose communities, or mark that it serves the whole city, not both."),
            code="area",
            params={"channel": channel},
        )

    @classmethod
    def overlapping(cls, channel: str) -> "DirectoryRefused":
        return cls(
            _("“%(channel)s”: two seasons share days. End one before the other begins."),
            code="overlap",
            params={"channel": channel},
        )


def check_structure(structure: Structure, *, today: date, short_numbers: Iterable[str] = ()) -> None:
    """Validates a structure with all it holds in memory; numbers and hours are normalised.

    Raises ValidationError: the parent's `full_clean` does not reach its children.
    """
    for point in structure.access_points.all():
        check_access_point(point, sensitive=structure.sensitive, today=today, short_numbers=short_numbers)


def check_access_point(
    point: AccessPoint, *, sensitive: bool, today: date, short_numbers: Iterable[str] = ()
) -> None:
    """One access point with its lines and schedules. Raises ValidationError."""
    if sensitive and point.location_id:
        raise DirectoryRefused.sensitive_place()
    if point.citywide == bool(list(point.communities.all())):
        raise DirectoryRefused.no_area(point.get_channel_display())
    for line in point.lines.all():
        line.number = phones.parse(line.number, short_numbers=short_numbers)
    schedules = list(point.schedules.all())
    for schedule in schedules:
        check_schedule(schedule, today=today)
    for place, schedule in enumerate(schedules):
        if any(schedule.overlaps(other) for other in schedules[place + 1 :]):
            raise DirectoryRefused.overlapping(point.get_channel_display())


def check_schedule(schedule: Schedule, *, today: date) -> None:
    """The texts of a schedule as they are stored. Raises HoursRefused."""
    for field in ("osm", "booking_osm"):
        typed = getattr(schedule, field)
        if typed:
            setattr(schedule, field, read_hours(typed, today=today))


@transaction.atomic
def save_structure(
    structure: Structure, *, at: datetime, zone: ZoneInfo, short_numbers: Iterable[str] = ()
) -> Structure:
    """Saves a structure with everything it holds, then what is derived from it. Raises ValidationError."""
    check_structure(structure, today=at.astimezone(zone).date(), short_numbers=short_numbers)
    structure.full_clean(exclude=["slug"] if structure.pk else None)
    structure.save()
    rebuild_intervals(structure.access_points.all(), at=at, zone=zone)
    return structure


def rebuild_intervals(points: Iterable[AccessPoint], *, at: datetime, zone: ZoneInfo) -> int:
    """Open intervals of access points for the coming 60 days; how many there are now."""
    ids = [point.pk for point in points]
    kept = (
        AccessPoint.objects.filter(pk__in=ids, structure__status=Status.ACTIVE)
        .select_related("structure__organisation__parent")
        .prefetch_related("schedules")
    )
    closures = tuple(Closure.objects.prefetch_related("words"))
    first = at.astimezone(zone).date()
    rows = [
        row
        for point in kept
        for row in _intervals(point, Timeline(hours_of(point, point.structure, closures), zone), first)
    ]
    with transaction.atomic():
        OpenInterval.objects.filter(access_point__in=ids).delete()
        OpenInterval.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def rebuild_all_intervals(*, at: datetime, zone: ZoneInfo) -> int:
    """All of them: nightly, and after a closure or holiday changed."""
    return rebuild_intervals(AccessPoint.objects.all(), at=at, zone=zone)


def _intervals(point: AccessPoint, timeline: Timeline, first: date) -> Iterable[OpenInterval]:
    """Neighbouring stretches of the same state are one row."""
    last: OpenInterval | None = None
    for stretch in timeline.stretches(first - timedelta(days=1), first + timedelta(days=INTERVAL_DAYS)):
        if last and last.kind == stretch.state and last.end >= stretch.start:
            last.end = max(last.end, stretch.end)
            continue
        if last:
            yield last
        last = OpenInterval(access_point=point, start=stretch.start, end=stretch.end, kind=stretch.state)
    if last:
        yield last


def add_line(point: AccessPoint, typed: str, *, short_numbers: Iterable[str] = (), **fields) -> ContactLine:
    """A line of an access point, its number read as people write it. Raises PhoneRefused."""
    line = ContactLine(access_point=point, number=phones.parse(typed, short_numbers=short_numbers), **fields)
    line.full_clean()
    line.save()
    return line
