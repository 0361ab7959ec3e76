"""One day of an owner: the spans that begin on it and what holds outside them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from directory.hours.facts import LEVELS, Break, Hours, State, Timetable
from directory.hours.grammar import mentions_holidays, parse
from directory.hours.holidays import Names
from directory.hours.rules import DAY_MINUTES, Dates, Rule, Span, Weekdays, Weeks

MINUTE = timedelta(minutes=1)


@lru_cache(maxsize=4096)
def rules_of(osm: str) -> tuple[Rule, ...]:
    """The parsed text; texts repeat over structures, so they are read once per process."""
    return parse(osm)


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """Wall-clock minutes from the midnight of the day on which it begins."""

    start: int
    end: int
    state: State
    reason: str


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What one local day holds: its spans, and the state with its reason outside them."""

    day: date
    spans: tuple[OpenSpan, ...] = ()
    base: State = "closed"
    reason: str = "weekly"
    closure: Break | None = None
    holiday: Names | None = None


def plan(hours: Hours, day: date) -> DayPlan:
    """The day by the order of power: validity, closures, season, holiday, weekly text."""
    outside = _outside_validity(hours, day)
    if outside:
        return DayPlan(day, reason=outside)
    broken = strongest_break(hours, day)
    if broken and broken.kind == "closed":
        return DayPlan(day, reason="closure", closure=broken)
    timetable = in_force(hours, day)
    if broken:
        spans = spans_of(rules_of(broken.osm), day, holiday=False)
        return DayPlan(day, spans=_named(spans, "special"))
    if timetable is None:
        return DayPlan(day, reason="season")
    if timetable.kind in ("appointment", "unknown"):
        return DayPlan(day, base=timetable.kind, reason=timetable.kind)
    return _weekly(hours, timetable, day)


def booking_plan(hours: Hours, day: date) -> DayPlan:
    """When bookings are taken on a day, for owners by appointment."""
    timetable = in_force(hours, day)
    broken = strongest_break(hours, day)
    if _outside_validity(hours, day) or not timetable or not timetable.line:
        return DayPlan(day)
    if broken and broken.kind == "closed":
        return DayPlan(day)
    answered = Timetable("hours", osm=timetable.line, observes_holidays=timetable.observes_holidays)
    return _weekly(hours, answered, day)


def in_force(hours: Hours, day: date) -> Timetable | None:
    """The season that contains the day; one with dates wins over one without."""
    seasons = [timetable for timetable in hours.timetables if timetable.covers(day)]
    return min(seasons, key=lambda season: season.first is None and season.last is None, default=None)


def strongest_break(hours: Hours, day: date) -> Break | None:
    """The break of the highest level on this day; of two equal ones that which lasts longer."""
    breaks = [row for row in hours.breaks if row.covers(day)]
    return min(breaks, key=lambda row: (LEVELS.index(row.level), -row.last.toordinal()), default=None)


