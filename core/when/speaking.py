"""What every language can say about moments, and what is the same in most of them."""

from abc import ABC, abstractmethod
from datetime import date, datetime, time
from typing import ClassVar

NAMED_DAYS = 7  # from so many days on, a weekday alone would be the wrong week


def is_midnight(moment: datetime) -> bool:
    return moment.hour == 0 and moment.minute == 0


def year_of(day: date, today: date) -> str:
    """ " 2028" when it is not this year, else nothing."""
    return f" {day.year}" if day.year != today.year else ""


def named_day(moment: datetime) -> date:
    """The day that people mean: midnight belongs to the day that it ends."""
    return date.fromordinal(moment.toordinal() - 1) if is_midnight(moment) else moment.date()


def same_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)


class Speech(ABC):
    """A language about days and hours; `today` decides between "today" and a date.

    What is written here holds for most languages; one whose grammar differs says its own.
    """

    weekdays: ClassVar[tuple[str, ...]]  # from Monday, as they stand alone
    months: ClassVar[tuple[str, ...]]  # as they stand after a day

    def weekday(self, day: date) -> str:
        return self.weekdays[day.weekday()]

    def the_weekday(self, day: date) -> str:
        """The weekday as it stands in a sentence."""
        return self.weekday(day)

    def number(self, day: date) -> str:
        """The day in its month: "4"."""
        return str(day.day)

    def month_day(self, day: date, today: date) -> str:
        """ "4 May", and "4 May 2028" when it is not this year."""
        return f"{self.number(day)} {self.months[day.month - 1]}{year_of(day, today)}"

    def full_day(self, day: date) -> str:
        return f"{self.number(day)} {self.months[day.month - 1]} {day.year}"

    def weekday_date(self, day: date, today: date) -> str:
        """A label without a sentence: "Monday 3 May"."""
        return f"{self.weekday(day)} {self.month_day(day, today)}"

    def the_weekday_date(self, day: date, today: date) -> str:
        """The same in a sentence."""
        return f"{self.the_weekday(day)} {self.month_day(day, today)}"

    def opens(self, moment: datetime, today: date) -> str:
        return f"{self.on(moment.date(), today)} {self.at_hour(moment)}"

    def again(self, moment: datetime, today: date) -> str:
        return self.opens(moment, today)

    def first_day(self, first: date, last: date, today: date) -> str:
        """How a stretch of days begins after its weekday: the number alone when both days are of one month."""
        return self.number(first) if same_month(first, last) else self.month_day(first, today)

    @abstractmethod
    def at_hour(self, moment: time | datetime) -> str: ...
    @abstractmethod
    def on(self, day: date, today: date) -> str: ...
    @abstractmethod
    def on_full_day(self, day: date) -> str: ...
    @abstractmethod
    def calls(self, moment: datetime, today: date) -> str: ...
    @abstractmethod
    def until(self, moment: datetime, today: date) -> str: ...
    @abstractmethod
    def closing(self, moment: datetime) -> str: ...
    @abstractmethod
    def closed_days(self, first: date, last: date, today: date) -> str: ...
