"""Public holidays of Greece as own data: fixed ones, days around Orthodox Easter, editors' rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

Names = Mapping[str, str]


def _names(*said: str) -> Names:
    """Greek, English, Arabic, Albanian, Ukrainian."""
    return dict(zip(("el", "en", "ar", "sq", "uk"), said, strict=True))


FIXED: dict[tuple[int, int], Names] = {
    (1, 1): _names("Πρωτοχρονιά", "New Year's Day", "رأس السنة الميلادية", "Viti i Ri", "Новий рік"),
    (1, 6): _names("Θεοφάνεια", "Epiphany", "عيد الغطاس", "Ujët e Bekuar (Teofania)", "Богоявлення"),
    (3, 25): _names("25η Μαρτίου", "25 March", "25 مارس", "25 mars", "25 березня"),
    (5, 1): _names("Πρωτομαγιά", "Labour Day", "عيد العمال", "Dita e Punëtorëve", "День праці"),
    (8, 15): _names("Δεκαπενταύγουστος", "15 August", "15 أغسطس", "15 gusht", "15 серпня"),
    (10, 28): _names("28η Οκτωβρίου", "28 October", "28 أكتوبر", "28 tetor", "28 жовтня"),
    (12, 25): _names("Χριστούγεννα", "Christmas Day", "عيد الميلاد", "Krishtlindjet", "Різдво"),
    (12, 26): _names("Σύναξη της Θεοτόκου", "26 December", "26 ديسمبر", "26 dhjetor", "26 грудня"),
}
AROUND_EASTER: dict[int, Names] = {
    -48: _names("Καθαρά Δευτέρα", "Clean Monday", "الاثنين النظيف", "E Hëna e Pastër", "Чистий понеділок"),
    -2: _names("Μεγάλη Παρασκευή", "Good Friday", "الجمعة العظيمة", "E Premtja e Madhe", "Страсна п’ятниця"),
    0: _names("Κυριακή του Πάσχα", "Easter Sunday", "أحد الفصح", "E Diela e Pashkëve", "Великдень"),
    1: _names("Δευτέρα του Πάσχα", "Easter Monday", "اثنين الفصح", "E Hëna e Pashkëve", "Великодній понеділок"),
    49: _names("Πεντηκοστή", "Whit Sunday", "أحد العنصرة", "E Diela e Rrëshajëve", "Трійця"),
    50: _names("Αγίου Πνεύματος", "Whit Monday", "اثنين العنصرة", "E Hëna e Rrëshajëve", "День Святого Духа"),
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