def moment_of(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """A wall-clock time as moment: the first of two; the clock change for one that does not exist (UTC)."""
    wall = datetime.combine(day, time()) + minutes * MINUTE
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == wall:
        return moment
    return _clock_change(moment, zone)


def _clock_change(moment: datetime, zone: ZoneInfo) -> datetime:
    offset = moment.astimezone(zone).utcoffset()
    while (moment - MINUTE).astimezone(zone).utcoffset() == offset:
        moment -= MINUTE
    return moment


def _outside_validity(hours: Hours, day: date) -> str:
    if hours.status == "ended" or (hours.valid_to and day > hours.valid_to):
        return "ended"
    if hours.valid_from and day < hours.valid_from:
        return "not_started"
    return ""


def _weekly(hours: Hours, timetable: Timetable, day: date) -> DayPlan:
    if timetable.kind == "always":
        rules, reason = rules_of("24/7"), "always"
    else:
        rules = rules_of(timetable.osm)
        reason = "always" if is_always(timetable) else "weekly"
    names = hours.calendar.names(day)
    spans = spans_of(rules, day, holiday=names is not None)
    if names and timetable.observes_holidays and not mentions_holidays(rules):
        spans = ()
    if spans or not names:
        return DayPlan(day, spans=_named(spans, reason))
    would_open = bool(spans_of(rules, day, holiday=False))
    return DayPlan(day, reason="holiday" if would_open else "weekly", holiday=names if would_open else None)


def is_always(timetable: Timetable) -> bool:
    """Open day and night without exception."""
    if timetable.observes_holidays and timetable.kind == "hours":
        return False
    return timetable.kind == "always" or all(rule.always for rule in rules_of(timetable.osm))


def _named(spans: tuple[tuple[Span, str], ...], reason: str) -> tuple[OpenSpan, ...]:
    return tuple(
        OpenSpan(span.start, span.end, "maybe", "text_unknown")
        if kind == "unknown"
        else OpenSpan(span.start, span.end, "open", reason)
        for span, kind in spans
    )


def spans_of(rules: tuple[Rule, ...], day: date, *, holiday: bool) -> tuple[tuple[Span, str], ...]:
    """The spans that begin on this day: a later rule replaces the day, `,` adds, timed `off` cuts."""
    spans: list[tuple[Span, str]] = []
    for rule in rules:
        if not _matches(rule, day, holiday=holiday):
            continue
        own = [(span, rule.kind) for span in rule.spans or (Span(0, DAY_MINUTES),)]
        if rule.kind == "off":
            spans = _cut(spans, rule.spans) if rule.spans else []
        elif rule.additional:
            spans = spans + own
        else:
            spans = own
    return tuple(sorted(spans, key=lambda row: row[0].start))


def _cut(spans: list[tuple[Span, str]], holes: tuple[Span, ...]) -> list[tuple[Span, str]]:
    for hole in holes:
        spans = [(left, kind) for span, kind in spans for left in _left(span, hole)]
    return spans


def _left(span: Span, hole: Span) -> tuple[Span, ...]:
    before = Span(span.start, min(span.end, hole.start))
    after = Span(max(span.start, hole.end), span.end)
    return tuple(piece for piece in (before, after) if piece.start < piece.end)


def _matches(rule: Rule, day: date, *, holiday: bool) -> bool:
    if not in_dates(rule, day):
        return False
    if not rule.weekdays and not rule.holidays:
        return True
    return (rule.holidays and holiday) or any(_on_weekday(days, day) for days in rule.weekdays)


def in_dates(rule: Rule, day: date) -> bool:
    """Whether the day is in the years, dates and weeks of a rule, whatever its weekday."""
    if rule.years and not any(first <= day.year <= last for first, last in rule.years):
        return False
    if rule.dates and not any(_in_dates(dates, day) for dates in rule.dates):
        return False
    return not rule.weeks or any(_in_weeks(weeks, day) for weeks in rule.weeks)


@cache
def _in_dates(dates: Dates, day: date) -> bool:
    first, last = dates.first, dates.last
    begins = (first.year or 0, first.month, first.day or 1)
    ends = (last.year or first.year or 0, last.month, last.day or 31)
    here = (day.year if first.year else 0, day.month, day.day)
    if begins <= ends:
        return begins <= here <= ends
    return here >= begins or here <= ends


def _in_weeks(weeks: Weeks, day: date) -> bool:
    number = day.isocalendar().week
    return weeks.first <= number <= weeks.last and (number - weeks.first) % weeks.step == 0


def _on_weekday(days: Weekdays, day: date) -> bool:
    weekday = day.weekday()
    if days.first <= days.last:
        within = days.first <= weekday <= days.last
    else:
        within = weekday >= days.first or weekday <= days.last
    if not within or not days.nths:
        return within
    from_start = (day.day - 1) // 7 + 1
    next_month = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    from_end = ((next_month - day).days - 1) // 7 + 1
    return any(nth in (from_start, -from_end) for nth in days.nths)
