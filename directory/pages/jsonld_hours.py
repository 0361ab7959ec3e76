"""When a structure is open, for machines: the usual week, closures of the coming weeks, what emergencies change."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from directory.hours.facts import Override
from directory.hours.week import usual_week
from directory.models.choices import ScheduleKind
from directory.selectors.emergencies import approved
from directory.selectors.hours import closures
from directory.selectors.shapes import StructureDetail, WayIn

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY_MINUTES = 24 * 60
LAST_MINUTE = DAY_MINUTES - 1
CLOSURE_DAYS = 60


def hours_available(detail: StructureDetail) -> list[dict[str, Any]]:
    """The usual hours with closures, and those of emergencies, which win."""
    hours = [spec for way in detail.ways for spec in _hours(way)]
    return [*hours, *(_closed(detail) if hours else ()), *_in_emergencies(detail)]


def _hours(way: WayIn) -> Iterable[dict[str, Any]]:
    """The usual week of each schedule; day and night is 00:00–23:59 on seven days."""
    today = timezone.localdate()
    for schedule in way.schedules:
        season = _season(schedule)
        if schedule.kind == ScheduleKind.ALWAYS:
            yield _spec(list(DAYS), 0, LAST_MINUTE) | season
        if schedule.kind == ScheduleKind.HOURS:
            for weekday, start, end in usual_week(schedule.osm, schedule.valid_from or today):
                yield _spec([DAYS[weekday]], start, end) | season


def _season(schedule: Any) -> dict[str, str]:
    dates = {"validFrom": schedule.valid_from, "validThrough": schedule.valid_to}
    return {key: value.isoformat() for key, value in dates.items() if value}


def _spec(days: list[str], start: int, end: int) -> dict[str, Any]:
    closes = LAST_MINUTE if end == DAY_MINUTES else end % DAY_MINUTES
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": days,
        "opens": _clock(start),
        "closes": _clock(closes),
    }


def _closed(detail: StructureDetail) -> Iterable[dict[str, Any]]:
    """Closures of the coming 60 days, in the form that means closed."""
    today = timezone.localdate()
    for row in closures():
        concerns = row.structure_id in (None, detail.pk) and row.organisation_id in (
            None,
            detail.organisation.pk,
        )
        if (
            concerns
            and row.access_point_id is None
            and row.kind == "closed"
            and row.last_day >= today
            and row.first_day <= today + timedelta(days=CLOSURE_DAYS)
        ):
            yield {
                "@type": "OpeningHoursSpecification",
                "opens": "00:00",
                "closes": "00:00",
                "validFrom": row.first_day.isoformat(),
                "validThrough": row.last_day.isoformat(),
            }


def _in_emergencies(detail: StructureDetail) -> Iterable[dict[str, Any]]:
    """What emergencies open and close, with their dates."""
    for emergency in approved():
        first, last = timezone.localdate(emergency.start), timezone.localdate(emergency.until)
        season = {"validFrom": first.isoformat(), "validThrough": last.isoformat()}
        own = (place.hours for place in emergency.places if place.structure == detail.pk)
        yield from (spec | season for hours in own for spec in _overridden(hours, first))


def _overridden(hours: Override, first: date) -> Iterable[dict[str, Any]]:
    if not hours.osm:
        return [_spec(list(DAYS), 0, LAST_MINUTE if hours.kind == "open" else 0)]
    return [_spec([DAYS[weekday]], start, end) for weekday, start, end in usual_week(hours.osm, first)]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
