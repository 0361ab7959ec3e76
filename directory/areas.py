"""Which areas an access point serves: pure rules, for the derived rows."""

from collections.abc import Collection, Iterable

from directory.hours.rhythm import Rhythm
from directory.models.access import AccessPoint
from directory.models.choices import ScheduleKind
from directory.models.coverage import WEEK_MINUTES, ServedArea


def served_areas(point: AccessPoint, named: Collection[int], week: Rhythm) -> Iterable[ServedArea]:
    """Unsaved rows: the communities that are named or in which it stands, and the whole city where it serves it.

    A sensitive structure serves the whole city: nothing may tell in which part of it.
    """
    booked = any(row.kind == ScheduleKind.APPOINTMENT for row in point.schedules.all())
    # The hour that the end of summer time repeats would make a week of day and night too long.
    minutes = min(week.minutes, WEEK_MINUTES)
    for community in _communities(point, named):
        yield ServedArea(
            access_point=point, community_id=community, minutes=minutes, days=week.days, by_appointment=booked
        )


def _communities(point: AccessPoint, named: Collection[int]) -> list[int | None]:
    """Keys of communities; None is the whole city."""
    if point.structure.sensitive:
        return [None]
    found: set[int | None] = set(named)
    if point.location_id and point.location.community_id:
        found.add(point.location.community_id)
    if point.citywide:
        found.add(None)
    return sorted(found, key=lambda key: key or 0)
