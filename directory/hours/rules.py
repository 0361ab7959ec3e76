"""The shapes of a parsed text of opening hours."""

from collections.abc import Sequence
from dataclasses import dataclass

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes from the midnight of the day on which it begins; `end` may lie after the next midnight."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Day:
    """One end of a dated range; `year` and `day` may be missing."""

    year: int | None
    month: int
    day: int | None


def plain_day(value: Day, months: Sequence[str]) -> str:
    """ "15 November", "1 June 2027", or the month alone: for languages in which months do not bend."""
    parts = (value.day, months[value.month - 1], value.year)
    return " ".join(str(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class Dates:
    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class Weeks:
    first: int
    last: int
    step: int


@dataclass(frozen=True, slots=True)
class Weekdays:
    """A range of weekdays (0 = Monday), or one weekday with its places in the month (1, 3, -1)."""

    first: int
    last: int
    nths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a text. `additional` adds to the day, other rules replace it; no spans: the whole day."""

    years: tuple[tuple[int, int], ...] = ()
    dates: tuple[Dates, ...] = ()
    weeks: tuple[Weeks, ...] = ()
    weekdays: tuple[Weekdays, ...] = ()
    holidays: bool = False
    spans: tuple[Span, ...] = ()
    kind: str = "open"  # open, off, unknown
    comment: str = ""
    additional: bool = False
    always: bool = False
