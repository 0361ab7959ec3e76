"""What every language can say about moments, and what is the same in all of them."""

from datetime import date, datetime, time
from typing import Protocol

NAMED_DAYS = 7  # from so many days on, a weekday alone would be the wrong week


class Speech(Protocol):
    """What every language can say about days and hours; `today` decides between "today" and a date."""

    def hour(self, moment: time | datetime) -> str: ...
    def at_hour(self, moment: time | datetime) -> str: ...
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


def year_of(day: date, today: date) -> str:
    """ " 2028" when it is not this year, else nothing."""
    return f" {day.year}" if day.year != today.year else ""


def named_day(moment: datetime) -> date:
    """The day that people mean: midnight belongs to the day that it ends."""
    return date.fromordinal(moment.toordinal() - 1) if is_midnight(moment) else moment.date()


def same_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)
