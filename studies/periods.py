"""Periods of statistics: `2019`, `2023-05`, `2023-Q2`, and how each language writes and says them."""

import re
from dataclasses import dataclass
from datetime import date

from babel import dates
from django.utils.translation import gettext as _

WRITTEN = r"^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$"
_PARTS = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})))?")
_QUARTERS = {1: "α΄", 2: "β΄", 3: "γ΄", 4: "δ΄"}


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a quarter or a month; exactly one of `quarter` and `month`, or neither, is set."""

    year: int
    quarter: int | None = None
    month: int | None = None

    @property
    def months(self) -> int:
        """Length in months."""
        if self.month:
            return 1
        return 3 if self.quarter else 12

    @property
    def end(self) -> int:
        """Months from year zero to its end: orders periods of all lengths, later ends later."""
        return self.year * 12 + (self.month or (self.quarter or 4) * 3)

    def year_before(self) -> "Period":
        """The same part of the year before."""
        return Period(self.year - 1, self.quarter, self.month)

    def __str__(self) -> str:
        if self.month:
            return f"{self.year}-{self.month:02d}"
        return f"{self.year}-Q{self.quarter}" if self.quarter else str(self.year)


def parse(written: str) -> Period:
    """The period of an observation; ValueError when it is written in another way."""
    parts = _PARTS.fullmatch(written)
    if parts is None:
        raise ValueError(written)
    year, quarter, month = parts.groups()
    return Period(int(year), int(quarter) if quarter else None, int(month) if month else None)


def label(period: Period, language: str) -> str:
    """In tables: «2025», «γ΄ τρίμηνο 2025», «Δεκέμβριος 2025»."""
    if period.month:
        return dates.format_date(date(period.year, period.month, 1), "LLLL y", locale=language)
    if period.quarter:
        return _quarter(period, language, short=False)
    return str(period.year)


def tick(period: Period, language: str) -> str:
    """On an axis: «2025», «γ΄ 2025», «Δεκ 2025»."""
    if period.month:
        return dates.format_date(date(period.year, period.month, 1), "LLL y", locale=language)
    return _quarter(period, language, short=True) if period.quarter else str(period.year)


def said(period: Period, language: str) -> str:
    """Inside a sentence: «το 2025», «το γ΄ τρίμηνο του 2025», «τον Δεκέμβριο του 2025», "in December 2025"."""
    if language != "el":
        return _("in %(period)s") % {"period": label(period, language)}
    if period.month:
        name = dates.format_date(date(period.year, period.month, 1), "LLLL", locale="el")
        return f"τον {name.removesuffix('ς')} του {period.year}"
    if period.quarter:
        return f"το {_QUARTERS[period.quarter]} τρίμηνο του {period.year}"
    return f"το {period.year}"


def _quarter(period: Period, language: str, *, short: bool) -> str:
    if language == "el":
        return f"{_QUARTERS[period.quarter]} {'' if short else 'τρίμηνο '}{period.year}"
    return f"Q{period.quarter} {period.year}"
