"""A text of hours in Ukrainian words. Ranges stand with a dash, so that names keep the nominative."""

from core.when.ukrainian import Ukrainian
from directory.hours.rules import Day

WEEKDAYS = Ukrainian.weekdays
WEEKDAYS_OF_MONTH = WEEKDAYS
FEMININE = {2, 4, 5, 6}
MONTHS = (
    "січень", "лютий", "березень", "квітень", "травень", "червень",
    "липень", "серпень", "вересень", "жовтень", "листопад", "грудень",
)  # fmt: skip
MONTHS_OF = Ukrainian.months
WORDS = {
    "and": " та ",
    "list": ", ",
    "comma": ", ",
    "range": "{first} – {last}",
    "from_to": "{first} – {last}",
    "every_day": "щодня",
    "always": "Цілодобово, щодня.",
    "next_day": "{hours} наступного дня",
    "whole_day": "цілий день",
    "holidays": "святкові дні",
    "holidays_off": "У святкові дні зачинено.",
    "days_off": "{days}: зачинено.",
    "hours_off": "{days} {hours}: зачинено.",
    "all_off": "Зачинено.",
    "perhaps": "можливо, {rule}",
    "nth": "{nths} {day} місяця",
    "second_week": "раз на два тижні ({parity} тижні року)",
    "odd": "непарні",
    "even": "парні",
    "week": "{first}-й тиждень року",
    "weeks": "тижні року {first}–{last}",
    "weeks_step": "раз на {step} тиж. (тижні року {first}–{last})",
    "year": "{first} рік",
    "years": "{first}–{last} роки",
    "on_date": "{first}",
}
_FEMININE_ENDINGS = {1: "ша", 2: "га", 3: "тя"}


def nth(number: int, weekday: int) -> str:
    feminine = weekday in FEMININE
    if number == -1:
        return "остання" if feminine else "останній"
    ending = _FEMININE_ENDINGS.get(abs(number), "та") if feminine else "й"
    return f"{abs(number)}-{ending}{' від кінця' if number < 0 else ''}"


def day(value: Day) -> str:
    """«15 листопада», «1 червня 2027 року», or the month alone in the nominative."""
    year = f" {value.year} року" if value.year else ""
    if value.day is None:
        return f"{MONTHS[value.month - 1]}{year}"
    return f"{value.day} {MONTHS_OF[value.month - 1]}{year}"
