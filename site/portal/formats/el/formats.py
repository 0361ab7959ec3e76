"""How dates are typed, and how lists of the admin write a moment: «28/11/2026 15:00», never «3 μμ.»."""

from portal.formats.days import DATE_INPUT_FORMATS, DATETIME_INPUT_FORMATS

DATETIME_FORMAT = "d/m/Y H:i"
TIME_FORMAT = "H:i"

__all__ = ["DATETIME_FORMAT", "DATETIME_INPUT_FORMATS", "DATE_INPUT_FORMATS", "TIME_FORMAT"]
