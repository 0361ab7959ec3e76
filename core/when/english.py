"""English about moments."""

from datetime import date, datetime, time
from typing import ClassVar

from core.when.speaking import NAMED_DAYS, hour, is_midnight, named_day, year_of


class English:
    """English: the plainest of all, prepositions alone."""

    weekdays: ClassVar = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months: ClassVar = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip

    def hour(self, moment: time | datetime) -> str:
        return hour(moment)

    def at_hour(self, moment: time | datetime) -> str:
        return f"at {hour(moment)}"

    def weekday(self, day: date) -> str:
        return self.weekdays[day.weekday()]

    def month_day(self, day: date, today: date) -> str:
        return f"{day.day} {self.months[day.month - 1]}{year_of(day, today)}"

    def full_day(self, day: date) -> str:
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def on_full_day(self, day: date) -> str:
        return f"on {self.full_day(day)}"

    def weekday_date(self, day: date, today: date) -> str:
        return f"{self.weekday(day)} {self.month_day(day, today)}"

    def the_weekday_date(self, day: date, today: date) -> str:
        return self.weekday_date(day, today)

    def opens(self, moment: datetime, today: date) -> str:
        return f"{self._on(moment.date(), today)} {self.at_hour(moment)}"

    def calls(self, moment: datetime, today: date) -> str:
        return f"{self._on(moment.date(), today)} from {hour(moment)}"

    def again(self, moment: datetime, today: date) -> str:
        return f"from {self._on(moment.date(), today).removeprefix('on ')} at {hour(moment)}"

    def until(self, moment: datetime, today: date) -> str:
        day = named_day(moment)
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
        return "at midnight" if is_midnight(moment) else self.at_hour(moment)

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
