"""From rows to the calculation of hours, and from its answer to what a page shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from core.cache import expire_at
from core.snapshot import snapshot
from directory.hours.days import rules_of
from directory.hours.facts import Break, Hours, Timetable
from directory.hours.grammar import mentions_holidays
from directory.hours.holidays import HolidayCalendar, HolidayRow
from directory.hours.readings import closed_on_holidays, reading
from directory.hours.sentences import SOON, expires, note, sentence
from directory.hours.state import HoursState, Timeline
from directory.hours.week import WeekRow, week
from directory.models.access import AccessPoint, OpenInterval, Schedule
from directory.models.choices import ON_A_LINE, ScheduleKind
from directory.models.exceptions import Closure, HolidayRule
from directory.models.structure import Structure

LIGHTS = {
    "open": "open",
    "closed": "closed",
    "appointment": "booked",
    "maybe": "unknown",
    "unknown": "unknown",
}


# As the calculation calls whose closure it is, by the key that says so; none is the whole hub.
_LEVELS = {"schedule": "access_point_id", "structure": "structure_id", "organisation": "organisation_id"}


@dataclass(frozen=True, slots=True)
class StateView:
    """A state as readers see it: the light, the sentence, the announced closure."""

    light: str
    text: str
    note: str
    is_open: bool
    state: str
    is_passing: bool = False  # said of this moment of an ordinary week: nothing for paper


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom a reading is made: the reader's language, the moment, the hub's clock and phone."""

    language: str
    at: datetime
    zone: ZoneInfo
    hub_phone: str = ""

    @property
    def today(self) -> date:
        return self.at.astimezone(self.zone).date()


@snapshot("directory.closures", tags={"closures"})
def closures() -> tuple[Closure, ...]:
    """All closures with their reasons; they are few, and old ones are deleted by editors."""
    return tuple(Closure.objects.prefetch_related("words"))


@snapshot("directory.holidays", tags={"holidays"})
def calendar() -> HolidayCalendar:
    """The national holidays with the rows that editors added or moved."""
    rows = HolidayRule.objects.prefetch_related("words")
    return HolidayCalendar(
        HolidayRow(row.day, row.kind, {words.language: words.name for words in row.words.all()}) for row in rows
    )


def open_structures(at: datetime) -> frozenset[int]:
    """Which structures are open or answer at this moment (one query)."""
    now = OpenInterval.objects.filter(start__lte=at, end__gt=at, kind=OpenInterval.Kind.OPEN)
    return frozenset(now.values_list("access_point__structure", flat=True))


def hours_of(
    point: AccessPoint,
    structure: Structure,
    breaks: Iterable[Closure],
    *,
    has_phone: bool = True,
    hub_phone: str = "",
    above: frozenset[int] = frozenset(),
) -> Hours:
    """The facts of an access point for the calculation; `above` are the bodies over its organisation."""
    bodies = above | {structure.organisation_id}
    return Hours(
        timetables=_timetables(point.schedules.all()),
        breaks=tuple(_break(row) for row in breaks if concerns(row, structure.pk, bodies, point=point.pk)),
        owner="line" if point.channel in ON_A_LINE else "place",
        status=cast("Any", structure.status),  # the database holds these three alone
        valid_from=structure.valid_from,
        valid_to=structure.valid_to,
        has_phone=has_phone,
        hub_phone=hub_phone,
        calendar=calendar(),
    )


def state_view(timeline: Timeline, asked: Asked) -> StateView:
    """The state at the moment asked for; notes for the cache when its sentence changes."""
    changes = expires(timeline, asked.at)
    if changes:
        expire_at(changes)
    return view_of(timeline.state(asked.at), asked.language)


def view_of(state: HoursState, language: str) -> StateView:
    light = LIGHTS[state.state]
    if light == "open" and state.owner == "place" and state.next_change and state.next_change - state.at <= SOON:
        light = "soon"
    return StateView(
        light=light,
        text=sentence(state, language),
        note=note(state, language),
        is_open=state.state == "open",
        state=state.state,
        is_passing=state.state in ("open", "closed") and state.reason in ("weekly", "holiday"),
    )


def week_of(timeline: Timeline, asked: Asked) -> tuple[WeekRow, ...]:
    return week(timeline, asked.today, asked.language)


def hours_in_words(point: AccessPoint, asked: Asked) -> str:
    """The week as a sentence, of the season that contains today; empty when nothing is known."""
    for schedule in point.schedules.all():
        if schedule.kind == ScheduleKind.HOURS and _in_season(schedule, asked.today):
            said = reading(schedule.osm, asked.language)
            if schedule.observes_holidays and not mentions_holidays(rules_of(schedule.osm)):
                said = f"{said} {closed_on_holidays(asked.language)}"
            return said
    return ""


def _in_season(schedule: Schedule, day: date) -> bool:
    begun = schedule.valid_from is None or schedule.valid_from <= day
    return begun and (schedule.valid_to is None or day <= schedule.valid_to)


def _timetables(schedules: Iterable[Schedule]) -> tuple[Timetable, ...]:
    rows = tuple(
        Timetable(
            row.kind,
            osm=row.osm,
            observes_holidays=row.observes_holidays and row.kind != ScheduleKind.ALWAYS,
            line=row.booking_osm,
            first=row.valid_from,
            last=row.valid_to,
        )
        for row in schedules
    )
    return rows or (Timetable("unknown"),)


def concerns(row: Closure, structure: int, bodies: frozenset[int], *, point: int | None = None) -> bool:
    """Whether a closure is of this structure, of a body that runs it or stands above, or of the whole hub.

    One of a single way in concerns that alone, and only who asks for it.
    """
    if row.access_point_id:
        return row.access_point_id == point
    if row.structure_id:
        return row.structure_id == structure
    return row.organisation_id is None or row.organisation_id in bodies


def _break(row: Closure) -> Break:
    level = next((name for name, key in _LEVELS.items() if getattr(row, key)), "hub")
    reasons = {words.language: words.reason for words in row.words.all()}
    return Break(level, row.first_day, row.last_day, row.kind, row.osm, reasons)
