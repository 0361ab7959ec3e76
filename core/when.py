"""Sentences about moments: weekdays with their article, hours after "at", days as people say them.

Each language is one class with the same methods, because grammar does not fit into one format string:
«στις 8:00» but «στη 1:00», «την Τρίτη» but «τη Δευτέρα» and «το Σάββατο». Moments given here are local ones.
"""

from datetime import date, datetime, time, timedelta
from typing import ClassVar, Protocol

from django.utils import timezone

NAMED_DAYS = 7  # from so many days on, a weekday alone would be the wrong week


class Speech(Protocol):
    """What every language can say about days and hours; `today` decides between "today" and a date."""

    def hour(self, moment: time | datetime) -> str: ...
    def weekday(self, day: date) -> str: ...
    def month_day(self, day: date, today: date) -> str: ...
    def full_day(self, day: date) -> str: ...
    def on_full_day(self, day: date) -> str: ...
    def weekday_date(self, day: date, today: date) -> str: ...
    def the_weekday_date(self, day: date, today: date) -> str: ...
    def opens(self, moment: datetime, today: date) -> str: ...
    def calls(self, moment: datetime, today: date) -> str: ...
    def again(self, moment: datetime, today: date) -> str: ...
    def until(self, moment: datetime, today: date) -> str: ...
    def closing(self, moment: datetime) -> str: ...
    def closed_days(self, first: date, last: date, today: date) -> str: ...


def is_midnight(moment: datetime) -> bool:
    return moment.hour == 0 and moment.minute == 0


def hour(moment: time | datetime) -> str:
    """ "8:05": 24 hours, no leading zero on the hour, the same in every language of the hub."""
    return f"{moment.hour}:{moment.minute:02d}"


class Greek:
    """Greek: articles and prepositions agree with the weekday and with one o'clock."""

    weekdays: ClassVar = ("Δευτέρα", "Τρίτη", "Τετάρτη", "Πέμπτη", "Παρασκευή", "Σάββατο", "Κυριακή")
    articles: ClassVar = ("τη", "την", "την", "την", "την", "το", "την")
    months: ClassVar = (
        "Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου",
        "Ιουλίου", "Αυγούστου", "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου",
    )  # fmt: skip

    def hour(self, moment: time | datetime) -> str:
        return hour(moment)

    def the_hour(self, moment: time | datetime) -> str:
        """«τις 8:00», «τη 1:00»."""
        return f"{'τη' if moment.hour == 1 else 'τις'} {hour(moment)}"

    def weekday(self, day: date) -> str:
        return self.weekdays[day.weekday()]

    def the_weekday(self, day: date) -> str:
        return f"{self.articles[day.weekday()]} {self.weekday(day)}"

    def month_day(self, day: date, today: date) -> str:
        """«1η Ιουνίου», «4 Μαΐου», «4 Μαΐου 2028» when it is not this year."""
        return f"{self._ordinal(day)} {self.months[day.month - 1]}{_year(day, today)}"

    def full_day(self, day: date) -> str:
        return f"{self._ordinal(day)} {self.months[day.month - 1]} {day.year}"

    def on_full_day(self, day: date) -> str:
        """«στις 31 Δεκεμβρίου 2027», «την 1η Ιουνίου 2027»."""
        return f"{'την' if day.day == 1 else 'στις'} {self.full_day(day)}"

    def weekday_date(self, day: date, today: date) -> str:
        return f"{self.weekday(day)} {self.month_day(day, today)}"

    def the_weekday_date(self, day: date, today: date) -> str:
        return f"{self.the_weekday(day)} {self.month_day(day, today)}"

    def opens(self, moment: datetime, today: date) -> str:
        return f"{self._on(moment.date(), today)} σ{self.the_hour(moment)}"

    def calls(self, moment: datetime, today: date) -> str:
        return f"{self._on(moment.date(), today)} από {self.the_hour(moment)}"

    def again(self, moment: datetime, today: date) -> str:
        return f"από {self.opens(moment, today)}"

    def until(self, moment: datetime, today: date) -> str:
        """«τις 15:00», «αύριο στις 6:00», «την Παρασκευή στις 18:00», «τα μεσάνυχτα»."""
        day = _named_day(moment)
        hours = "τα μεσάνυχτα" if is_midnight(moment) else f"σ{self.the_hour(moment)}"
        distance = (day - today).days
        if distance <= 0:
            return hours.removeprefix("σ")
        if distance == 1:
            return f"αύριο {hours}"
        if distance < NAMED_DAYS:
            return f"{self.the_weekday(day)} {hours}"
        return f"{self.the_weekday_date(day, today)} {hours}"

    def closing(self, moment: datetime) -> str:
        return "τα μεσάνυχτα" if is_midnight(moment) else f"σ{self.the_hour(moment)}"

    def closed_days(self, first: date, last: date, today: date) -> str:
        """«την Παρασκευή 7 Μαΐου», «από τη Δευτέρα 2 έως και την Παρασκευή 20 Αυγούστου»."""
        end = self.the_weekday_date(last, today)
        if first == last:
            return end
        same_month = (first.year, first.month) == (last.year, last.month)
        start = f"{self.the_weekday(first)} {self._ordinal(first)}"
        if not same_month:
            start = self.the_weekday_date(first, today)
        return f"από {start} έως και {end}"

    def _ordinal(self, day: date) -> str:
        return "1η" if day.day == 1 else str(day.day)

    def _on(self, day: date, today: date) -> str:
        distance = (day - today).days
        if distance == 0:
            return "σήμερα"
        if distance == 1:
            return f"αύριο, {self.weekday(day)},"
        if distance < NAMED_DAYS:
            return self.the_weekday(day)
        return self.the_weekday_date(day, today)


