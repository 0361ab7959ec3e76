"""A text of opening hours as recurring rows: what repeats, on which days, from when to when.

Rules of a text replace one another, rows of HSDS only add up. So nothing is translated rule by rule: each stretch of
days on which the same rules are in force is evaluated as a week, by the same calculation as the pages use.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from directory.api.hsds.periods import DAY, Period, clock_changes, offset, periods
from directory.hours.days import in_dates, rules_of, spans_of
from directory.hours.rules import DAY_MINUTES, Rule, Span, Weekdays

BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST_MINUTE = DAY_MINUTES - 1  # an end at midnight, as HSDS wants it written
WEEK = 7
EVERY_DAY = "24/7"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a schedule. `byday` is empty for a single day; times carry their offset."""

    freq: str
    byday: str
    opens_at: str
    closes_at: str
    valid: Period

    def holds_on(self, day: date) -> bool:
        """Whether the row says something about this day."""
        within = self.valid.first <= day <= self.valid.last
        return within and (not self.byday or BYDAY[day.weekday()] in self.byday)

    @property
    def canonical(self) -> str:
        return "|".join((self.freq, self.byday, self.opens_at, self.closes_at, str(self.valid.first)))


@dataclass(frozen=True, slots=True)
class _Repeated:
    """What repeats within some days: times in minutes, weekdays, places in the month (empty: every week)."""

    start: int
    end: int
    weekdays: tuple[int, ...]
    nths: tuple[int, ...]
    valid: Period


@lru_cache(maxsize=4096)
def rows(osm: str, season: Period, today: date, zone: ZoneInfo) -> tuple[Row, ...]:
    """All rows of a text within a season, for the coming twelve months; texts repeat over structures."""
    found = [
        row
        for period in periods(today, zone)
        if (days := period.within(season))
        for repeated in _repeated(rules_of(osm), days)
        for row in _with_offsets(repeated, zone, today)
    ]
    return tuple(dict.fromkeys(found))


def _repeated(rules: tuple[Rule, ...], days: Period) -> Iterator[_Repeated]:
    for stretch, in_force in _stretches(rules, days):
        every_week: dict[tuple[int, int], list[int]] = defaultdict(list)
        for weekday in range(WEEK):
            counted = [rule for rule in in_force if any(_is_on(each, weekday) and each.nths for each in rule.weekdays)]
            if counted:
                yield from _counted(rules, counted, weekday, stretch)
                continue
            day = _first_day(stretch, weekday)
            for span in _spans(rules, day) if day <= stretch.last else ():
                every_week[span.start, span.end].append(weekday)
        for (start, end), weekdays in every_week.items():
            yield from _until_midnight(_Repeated(start, end, tuple(weekdays), (), stretch))


def _stretches(rules: tuple[Rule, ...], days: Period) -> Iterator[tuple[Period, tuple[Rule, ...]]]:
    """Days in a row on which the same rules are in force, by their years, dates and weeks."""
    if not any(rule.years or rule.dates or rule.weeks for rule in rules):
        yield days, rules
        return
    begun, before = days.first, tuple(rule for rule in rules if in_dates(rule, days.first))
    for day in days.days():
        in_force = tuple(rule for rule in rules if in_dates(rule, day))
        if in_force != before:
            yield Period(begun, day - DAY), before
            begun, before = day, in_force
    yield Period(begun, days.last), before


def _counted(rules: tuple[Rule, ...], counted: list[Rule], weekday: int, stretch: Period) -> Iterator[_Repeated]:
    """Weekdays by their place in the month: one monthly row, or single days where rules mix."""
    alone = len(counted) == 1 and not any(
        rule is not counted[0] and _names(rule, weekday) for rule in rules if rule.kind != "off" or not rule.holidays
    )
    rule = counted[0]
    if alone and rule.kind == "open" and all(span.end <= DAY_MINUTES for span in rule.spans):
        nths = tuple(sorted({nth for each in rule.weekdays if _is_on(each, weekday) for nth in each.nths}))
        for span in rule.spans:
            yield _Repeated(span.start, span.end, (weekday,), nths, stretch)
        return
    for day in stretch.days():
        if day.weekday() == weekday:
            for span in _spans(rules, day):
                yield from _until_midnight(_Repeated(span.start, span.end, (weekday,), (), Period(day, day)))


