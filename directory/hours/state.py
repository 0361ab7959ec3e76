"""The state of an owner at a moment, what changes next, and until when a sentence about it stays true."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from directory.hours.days import DayPlan, booking_plan, in_force, moment_of, plan
from directory.hours.facts import Break, Hours, Override, State, Timetable, Visit
from directory.hours.holidays import Names

HORIZON = timedelta(days=400)
ANNOUNCED_DAYS = 14


@dataclass(frozen=True, slots=True)
class HoursState:
    """The answer; moments are local. `booking_open` is None when no booking hours are known."""

    state: State
    reason: str
    at: datetime
    owner: str
    next_change: datetime | None = None
    next_open: datetime | None = None
    closure: Break | None = None
    announced: Break | None = None
    holiday: Names | None = None
    visit: Visit | None = None
    booking_open: bool | None = None
    emergency_open: bool = False
    started_on: date | None = None
    ended_on: date | None = None
    has_phone: bool = True
    hub_phone: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span as moments (UTC)."""

    start: datetime
    end: datetime
    state: State
    reason: str


class Timeline:
    """The calculation for one owner; days that were looked at are kept, so asking many moments is cheap."""

    def __init__(self, hours: Hours, zone: ZoneInfo):
        self.hours, self.zone = hours, zone
        self._plans: dict[date, DayPlan] = {}
        self._stretches: dict[tuple[str, date], tuple[Stretch, ...]] = {}
        self._edges: dict[date, tuple[datetime, ...]] = {}
        self._bare: dict[datetime, tuple[State, str]] = {}
        books = any(row.kind == "appointment" and row.line for row in hours.timetables)
        self._kinds = ("hours", "booking") if books else ("hours",)

    def state(self, at: datetime) -> HoursState:
        """The state at a moment with its next changes (looked for within 400 days)."""
        at = at.astimezone(UTC)
        if self.hours.owner == "mobile":
            return self._visits(at)
        state, reason = self.bare(at)
        today = self.local(at).date()
        day = self.plan(today)
        booking = self._booking(at) if state == "appointment" else None
        change, opening = self._changes(at, state, booking=booking)
        if state == "closed" and opening is None and reason in ("weekly", "season"):
            reason = "none"
        return HoursState(
            state=state,
            reason=reason,
            at=self.local(at),
            owner=self.hours.owner,
            next_change=self._local_or_none(change),
            next_open=self._local_or_none(opening),
            closure=day.closure if reason == "closure" else None,
            announced=self._announced(today, reason),
            holiday=day.holiday if reason == "holiday" else None,
            booking_open=booking,
            emergency_open=any(row.kind == "open" and row.start <= at < row.until for row in self.hours.overrides),
            started_on=self.hours.valid_from,
            ended_on=self.hours.valid_to,
            has_phone=self.hours.has_phone,
            hub_phone=self.hours.hub_phone,
        )

    def bare(self, at: datetime) -> tuple[State, str]:
        """State and reason alone."""
        if at not in self._bare:
            self._bare[at] = self._find_bare(at)
        return self._bare[at]

    def _find_bare(self, at: datetime) -> tuple[State, str]:
        override = self._override(at)
        if override:
            return self._overridden(override, at)
        if self.hours.status == "paused":
            return "closed", "paused"
        for stretch in self._around("hours", at):
            if stretch.start <= at < stretch.end:
                return stretch.state, stretch.reason
        today = self.plan(self.local(at).date())
        return today.base, today.reason

    def stretches(self, first: date, last: date) -> Iterator[Stretch]:
        """The spans that begin from one day to another, as moments; emergencies and pauses are not in it."""
        for number in range((last - first).days + 1):
            yield from self._day_stretches("hours", first + timedelta(days=number))

    def plan(self, day: date) -> DayPlan:
        if day not in self._plans:
            self._plans[day] = plan(self.hours, day)
        return self._plans[day]

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def edges(self, after: datetime, until: datetime) -> Iterator[datetime]:
        """In order, every moment at which the state or a day may change (UTC)."""
        day = self.local(after).date()
        while True:
            for edge in self._day_edges(day):
                if edge > until:
                    return
                if edge > after:
                    yield edge
            day += timedelta(days=1)

    def _day_edges(self, day: date) -> tuple[datetime, ...]:
        """The edges of one local day, its midnight first."""
        if day in self._edges:
            return self._edges[day]
        midnight, following = moment_of(day, 0, self.zone), moment_of(day + timedelta(days=1), 0, self.zone)
        found = {midnight}
        for kind in self._kinds:
            for back in (2, 1, 0):
                for stretch in self._day_stretches(kind, day - timedelta(days=back)):
                    found |= {stretch.start, stretch.end}
        for override in self.hours.overrides:
            found |= {override.start.astimezone(UTC), override.until.astimezone(UTC)}
            found |= {edge for near in self._override_stretches(override, day) for edge in (near.start, near.end)}
        for visit in self.hours.visits:
            found |= {visit.start.astimezone(UTC), visit.end.astimezone(UTC)}
        self._edges[day] = tuple(sorted(edge for edge in found if midnight <= edge < following))
        return self._edges[day]

    def _changes(self, at: datetime, state: State, *, booking: bool | None) -> tuple[datetime | None, datetime | None]:
        """The next change, and the next opening when it is closed (of the booking line, by appointment)."""
        change = opening = None
        if self.is_constant:
            return change, opening
        for edge in self.edges(at, at + HORIZON):
            then = self.bare(edge)[0]
            answers = self._booking(edge) if then == state == "appointment" else booking
            if change is None and (then != state or answers != booking):
                change = edge
            if state == "closed" and then in ("open", "maybe"):
                return change, edge
            if state == "appointment" and booking is False and answers:
                return change, edge
            if change and (state in ("open", "maybe", "unknown") or (state == "appointment" and booking is not False)):
                return change, opening
        return change, opening

    @property
    def is_constant(self) -> bool:
        """Whether nothing ever changes: unknown, day and night, paused or ended, no exception."""
        hours = self.hours
        if hours.breaks or hours.overrides or hours.visits:
            return False
        if hours.status != "active":
            return True
        return not (hours.valid_from or hours.valid_to) and all(_is_constant(row) for row in hours.timetables)

    def _booking(self, at: datetime) -> bool | None:
        """Whether bookings are taken now; None when nobody knows when."""
        timetable = in_force(self.hours, self.local(at).date())
        if not timetable or not timetable.line:
            return None
        return any(near.start <= at < near.end for near in self._around("booking", at))

    def _override(self, at: datetime) -> Override | None:
        return next((row for row in self.hours.overrides if row.start <= at < row.until), None)

    def _overridden(self, override: Override, at: datetime) -> tuple[State, str]:
        if override.kind == "closed":
            return "closed", "emergency"
        if not override.osm:
            return "open", "emergency"
        today = self.local(at).date()
        near = self._override_stretches(override, today)
        return ("open" if any(row.start <= at < row.end for row in near) else "closed"), "emergency"

    def _override_stretches(self, override: Override, day: date) -> tuple[Stretch, ...]:
        if not override.osm or override.kind == "closed":
            return ()
        hours = Hours(timetables=(Timetable("hours", osm=override.osm, observes_holidays=False),))
        days = (day - timedelta(days=1), day)
        return tuple(row for start in days for row in self._as_stretches(plan(hours, start)))

    def _around(self, kind: str, at: datetime) -> Iterator[Stretch]:
        today = self.local(at).date()
        for back in (0, 1, 2):
            yield from self._day_stretches(kind, today - timedelta(days=back))

    def _day_stretches(self, kind: str, day: date) -> tuple[Stretch, ...]:
        key = (kind, day)
        if key not in self._stretches:
            own = self.plan(day) if kind == "hours" else booking_plan(self.hours, day)
            self._stretches[key] = self._as_stretches(own)
        return self._stretches[key]

    def _as_stretches(self, day: DayPlan) -> tuple[Stretch, ...]:
        moments = (
            Stretch(
                moment_of(day.day, span.start, self.zone),
                moment_of(day.day, span.end, self.zone),
                span.state,
                span.reason,
            )
            for span in day.spans
        )
        return tuple(stretch for stretch in moments if stretch.start < stretch.end)

    def _announced(self, today: date, reason: str) -> Break | None:
        """The closure that begins within 14 days."""
        if reason in ("paused", "ended"):
            return None
        soon = [
            row for row in self.hours.breaks if row.kind == "closed" and 1 <= (row.first - today).days <= ANNOUNCED_DAYS
        ]
        return min(soon, key=lambda row: row.first, default=None)

    def _visits(self, at: datetime) -> HoursState:
        visits = sorted((row for row in self.hours.visits if not row.cancelled), key=lambda row: row.start)
        coming = next((row for row in visits if row.end > at), None)
        here = coming is not None and coming.start <= at
        state: Literal["open", "closed"] = "open" if here else "closed"
        return HoursState(
            state=state,
            reason="visit" if coming else "none",
            at=self.local(at),
            owner="mobile",
            next_change=self._local_or_none((coming.end if here else coming.start) if coming else None),
            next_open=self._local_or_none(coming.start if coming and not here else None),
            visit=Visit(self.local(coming.start), self.local(coming.end)) if coming else None,
        )

    def _local_or_none(self, moment: datetime | None) -> datetime | None:
        return self.local(moment) if moment else None


def _is_constant(row: Timetable) -> bool:
    if row.first or row.last:
        return False
    if row.kind == "appointment":
        return not row.line
    return row.kind == "unknown" or (row.kind == "always" and not row.observes_holidays)


def state(hours: Hours, at: datetime, zone: ZoneInfo) -> HoursState:
    """The state of an owner at a moment, wall clock of the zone."""
    return Timeline(hours, zone).state(at)