class English:
    """English, also the fallback for the languages whose own class is not written yet."""

    weekdays: ClassVar = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months: ClassVar = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip

    def hour(self, moment: time | datetime) -> str:
        return hour(moment)

    def weekday(self, day: date) -> str:
        return self.weekdays[day.weekday()]

    def month_day(self, day: date, today: date) -> str:
        return f"{day.day} {self.months[day.month - 1]}{_year(day, today)}"

    def full_day(self, day: date) -> str:
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def on_full_day(self, day: date) -> str:
        return f"on {self.full_day(day)}"

    def weekday_date(self, day: date, today: date) -> str:
        return f"{self.weekday(day)} {self.month_day(day, today)}"

    def the_weekday_date(self, day: date, today: date) -> str:
        return self.weekday_date(day, today)

    def opens(self, moment: datetime, today: date) -> str:
        return f"{self._on(moment.date(), today)} at {hour(moment)}"

    def calls(self, moment: datetime, today: date) -> str:
        return f"{self._on(moment.date(), today)} from {hour(moment)}"

    def again(self, moment: datetime, today: date) -> str:
        return f"from {self._on(moment.date(), today).removeprefix('on ')} at {hour(moment)}"

    def until(self, moment: datetime, today: date) -> str:
        day = _named_day(moment)
        hours = "midnight" if is_midnight(moment) else hour(moment)
        distance = (day - today).days
        if distance <= 0:
            return hours
        if distance == 1:
            return f"tomorrow at {hours}"
        if distance < NAMED_DAYS:
            return f"{self.weekday(day)} at {hours}"
        return f"{self.weekday_date(day, today)} at {hours}"

    def closing(self, moment: datetime) -> str:
        return "at midnight" if is_midnight(moment) else f"at {hour(moment)}"

    def closed_days(self, first: date, last: date, today: date) -> str:
        end = self.weekday_date(last, today)
        if first == last:
            return f"on {end}"
        same_month = (first.year, first.month) == (last.year, last.month)
        start = f"{self.weekday(first)} {first.day}" if same_month else self.weekday_date(first, today)
        return f"from {start} to {end}"

    def _on(self, day: date, today: date) -> str:
        distance = (day - today).days
        if distance == 0:
            return "today"
        if distance == 1:
            return f"tomorrow, {self.weekday(day)},"
        if distance < NAMED_DAYS:
            return f"on {self.weekday(day)}"
        return f"on {self.weekday_date(day, today)}"


_SPEECHES: dict[str, Speech] = {"el": Greek(), "en": English()}


def speech(language: str) -> Speech:
    """The words of a language; English where a language has none of its own yet."""
    return _SPEECHES.get(language, _SPEECHES["en"])


def _year(day: date, today: date) -> str:
    return f" {day.year}" if day.year != today.year else ""


def _named_day(moment: datetime) -> date:
    """The day that people mean: midnight belongs to the day that it ends."""
    return date.fromordinal(moment.toordinal() - 1) if is_midnight(moment) else moment.date()


def next_midnight(moment: datetime) -> datetime:
    """The local midnight after a moment, when "today" and "tomorrow" change their meaning."""
    local = timezone.localtime(moment)
    following = local.date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(following, time()))
