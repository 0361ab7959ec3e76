"""Dates, numbers, money and phones as each language writes them.

CLDR by Babel; where the hub deviates it is said: 24-hour times everywhere, Latin digits in Arabic,
«28.207.000 €» in Ukrainian (CLDR writes EUR).
"""

from datetime import date, datetime, time
from decimal import Decimal

from babel import Locale, dates, numbers

NBSP = "\u00a0"
_DAY = {"el": "d MMMM y", "en": "d MMMM y", "ar": "d MMMM y", "sq": "d MMMM y", "uk": "d MMMM y 'р'."}
_DAY_LONG = {
    "el": "EEEE d MMMM y",
    "en": "EEEE d MMMM y",
    "ar": "EEEE d MMMM y",
    "sq": "EEEE d MMMM y",
    "uk": "EEEE d MMMM y 'р'.",
}
_MONTH = {"el": "LLLL y", "en": "LLLL y", "ar": "LLLL y", "sq": "LLLL y", "uk": "LLLL y"}


def day(moment: date, language: str) -> str:
    """«3 Μαΐου 2027»."""
    return dates.format_date(moment, _DAY.get(language, "d MMMM y"), locale=language)


def day_long(moment: date, language: str) -> str:
    """«Δευτέρα 3 Μαΐου 2027»."""
    written = dates.format_date(moment, _DAY_LONG.get(language, "EEEE d MMMM y"), locale=language)
    return written.replace("\u02bc", "\u2019")  # «п’ятниця» with the apostrophe that keyboards and fonts have


def month(moment: date, language: str) -> str:
    """«Μάιος 2027»."""
    return dates.format_date(moment, _MONTH.get(language, "LLLL y"), locale=language)


def partial_date(written: str, language: str) -> str:
    """A year, month or day in ISO form as a reader reads it; anything else stays as it is written."""
    try:
        parts = [int(part) for part in written.split("-")]
        if len(parts) == 1:
            return str(parts[0])
        if len(parts) == 2:
            return month(date(parts[0], parts[1], 1), language)
        return day(date(*parts), language)
    except (ValueError, TypeError):
        return written


def clock(moment: time | datetime) -> str:
    """24 hours without a leading zero: «9:30»."""
    return f"{moment.hour}:{moment.minute:02d}"


def number(value: Decimal | float, language: str, *, decimals: int | None = None) -> str:
    """«1.284», «37,5»; Latin digits in every language. `decimals` fixes the digits after the mark."""
    pattern = "#,##0.###" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return numbers.format_decimal(value, format=pattern, locale=_number_locale(language), numbering_system="latn")


def money(amount: Decimal | int, language: str) -> str:
    """Euro: «28.207.000 €», "€28,207,000"; cents only where there are some."""
    whole = Decimal(amount) == Decimal(amount).to_integral_value()
    written = number(Decimal(amount), language, decimals=0 if whole else 2)
    if language != "en":
        return f"{written}{NBSP}€"
    return f"-€{written[1:]}" if written.startswith("-") else f"€{written}"


def country(code: str, language: str) -> str:
    """«Ελλάδα» for GR."""
    return Locale.parse(language).territories[code]


def _number_locale(language: str) -> str:
    # Readers of Arabic in Greece meet numbers in the English form: 28,207,000.5.
    return "en" if language == "ar" else language


def phone(e164: str) -> str:
    """«210 000 0000» (3-3-4) for a Greek number, a short number as it is, others in groups of three."""
    digits = e164.removeprefix("+30") if e164.startswith("+30") else e164
    if len(digits) == 10 and digits.isdigit():
        return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
    if not e164.startswith("+"):
        return e164
    rest = e164[1:]
    return "+" + " ".join(rest[i : i + 3] for i in range(0, len(rest), 3))
