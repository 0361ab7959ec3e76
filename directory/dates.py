"""Days that can be meant: a year of four digits that somebody mistyped is none of them."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 1900, 2100


def check_year(day: date) -> None:
    """Raises ValidationError; datetimes are days too."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        sentence = _("The year %(year)s cannot be meant. Write it with four digits, for example 2027.")
        raise ValidationError(sentence, code="year", params={"year": f"{day.year:04}"})
