"""Dates as exactly as they are known: a year, a month or a day in ISO form (2027, 2027-05, 2027-05-03)."""

from calendar import monthrange
from datetime import date

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

PATTERN = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
REFUSAL = _("Write 2027, 2027-05 or 2027-05-03.")
PARTIAL_DATE = RegexValidator(PATTERN, REFUSAL, code="partial_date")


def first_day(written: str) -> date | None:
    """The first day of a year, a month or a day; None where nothing is written."""
    parts = [int(part) for part in written.split("-")] if written else []
    return date(*(*parts, 1, 1)[:3]) if parts else None


def last_day(written: str) -> date | None:
    """The last day of a year, a month or a day; None where nothing is written."""
    parts = [int(part) for part in written.split("-")] if written else []
    if not parts:
        return None
    year, month, day = (*parts, 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])
