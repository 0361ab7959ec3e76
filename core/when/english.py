"""English about moments."""

from datetime import date, datetime, time
from typing import ClassVar

from core.formats import clock
from core.when.speaking import NAMED_DAYS, Speech, is_midnight, named_day


class English(Speech):
    """English: the plainest of all, prepositions alone."""

    weekdays: ClassVar = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months: ClassVar = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip

    def at_hour(self, moment: time | datetime) -> str:
        return f"at {clock(moment)}"

    def on_full_day(self, day: date) -> str:
        return f"on {self.full_day(day)}"

    def calls(self, moment: datetime, today: date) -> str:
        return f"{self.on(moment.date(), today)} from {clock(moment)}"

    def again(self, moment: datetime, today: date) -> str:
        return f"from {self.on(moment.date(), today).removeprefix('on ')} at {clock(moment)}"

    def until(self, moment: datetime, today: date) -> str:
        day = named_day(moment)
        hours = "midnight" if is_midnight(moment) else clock(moment)
        distance = (day - today).days
        if distance <= 0:
            return hours
        if distance == 1:
            return f"tomorrow at {hours}"
        if distance < NAMED_DAYS:
            return f"{self.weekday(day)} at {hours}"
        return f"{self.weekday_date(day, today)} at {hours}"

    def closing(self, moment: datetime) -> str:
        return "at midnight" if is_midnight(moment) else self.at_hour(moment)

    def closed_days(self, first: date, last: date, today: date) -> str:
        end = self.weekday_date(last, today)
        if first == last:
            return f"on {end}"
        return f"from {self.weekday(first)} {self.first_day(first, last, today)} to {end}"

    def on(self, day: date, today: date) -> str:
        distance = (day - today).days
        if distance == 0:
            return "today"
        if distance == 1:
            return f"tomorrow, {self.weekday(day)},"
        if distance < NAMED_DAYS:
            return f"on {self.weekday(day)}"
        return f"on {self.weekday_date(day, today)}"
