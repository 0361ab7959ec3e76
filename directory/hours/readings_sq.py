"""A text of hours in Albanian words. Ranges stand with a dash, so that names keep their plain form."""

from core.when.albanian import Albanian
from directory.hours.rules import Day, plain_day

WEEKDAYS = Albanian.weekdays
WEEKDAYS_OF_MONTH = Albanian.definite
MONTHS = Albanian.months
ORDINALS = ("e parë", "e dytë", "e tretë", "e katërt", "e pestë")
WORDS = {
    "and": " dhe ",
    "list": ", ",
    "comma": ", ",
    "range": "{first} – {last}",
    "from_to": "{first} – {last}",
    "every_day": "çdo ditë",
    "always": "24 orë në ditë, çdo ditë.",
    "next_day": "{hours} të ditës tjetër",
    "whole_day": "gjithë ditën",
    "holidays": "festat zyrtare",
    "holidays_off": "Mbyllur në festat zyrtare.",
    "days_off": "{days}: mbyllur.",
    "hours_off": "{days} {hours}: mbyllur.",
    "all_off": "Mbyllur.",
    "perhaps": "ndoshta {rule}",
    "nth": "{day} {nths} e muajit",
    "second_week": "çdo dy javë (javët {parity} të vitit)",
    "odd": "tek",
    "even": "çift",
    "week": "java {first} e vitit",
    "weeks": "javët {first}–{last} të vitit",
    "weeks_step": "çdo {step} javë (javët {first}–{last} të vitit)",
    "year": "viti {first}",
    "years": "vitet {first}–{last}",
    "on_date": "{first}",
}


def nth(number: int, weekday: int) -> str:
    if number == -1:
        return "e fundit"
    return f"{ORDINALS[abs(number) - 1]}{' nga fundi' if number < 0 else ''}"


def day(value: Day) -> str:
    return plain_day(value, MONTHS)
