"""Figures of one indicator as values: series by place and part, and what may be compared with what."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from studies.periods import Period


@dataclass(frozen=True, slots=True)
class Place:
    """An area with its name in the reader's language; `own` is the hub's city."""

    pk: int
    code: str
    name: str
    own: bool
    order: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole; `dimension` is the key by which it is cut, `cut_by` its words."""

    pk: int
    code: str
    name: str
    dimension: str
    cut_by: str
    order: int


@dataclass(frozen=True, slots=True)
class Value:
    """A value as its source gives it; `source` is a number in the indicator's list of sources."""

    period: Period
    value: Decimal
    precision: str
    source: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one place and part, oldest first. `part` None is the whole."""

    place: Place
    part: Part | None
    values: tuple[Value, ...]

    @property
    def newest(self) -> Value:
        return self.values[-1]

    def at(self, period: Period) -> Value | None:
        return next((value for value in self.values if value.period == period), None)


@dataclass(frozen=True, slots=True)
class Figures:
    """An indicator in one language with everything that is known of it, the first series being the one it is about."""

    name: str
    unit: str
    language: str  # of name and unit
    kind: str  # percent, count or mixed
    decimals: int
    better: str
    breaks: tuple[Period, ...]
    series: tuple[Series, ...]

    @property
    def wholes(self) -> tuple[Series, ...]:
        return tuple(series for series in self.series if series.part is None)

    def is_broken(self, before: Period, after: Period) -> bool:
        """Whether the definition changed between two periods."""
        return any(before.end < rule.end <= after.end for rule in self.breaks)


def in_order(series: list[Series]) -> tuple[Series, ...]:
    """Wholes before parts, the own city before other places, then the editors' order."""
    return tuple(
        sorted(
            series,
            key=lambda row: (
                row.part is not None, not row.place.own, row.place.order, row.part.order if row.part else 0
            ),
        )
    )  # fmt: skip


def before(series: Series) -> Value | None:
    """What the newest value is compared with: the same season a year before, else the value before it."""
    if len(series.values) < 2:
        return None
    return series.at(series.newest.period.year_before()) or series.values[-2]


def step(rows: tuple[Series, ...]) -> int:
    """Months from one value to the next where none is missing; the length of a period when nothing tells."""
    gaps = [
        after.period.end - earlier.period.end
        for row in rows
        for earlier, after in zip(row.values, row.values[1:], strict=False)
    ]
    return min(gaps, default=rows[0].newest.period.months)


def shared_period(rows: tuple[Series, ...]) -> Period | None:
    """The period for which most rows have a value, the newest of them; None when no two can be compared."""
    counts = Counter(value.period for row in rows for value in row.values)
    if not counts:
        return None
    period, found = max(counts.items(), key=lambda item: (item[1], item[0].end))
    return period if found > 1 else None
