"""What the calculation needs to know about one place, line or mobile unit: plain values, no models."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from directory.hours.holidays import HolidayCalendar

Kind = Literal["hours", "always", "appointment", "unknown"]
State = Literal["open", "closed", "appointment", "maybe", "unknown"]
LEVELS = ("hub", "organisation", "structure", "schedule")  # order of power


@dataclass(frozen=True, slots=True)
class Timetable:
    """One season of an owner. `line` holds the hours at which bookings are taken, for appointments."""

    kind: Kind
    osm: str = ""
    observes_holidays: bool = True
    line: str = ""
    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Break:
    """A closure or special hours, both days included."""

    level: str
    first: date
    last: date
    kind: Literal["closed", "special"] = "closed"
    osm: str = ""
    reason: Mapping[str, str] = field(default_factory=dict)

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Override:
    """An emergency: between two moments these hours replace all others; no text means open throughout."""

    kind: Literal["open", "closed"]
    start: datetime
    until: datetime
    osm: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    start: datetime
    end: datetime
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """Everything that decides whether an owner is open."""

    timetables: tuple[Timetable, ...] = ()
    breaks: tuple[Break, ...] = ()
    overrides: tuple[Override, ...] = ()
    visits: tuple[Visit, ...] = ()
    owner: Literal["place", "line", "mobile"] = "place"
    status: Literal["active", "paused", "ended"] = "active"
    valid_from: date | None = None
    valid_to: date | None = None
    has_phone: bool = True
    hub_phone: str = ""
    calendar: HolidayCalendar = field(default_factory=HolidayCalendar)
