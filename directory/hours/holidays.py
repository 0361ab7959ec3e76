"""Public holidays of Greece as own data: fixed ones, days around Orthodox Easter, editors' rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

Names = Mapping[str, str]

FIXED: dict[tuple[int, int], Names] = {
    (1, 1): {"el": "Πρωτοχρονιά", "en": "New Year's Day"},
    (1, 6): {"el": "Θεοφάνεια", "en": "Epiphany"},
    (3, 25): {"el": "25η Μαρτίου", "en": "25 March"},
    (5, 1): {"el": "Πρωτομαγιά", "en": "Labour Day"},
    (8, 15): {"el": "Δεκαπενταύγουστος", "en": "15 August"},
    (10, 28): {"el": "28η Οκτωβρίου", "en": "28 October"},
    (12, 25): {"el": "Χριστούγεννα", "en": "Christmas Day"},
    (12, 26): {"el": "Σύναξη της Θεοτόκου", "en": "26 December"},
}
AROUND_EASTER: dict[int, Names] = {
    -48: {"el": "Καθαρά Δευτέρα", "en": "Clean Monday"},
    -2: {"el": "Μεγάλη Παρασκευή", "en": "Good Friday"},
    0: {"el": "Κυριακή του Πάσχα", "en": "Easter Sunday"},
    1: {"el": "Δευτέρα του Πάσχα", "en": "Easter Monday"},
    49: {"el": "Πεντηκοστή", "en": "Whit Sunday"},
    50: {"el": "Αγίου Πνεύματος", "en": "Whit Monday"},
}
SATURDAY = 5
JULIAN_TO_GREGORIAN = 13  # days between the calendars from 1900 to 2099


@cache
def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar, 1900–2099 (Meeus' Julian method)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=JULIAN_TO_GREGORIAN)


@cache
def national(year: int) -> Mapping[date, Names]:
    """The public holidays of one year; a fixed day keeps its name when it meets a movable one."""
    days = {orthodox_easter(year) + timedelta(days=offset): names for offset, names in AROUND_EASTER.items()}
    days.update({date(year, month, day): names for (month, day), names in FIXED.items()})
    return days


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A day that editors add (`local`, `moved_to`) or take out (`moved_from`)."""

    day: date
    kind: str
    names: Names


class HolidayCalendar:
    """National holidays with the editors' rows on top."""

    def __init__(self, rows: Iterable[HolidayRow] = ()):
        rows = tuple(rows)
        self._moved_away = {row.day for row in rows if row.kind == "moved_from"}
        self._added = {row.day: row.names for row in rows if row.kind != "moved_from"}

    def names(self, day: date) -> Names | None:
        """What the holiday is called per language, or None on an ordinary day."""
        if day in self._added:
            return self._added[day]
        if day in self._moved_away:
            return None
        return national(day.year).get(day)

    def working_day(self, after: date, count: int) -> date:
        """The day that is `count` working days after another; Saturdays, Sundays and holidays do not count."""
        day = after
        while count:
            day += timedelta(days=1)
            count -= day.weekday() < SATURDAY and self.names(day) is None
        return day

    def between(self, first: date, last: date) -> dict[date, Names]:
        """All holidays of these days, both included, in their order."""
        fixed = {day: names for year in range(first.year, last.year + 1) for day, names in national(year).items()}
        days = sorted(day for day in {*fixed, *self._added} if first <= day <= last)
        return {day: names for day in days if (names := self.names(day)) is not None}
