"""A text of hours in Arabic words; «و» is written together with the word that it joins."""

from core.when.arabic import Arabic
from directory.hours.rules import Day, plain_day

WEEKDAYS = Arabic.weekdays
WEEKDAYS_OF_MONTH = WEEKDAYS
MONTHS = Arabic.months
ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس")
WORDS = {
    "and": " و",
    "list": " و",
    "comma": "، ",
    "range": "من {first} إلى {last}",
    "from_to": "من {first} إلى {last}",
    "every_day": "كل يوم",
    "always": "على مدار الساعة، كل يوم.",
    "next_day": "{hours} من اليوم التالي",
    "whole_day": "طوال اليوم",
    "holidays": "العطل الرسمية",
    "holidays_off": "مغلق في العطل الرسمية.",
    "days_off": "{days}: مغلق.",
    "hours_off": "{days} {hours}: مغلق.",
    "all_off": "مغلق.",
    "perhaps": "ربما {rule}",
    "nth": "{day} {nths} من الشهر",
    "second_week": "مرة كل أسبوعين (الأسابيع {parity} من السنة)",
    "odd": "الفردية",
    "even": "الزوجية",
    "week": "الأسبوع {first} من السنة",
    "weeks": "الأسابيع من {first} إلى {last} من السنة",
    "weeks_step": "مرة كل {step} أسابيع (الأسابيع من {first} إلى {last} من السنة)",
    "year": "سنة {first}",
    "years": "من سنة {first} إلى سنة {last}",
    "on_date": "{first}",
}


def nth(number: int, weekday: int) -> str:
    if number == -1:
        return "الأخير"
    return f"{ORDINALS[abs(number) - 1]}{' قبل نهايته' if number < 0 else ''}"


def day(value: Day) -> str:
    return plain_day(value, MONTHS)
