"""A text of hours in Greek words."""

from core.when.greek import Greek
from directory.hours.rules import Day

WEEKDAYS = Greek.weekdays
WEEKDAYS_OF_MONTH = WEEKDAYS
MONTHS = (
    "Ιανουάριο", "Φεβρουάριο", "Μάρτιο", "Απρίλιο", "Μάιο", "Ιούνιο",
    "Ιούλιο", "Αύγουστο", "Σεπτέμβριο", "Οκτώβριο", "Νοέμβριο", "Δεκέμβριο",
)  # fmt: skip
MONTHS_OF = Greek.months
NEUTER = 5  # Saturday is neuter, the other days are feminine
WORDS = {
    "and": " και ",
    "list": ", ",
    "comma": ", ",
    "range": "{first} έως {last}",
    "from_to": "Από {first} έως {last}",
    "every_day": "κάθε μέρα",
    "always": "Όλο το 24ωρο, κάθε μέρα.",
    "next_day": "{hours} της επόμενης",
    "whole_day": "όλη μέρα",
    "holidays": "αργίες",
    "holidays_off": "Κλειστά τις αργίες.",
    "days_off": "{days} κλειστά.",
    "hours_off": "{days} κλειστά {hours}.",
    "all_off": "Κλειστά.",
    "perhaps": "Ίσως {rule}",
    "nth": "{nths} {day} του μήνα",
    "second_week": "Κάθε δεύτερη εβδομάδα ({parity} εβδομάδες του έτους)",
    "odd": "μονές",
    "even": "ζυγές",
    "week": "Εβδομάδα {first} του έτους",
    "weeks": "Εβδομάδες {first} έως {last} του έτους",
    "weeks_step": "Κάθε {step} εβδομάδες (από την εβδομάδα {first} έως την {last} του έτους)",
    "year": "Το {first}",
    "years": "Από το {first} έως το {last}",
    "on_date": "Στις {first}",
}


def nth(number: int, weekday: int) -> str:
    neuter = weekday == NEUTER
    if number == -1:
        return "τελευταίο" if neuter else "τελευταία"
    if number < 0:
        return f"{-number}{'ο' if neuter else 'η'} από το τέλος"
    return f"{number}{'ο' if neuter else 'η'}"


def day(value: Day) -> str:
    """«15 Νοεμβρίου», «1η Ιουνίου 2027», or the month alone in the accusative."""
    year = f" {value.year}" if value.year else ""
    if value.day is None:
        return f"{MONTHS[value.month - 1]}{year}"
    number = "1η" if value.day == 1 else str(value.day)
    return f"{number} {MONTHS_OF[value.month - 1]}{year}"
