"""Dates as exactly as they are known: a year, a month or a day in ISO form (2027, 2027-05, 2027-05-03)."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

PATTERN = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
REFUSAL = _("Write 2027, 2027-05 or 2027-05-03.")
PARTIAL_DATE = RegexValidator(PATTERN, REFUSAL, code="partial_date")


class PartialDateField(models.CharField):
    """A date as exactly as it is known, or nothing. A day or month typed as people here write it is taken, too."""

    default_validators = [PARTIAL_DATE]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **{"max_length": 10, "blank": True} | kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """«3/5/2027» and «3.5.2027» → «2027-05-03», «5/2027» → «2027-05»; anything else stays as it is typed."""
        typed = re.fullmatch(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})", (value or "").strip())
        day, month, year = typed.groups() if typed else ("", "", "")
        iso = "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])]) if typed else value
        return super().clean(iso, model_instance)


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
