"""Albanian about moments: the article of the weekday changes with its place in the sentence.

«e premte» names the day, «të premten» says on or until it, «nga e premtja» from it; hours come after «në orën».
"""

from datetime import date, datetime, time
from typing import ClassVar

from core.formats import clock
from core.when.speaking import NAMED_DAYS, Speech, is_midnight, named_day


class Albanian(Speech):
    """Albanian: weekdays as adjectives, indefinite, definite and in the accusative."""

    weekdays: ClassVar = ("e hënë", "e martë", "e mërkurë", "e enjte", "e premte", "e shtunë", "e diel")
    definite: ClassVar = ("e hëna", "e marta", "e mërkura", "e enjtja", "e premtja", "e shtuna", "e diela")
    accusative: ClassVar = (
        "të hënën", "të martën", "të mërkurën", "të enjten", "të premten", "të shtunën", "të dielën",
    )  # fmt: skip
    months: ClassVar = (
        "janar", "shkurt", "mars", "prill", "maj", "qershor",
        "korrik", "gusht", "shtator", "tetor", "nëntor", "dhjetor",
    )  # fmt: skip

    def at_hour(self, moment: time | datetime) -> str:
        return f"në orën {clock(moment)}"

    def the_weekday(self, day: date) -> str:
        return self.accusative[day.weekday()]

    def on_full_day(self, day: date) -> str:
        return f"më {self.full_day(day)}"

    def calls(self, moment: datetime, today: date) -> str:
        return f"{self.on(moment.date(), today)} nga ora {clock(moment)}"

    def until(self, moment: datetime, today: date) -> str:
        """After «deri»: «në orën 15:00», «nesër në orën 6:00», «të premten në orën 18:00», «në mesnatë»."""
        day = named_day(moment)
        hours = self.closing(moment)
        distance = (day - today).days
        if distance <= 0:
            return hours
        if distance == 1:
            return f"nesër {hours}"
        if distance < NAMED_DAYS:
            return f"{self.the_weekday(day)} {hours}"
        return f"{self.the_weekday_date(day, today)} {hours}"

    def closing(self, moment: datetime) -> str:
        return "në mesnatë" if is_midnight(moment) else self.at_hour(moment)

    def closed_days(self, first: date, last: date, today: date) -> str:
        """«të premten 7 maj», «nga e hëna 2 deri të premten 20 gusht»."""
        end = self.the_weekday_date(last, today)
        if first == last:
            return end
        begins = self.first_day(first, last, today)
        return f"nga {self.definite[first.weekday()]} {begins} deri {end}"

    def on(self, day: date, today: date) -> str:
        distance = (day - today).days
        if distance == 0:
            return "sot"
        if distance == 1:
            return f"nesër, {self.the_weekday(day)},"
        if distance < NAMED_DAYS:
            return self.the_weekday(day)
        return self.the_weekday_date(day, today)