def _until_midnight(repeated: _Repeated) -> Iterator[_Repeated]:
    """A span over midnight is two: until 23:59, and from 00:00 of the next day."""
    valid, weekdays = repeated.valid, repeated.weekdays
    yield _Repeated(repeated.start, min(repeated.end, DAY_MINUTES), weekdays, repeated.nths, valid)
    if repeated.end > DAY_MINUTES:
        following = tuple(sorted((weekday + 1) % WEEK for weekday in weekdays))
        later = Period(valid.first + DAY, valid.last + DAY)
        yield _Repeated(0, repeated.end - DAY_MINUTES, following, repeated.nths, later)


def _with_offsets(repeated: _Repeated, zone: ZoneInfo, today: date) -> Iterator[Row]:
    """One row for each pair of offsets that opening and closing have on its days."""
    closes = min(repeated.end, LAST_MINUTE)
    for piece in _pieces(repeated.valid, clock_changes(today, zone)):
        named = [day for day in _first_week(piece) if day.weekday() in repeated.weekdays]
        if not named or (piece.first == piece.last and not _is_counted(piece.first, repeated.nths)):
            continue
        opens_at, closes_at = (clock(minutes, named[0], zone) for minutes in (repeated.start, closes))
        byday = ",".join(
            f"{nth or ''}{BYDAY[weekday]}" for weekday in repeated.weekdays for nth in repeated.nths or (0,)
        )
        yield Row(_freq(repeated, piece), byday if _freq(repeated, piece) else "", opens_at, closes_at, piece)


def _is_counted(day: date, nths: tuple[int, ...]) -> bool:
    following = Period(day, day + (WEEK - 1) * DAY)
    last = following.last.month != day.month or (following.last + DAY).month != day.month
    return not nths or (day.day - 1) // WEEK + 1 in nths or (last and -1 in nths)


def _freq(repeated: _Repeated, piece: Period) -> str:
    if piece.first == piece.last:
        return ""
    return "MONTHLY" if repeated.nths else "WEEKLY"


def _pieces(valid: Period, changes: Iterable[date]) -> Iterator[Period]:
    """A day on which the clocks change is a piece of its own: its morning has another offset than its noon."""
    first = valid.first
    for day in changes:
        if valid.first <= day <= valid.last:
            if first < day:
                yield Period(first, day - DAY)
            yield Period(day, day)
            first = day + DAY
    if first <= valid.last:
        yield Period(first, valid.last)


def _spans(rules: tuple[Rule, ...], day: date) -> Iterator[Span]:
    return (span for span, kind in spans_of(rules, day, holiday=False) if kind == "open")


def _names(rule: Rule, weekday: int) -> bool:
    return not rule.weekdays or any(_is_on(each, weekday) for each in rule.weekdays)


def _is_on(days: Weekdays, weekday: int) -> bool:
    if days.first <= days.last:
        return days.first <= weekday <= days.last
    return weekday >= days.first or weekday <= days.last


def _first_day(stretch: Period, weekday: int) -> date:
    return stretch.first + timedelta(days=(weekday - stretch.first.weekday()) % WEEK)


def _first_week(piece: Period) -> Iterator[date]:
    return Period(piece.first, min(piece.last, piece.first + (WEEK - 1) * DAY)).days()


def clock(minutes: int, day: date, zone: ZoneInfo) -> str:
    """The wall clock with its offset, as HSDS writes it."""
    ahead = round(offset(day, minutes, zone).total_seconds() / 60)
    sign, ahead = ("-", -ahead) if ahead < 0 else ("+", ahead)
    return f"{minutes // 60:02d}:{minutes % 60:02d}{sign}{ahead // 60:02d}:{ahead % 60:02d}"
