"""Sentences about moments in five languages: cases, articles and prepositions around days and hours."""

from datetime import date, datetime, timedelta

import pytest
from babel import dates
from django.conf import settings
from django.test import override_settings

from core.languages import listed
from core.when import speech

LANGUAGES = [code for code, _name in settings.LANGUAGES]
MONDAY = date(2027, 5, 3)
TODAY = date(2027, 5, 5)


def at(day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(2027, 5, day, hour, minute)


# In the order of settings.LANGUAGES: Greek, English, Arabic, Albanian, Ukrainian. Today is Wednesday 5 May 2027.
GOLDEN = [
    ("opens today", lambda say: say.opens(at(5, 17), TODAY),
     ["σήμερα στις 17:00", "today at 17:00", "اليوم الساعة 17:00", "sot në orën 17:00", "сьогодні о 17:00"]),
    ("opens tomorrow", lambda say: say.opens(at(6), TODAY),
     ["αύριο, Πέμπτη, στις 8:00", "tomorrow, Thursday, at 8:00", "غداً، الخميس، الساعة 8:00",
      "nesër, të enjten, në orën 8:00", "завтра, у четвер, о 8:00"]),
    ("opens on a day of the week", lambda say: say.opens(at(10, 11), TODAY),
     ["τη Δευτέρα στις 11:00", "on Monday at 11:00", "يوم الاثنين الساعة 11:00", "të hënën në orën 11:00",
      "у понеділок об 11:00"]),
    ("opens on a date", lambda say: say.opens(at(14, 1), TODAY),
     ["την Παρασκευή 14 Μαΐου στη 1:00", "on Friday 14 May at 1:00", "يوم الجمعة 14 مايو الساعة 1:00",
      "të premten 14 maj në orën 1:00", "у п’ятницю, 14 травня, о 1:00"]),
    ("answers from an hour", lambda say: say.calls(at(8), TODAY),
     ["το Σάββατο από τις 8:00", "on Saturday from 8:00", "يوم السبت من الساعة 8:00", "të shtunën nga ora 8:00",
      "у суботу з 8:00"]),
    ("begins again", lambda say: say.again(at(19, 9), TODAY),
     ["από την Τετάρτη 19 Μαΐου στις 9:00", "from Wednesday 19 May at 9:00", "يوم الأربعاء 19 مايو الساعة 9:00",
      "të mërkurën 19 maj në orën 9:00", "у середу, 19 травня, о 9:00"]),
    ("until an hour", lambda say: say.until(at(5, 15, 5), TODAY),
     ["τις 15:05", "15:05", "الساعة 15:05", "në orën 15:05", "15:05"]),
    ("until tomorrow", lambda say: say.until(at(6, 6), TODAY),
     ["αύριο στις 6:00", "tomorrow at 6:00", "الغد الساعة 6:00", "nesër në orën 6:00", "6:00 завтра"]),
    ("until a day of the week", lambda say: say.until(at(7, 18), TODAY),
     ["την Παρασκευή στις 18:00", "Friday at 18:00", "يوم الجمعة الساعة 18:00", "të premten në orën 18:00",
      "18:00 п’ятниці"]),
    ("until a date", lambda say: say.until(at(18, 18), TODAY),
     ["την Τρίτη 18 Μαΐου στις 18:00", "Tuesday 18 May at 18:00", "يوم الثلاثاء 18 مايو الساعة 18:00",
      "të martën 18 maj në orën 18:00", "18:00 вівторка, 18 травня"]),
    ("until midnight", lambda say: say.until(at(6, 0), TODAY),
     ["τα μεσάνυχτα", "midnight", "منتصف الليل", "në mesnatë", "півночі"]),
    ("closing at midnight", lambda say: say.closing(at(6, 0)),
     ["τα μεσάνυχτα", "at midnight", "عند منتصف الليل", "në mesnatë", "опівночі"]),
    ("closing at an hour", lambda say: say.closing(at(5, 15)),
     ["στις 15:00", "at 15:00", "الساعة 15:00", "në orën 15:00", "о 15:00"]),
    ("closed on one day", lambda say: say.closed_days(date(2027, 5, 7), date(2027, 5, 7), TODAY),
     ["την Παρασκευή 7 Μαΐου", "on Friday 7 May", "يوم الجمعة 7 مايو", "të premten 7 maj", "у п’ятницю, 7 травня"]),
    ("closed within a month", lambda say: say.closed_days(date(2027, 8, 2), date(2027, 8, 20), TODAY),
     ["από τη Δευτέρα 2 έως και την Παρασκευή 20 Αυγούστου", "from Monday 2 to Friday 20 August",
      "من يوم الاثنين 2 حتى يوم الجمعة 20 أغسطس", "nga e hëna 2 deri të premten 20 gusht",
      "з понеділка, 2, по п’ятницю, 20 серпня"]),
    ("closed over two months", lambda say: say.closed_days(date(2027, 9, 29), date(2027, 10, 3), TODAY),
     ["από την Τετάρτη 29 Σεπτεμβρίου έως και την Κυριακή 3 Οκτωβρίου",
      "from Wednesday 29 September to Sunday 3 October",
      "من يوم الأربعاء 29 سبتمبر حتى يوم الأحد 3 أكتوبر", "nga e mërkura 29 shtator deri të dielën 3 tetor",
      "із середи, 29 вересня, по неділю, 3 жовтня"]),
    ("a label", lambda say: say.weekday_date(MONDAY, TODAY),
     ["Δευτέρα 3 Μαΐου", "Monday 3 May", "الاثنين 3 مايو", "e hënë 3 maj", "понеділок 3 травня"]),
    ("a label of another year", lambda say: say.weekday_date(date(2028, 1, 1), TODAY),
     ["Σάββατο 1η Ιανουαρίου 2028", "Saturday 1 January 2028", "السبت 1 يناير 2028", "e shtunë 1 janar 2028",
      "субота 1 січня 2028 року"]),
    ("on a full day", lambda say: say.on_full_day(date(2027, 12, 31)),
     ["στις 31 Δεκεμβρίου 2027", "on 31 December 2027", "في 31 ديسمبر 2027", "më 31 dhjetor 2027",
      "31 грудня 2027 року"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), [row[1:] for row in GOLDEN], ids=[row[0] for row in GOLDEN])
def test_moment_is_said_in_the_grammar_of_each_language(said, expected):
    assert [said(speech(language)) for language in LANGUAGES] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_days_and_months_are_those_of_cldr(language):
    days = [MONDAY + timedelta(days=number) for number in range(7)]
    months = [date(2027, number, 2) for number in range(1, 13)]
    label = [dates.format_date(day, "EEEE d MMMM", locale=language) for day in (*days, *months)]
    said = [speech(language).weekday_date(day, day) for day in (*days, *months)]
    assert said == [each.replace("\u02bc", "\u2019") for each in label]


@override_settings(LANGUAGE_FALLBACKS={"sr": ("sr", "uk", "el")})
def test_language_without_words_of_its_own_speaks_the_nearest_one():
    assert speech("sr") is speech("uk")
    assert speech("xx") is speech("en")


def test_parts_are_listed_with_the_comma_of_the_language():
    assert listed(("a", "", "b"), "uk") == "a, b"
    assert listed(("10:00", "", "12:00"), "ar") == "10:00، 12:00"
