"""Greek about moments: articles and prepositions agree with the weekday and with one o'clock.

«στις 8:00» but «στη 1:00», «την Τρίτη» but «τη Δευτέρα» and «το Σάββατο».
"""

from datetime import date, datetime, time
from typing import ClassVar

from core.formats import clock
from core.when.speaking import NAMED_DAYS, Speech, is_midnight, named_day


class Greek(Speech):
    """Greek: articles and prepositions agree with the weekday and with one o'clock."""

    weekdays: ClassVar = ("Δευτέρα", "Τρίτη", "Τετάρτη", "Πέμπτη", "Παρασκευή", "Σάββατο", "Κυριακή")
    articles: ClassVar = ("τη", "την", "την", "την", "την", "το", "την")
    months: ClassVar = (
        "Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου",
        "Ιουλίου", "Αυγούστου", "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου",
    )  # fmt: skip

    def the_hour(self, moment: time | datetime) -> str:
        """«τις 8:00», «τη 1:00»."""
        return f"{'τη' if moment.hour == 1 else 'τις'} {clock(moment)}"

    def at_hour(self, moment: time | datetime) -> str:
        return f"σ{self.the_hour(moment)}"

    def the_weekday(self, day: date) -> str:
        return f"{self.articles[day.weekday()]} {self.weekday(day)}"

    def on_full_day(self, day: date) -> str:
        """«στις 31 Δεκεμβρίου 2027», «την 1η Ιουνίου 2027»."""
        return f"{'την' if day.day == 1 else 'στις'} {self.full_day(day)}"

    def calls(self, moment: datetime, today: date) -> str:
        return f"{self.on(moment.date(), today)} από {self.the_hour(moment)}"

    def again(self, moment: datetime, today: date) -> str:
        return f"από {self.opens(moment, today)}"

    def until(self, moment: datetime, today: date) -> str:
        """«τις 15:00», «αύριο στις 6:00», «την Παρασκευή στις 18:00», «τα μεσάνυχτα»."""
        day = named_day(moment)
        hours = self.closing(moment)
        distance = (day - today).days
        if distance <= 0:
            return hours.removeprefix("σ")
        if distance == 1:
            return f"αύριο {hours}"
        if distance < NAMED_DAYS:
            return f"{self.the_weekday(day)} {hours}"
        return f"{self.the_weekday_date(day, today)} {hours}"

    def closing(self, moment: datetime) -> str:
        return "τα μεσάνυχτα" if is_midnight(moment) else self.at_hour(moment)

    def closed_days(self, first: date, last: date, today: date) -> str:
        """«την Παρασκευή 7 Μαΐου», «από τη Δευτέρα 2 έως και την Παρασκευή 20 Αυγούστου»."""
        end = self.the_weekday_date(last, today)
        if first == last:
            return end
        return f"από {self.the_weekday(first)} {self.first_day(first, last, today)} έως και {end}"

    def number(self, day: date) -> str:
        """«1η», «4»."""
        return "1η" if day.day == 1 else str(day.day)

    def on(self, day: date, today: date) -> str:
        distance = (day - today).days
        if distance == 0:
            return "σήμερα"
        if distance == 1:
            return f"αύριο, {self.weekday(day)},"
        if distance < NAMED_DAYS:
            return self.the_weekday(day)
        return self.the_weekday_date(day, today)
