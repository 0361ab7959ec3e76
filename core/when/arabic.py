"""Arabic about moments: «يوم» before the weekday, «الساعة» before the hour, Latin digits, the Arabic comma.

Text is in logical order; the page's direction arranges it. Names of months are those of Egypt and the Gulf, which the
news agencies use beside the Syrian ones, and CLDR for plain Arabic.
"""

from datetime import date, datetime, time
from typing import ClassVar

from core.formats import clock
from core.when.speaking import NAMED_DAYS, Speech, is_midnight, named_day


class Arabic(Speech):
    """Arabic: no visible cases, so that few words change."""

    weekdays: ClassVar = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
    months: ClassVar = (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    )  # fmt: skip

    def at_hour(self, moment: time | datetime) -> str:
        return f"الساعة {clock(moment)}"

    def the_weekday(self, day: date) -> str:
        """«يوم الخميس»."""
        return f"يوم {self.weekday(day)}"

    def on_full_day(self, day: date) -> str:
        return f"في {self.full_day(day)}"

    def calls(self, moment: datetime, today: date) -> str:
        return f"{self.on(moment.date(), today)} من {self.at_hour(moment)}"

    def until(self, moment: datetime, today: date) -> str:
        """After «حتى»: the hour, «الغد» or the weekday with the hour, or midnight."""
        day = named_day(moment)
        distance = (day - today).days
        if distance <= 0:
            return "منتصف الليل" if is_midnight(moment) else self.at_hour(moment)
        hours = self.closing(moment)
        if distance == 1:
            return f"الغد {hours}"
        if distance < NAMED_DAYS:
            return f"{self.the_weekday(day)} {hours}"
        return f"{self.the_weekday_date(day, today)} {hours}"

    def closed_days(self, first: date, last: date, today: date) -> str:
        """One day with its date, or from the first «حتى» the last."""
        end = self.the_weekday_date(last, today)
        if first == last:
            return end
        begins = self.first_day(first, last, today)
        return f"من {self.the_weekday(first)} {begins} حتى {end}"

    def closing(self, moment: datetime) -> str:
        return "عند منتصف الليل" if is_midnight(moment) else self.at_hour(moment)

    def on(self, day: date, today: date) -> str:
        distance = (day - today).days
        if distance == 0:
            return "اليوم"
        if distance == 1:
            return f"غداً، {self.weekday(day)}،"
        if distance < NAMED_DAYS:
            return self.the_weekday(day)
        return self.the_weekday_date(day, today)
