"""Ukrainian about moments: the weekday bends after its preposition, the month stands in the genitive.

«у четвер» (accusative), «з четверга» and «до четверга» (genitive), «3 травня», «об 11:00» before a vowel. A date after
a weekday explains it and stands between commas.
"""

from datetime import date, datetime, time
from typing import ClassVar

from core.formats import clock
from core.when.speaking import NAMED_DAYS, Speech, is_midnight, named_day

ELEVEN = 11  # «одинадцята», the only hour that begins with a vowel


class Ukrainian(Speech):
    """Ukrainian: three cases of the weekday, «о» or «об» before the hour, «року» after the year."""

    weekdays: ClassVar = ("понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота", "неділя")
    accusative: ClassVar = ("понеділок", "вівторок", "середу", "четвер", "п’ятницю", "суботу", "неділю")
    genitive: ClassVar = ("понеділка", "вівторка", "середи", "четверга", "п’ятниці", "суботи", "неділі")
    since: ClassVar = ("з", "з", "із", "із", "з", "із", "з")  # «із» where «з» would meet с, ч or ш
    months: ClassVar = (
        "січня", "лютого", "березня", "квітня", "травня", "червня",
        "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
    )  # fmt: skip

    def at_hour(self, moment: time | datetime) -> str:
        """«о 8:00», «об 11:00»."""
        return f"{'об' if moment.hour == ELEVEN else 'о'} {clock(moment)}"

    def month_day(self, day: date, today: date) -> str:
        """«4 травня», «4 травня 2028 року» when it is not this year."""
        return self._day(day) if day.year == today.year else self.full_day(day)

    def full_day(self, day: date) -> str:
        """«31 грудня 2027 року»: the whole word, since «р.» would double a full stop."""
        return f"{self._day(day)} {day.year} року"

    def on_full_day(self, day: date) -> str:
        """The genitive alone says "on"."""
        return self.full_day(day)

    def the_weekday_date(self, day: date, today: date) -> str:
        """«п’ятницю, 20 серпня», for «у» (on) and «по» (until, that day included)."""
        return f"{self.accusative[day.weekday()]}, {self.month_day(day, today)}"

    def calls(self, moment: datetime, today: date) -> str:
        return f"{self.on(moment.date(), today)} з {clock(moment)}"

    def until(self, moment: datetime, today: date) -> str:
        """After «до»: «15:00», «6:00 завтра», «18:00 п’ятниці», «півночі»."""
        day = named_day(moment)
        hours = "півночі" if is_midnight(moment) else clock(moment)
        distance = (day - today).days
        if distance <= 0:
            return hours
        if distance == 1:
            return f"{hours} завтра"
        weekday = self.genitive[day.weekday()]
        if distance < NAMED_DAYS:
            return f"{hours} {weekday}"
        return f"{hours} {weekday}, {self.month_day(day, today)}"

    def closing(self, moment: datetime) -> str:
        return "опівночі" if is_midnight(moment) else self.at_hour(moment)

    def closed_days(self, first: date, last: date, today: date) -> str:
        """«у п’ятницю, 7 травня», «з понеділка, 2, по п’ятницю, 20 серпня»."""
        end = self.the_weekday_date(last, today)
        if first == last:
            return f"у {end}"
        begins = self.first_day(first, last, today)
        number = first.weekday()
        return f"{self.since[number]} {self.genitive[number]}, {begins}, по {end}"

    def _day(self, day: date) -> str:
        return f"{day.day} {self.months[day.month - 1]}"

    def on(self, day: date, today: date) -> str:
        distance = (day - today).days
        if distance == 0:
            return "сьогодні"
        named = f"у {self.accusative[day.weekday()]}"
        if distance == 1:
            return f"завтра, {named},"
        if distance < NAMED_DAYS:
            return named
        return f"{named}, {self.month_day(day, today)},"
