"""What changes facts of the directory, and what is derived from them.

Doors to a structure: the form of the admin, its chooser, bulk actions, the demo's loader and scripts. The form
asks `check_structure` before it saves; whatever saves or deletes a row, the receivers ask for
`rebuild_intervals` when the transaction is committed (tests/directory/test_services.py).
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from directory.hours.read import read_hours
from directory.models.access import AccessPoint
from directory.models.choices import ON_A_LINE, Channel
from directory.models.structure import Structure
from directory.services.intervals import rebuild_intervals
from directory.services.parts import check_parts
from directory.services.refusals import DirectoryRefused


def check_structure(structure: Structure, *, today: date) -> None:
    """Validates a structure with all it holds in memory; numbers and hours are normalised.

    Raises ValidationError: the parent's `full_clean` does not reach its children.
    """
    for point in structure.access_points.all():
        check_access_point(point, sensitive=structure.sensitive, today=today)
    check_units(structure)
    check_parts(structure)


def check_units(structure: Structure) -> None:
    """What comes by a vehicle has one: visits are its visits. Raises ValidationError."""
    wanders = any(point.channel == Channel.MOBILE for point in structure.access_points.all())
    if wanders and not list(structure.mobile_units.all()):
        raise DirectoryRefused.no_unit()


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
