"""A text of hours in English words."""

from core.when.english import English
from directory.hours.rules import Day, plain_day

WEEKDAYS = English.weekdays
WEEKDAYS_OF_MONTH = WEEKDAYS
MONTHS = English.months
WORDS = {
    "and": " and ",
    "list": ", ",
    "comma": ", ",
    "range": "{first} to {last}",
    "from_to": "From {first} to {last}",
    "every_day": "every day",
    "always": "24 hours a day, every day.",
    "next_day": "{hours} the next day",
    "whole_day": "all day",
    "holidays": "public holidays",
    "holidays_off": "Closed on public holidays.",
    "days_off": "Closed on {days}.",
    "hours_off": "Closed on {days} {hours}.",
    "all_off": "Closed.",
    "perhaps": "Perhaps {rule}",
    "nth": "{nths} {day} of the month",
    "second_week": "Every second week ({parity} weeks of the year)",
    "odd": "odd",
    "even": "even",
    "week": "Week {first} of the year",
    "weeks": "Weeks {first} to {last} of the year",
    "weeks_step": "Every {step} weeks (from week {first} to {last} of the year)",
    "year": "In {first}",
    "years": "From {first} to {last}",
    "on_date": "On {first}",
}


def nth(number: int, weekday: int) -> str:
    if number == -1:
        return "last"
    if number < 0:
        return f"{_ordinal(-number)} to last"
    return _ordinal(number)


def day(value: Day) -> str:
    return plain_day(value, MONTHS)


def _ordinal(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"
