"""A text of hours in English words."""

from directory.hours.rules import Day

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS_OF_MONTH = WEEKDAYS
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
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
    """ "15 November", "1 June 2027", or the month alone."""
    parts = [str(value.day)] if value.day else []
    parts.append(MONTHS[value.month - 1])
    if value.year:
        parts.append(str(value.year))
    return " ".join(parts)


def _ordinal(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"
