"""Hours in five languages: no sentence is missing, none forgets a fact, and all change at the same moments."""

import json
import string
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import override_settings

from directory.hours import readings, sentences
from directory.hours.contract import _hours
from directory.hours.holidays import AROUND_EASTER, FIXED, HolidayCalendar
from directory.hours.readings import reading
from directory.hours.sentences import expires, sentence
from directory.hours.state import Timeline
from directory.hours.week import week
from directory.hours.words import day_words
from directory.hours.words import sentences as patterns

LANGUAGES = [code for code, _name in settings.LANGUAGES]
CASES = json.loads((Path(__file__).parents[1] / "contract" / "hours" / "cases.json").read_text("utf-8"))["cases"]
ATHENS = ZoneInfo("Europe/Athens")


def fields(pattern: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(pattern) if name}


def timeline(case: dict) -> tuple[Timeline, datetime]:
    return Timeline(_hours(case), ATHENS), datetime.fromisoformat(case["at"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_exists_and_holds_the_same_facts(language):
    english, own = patterns("en"), patterns(language)
    assert {key: fields(said) for key, said in own.items()} == {key: fields(said) for key, said in english.items()}
    assert day_words(language).keys() == day_words("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_reading_exists(language):
    english, own = readings._LANGUAGES["en"], readings._LANGUAGES[language]
    assert own.WORDS.keys() == english.WORDS.keys()
    assert (len(own.WEEKDAYS), len(own.WEEKDAYS_OF_MONTH), len(own.MONTHS)) == (7, 7, 12)


READINGS = [
    ("Mo-Fr 08:00-15:00; PH off",
     "من الاثنين إلى الجمعة 8:00–15:00. مغلق في العطل الرسمية.",
     "E hënë – e premte 8:00–15:00. Mbyllur në festat zyrtare.",
     "Понеділок – п’ятниця 8:00–15:00. У святкові дні зачинено."),
    ("Mo,We,Fr 08:00-14:00,17:00-20:30",
     "الاثنين والأربعاء والجمعة 8:00–14:00 و17:00–20:30.",
     "E hënë, e mërkurë dhe e premte 8:00–14:00 dhe 17:00–20:30.",
     "Понеділок, середа та п’ятниця 8:00–14:00 та 17:00–20:30."),
    ("We[1,3] 10:00-12:00",
     "الأربعاء الأول والثالث من الشهر 10:00–12:00.",
     "E mërkura e parë dhe e tretë e muajit 10:00–12:00.",
     "1-ша та 3-тя середа місяця 10:00–12:00."),
    ("Nov 15-Mar 31 Mo-Su 20:00-08:00",
     "من 15 نوفمبر إلى 31 مارس: كل يوم 20:00–8:00 من اليوم التالي.",
     "15 nëntor – 31 mars: çdo ditë 20:00–8:00 të ditës tjetër.",
     "15 листопада – 31 березня: щодня 20:00–8:00 наступного дня."),
    ("24/7", "على مدار الساعة، كل يوم.", "24 orë në ditë, çdo ditë.", "Цілодобово, щодня."),
]  # fmt: skip


@pytest.mark.parametrize(("osm", "arabic", "albanian", "ukrainian"), READINGS, ids=[row[0] for row in READINGS])
def test_text_of_hours_is_read_in_each_language(osm, arabic, albanian, ukrainian):
    assert [reading(osm, language) for language in ("ar", "sq", "uk")] == [arabic, albanian, ukrainian]


def test_cached_sentence_expires_for_every_language_when_greek_and_english_do(monkeypatch):
    of_two = [expires(*timeline(case)) for case in CASES]
    monkeypatch.setattr(sentences, "COMPARED", tuple(LANGUAGES))
    assert [expires(*timeline(case)) for case in CASES] == of_two


def test_holidays_have_a_name_in_every_language():
    assert all(list(names) == LANGUAGES for names in (*FIXED.values(), *AROUND_EASTER.values()))
    assert HolidayCalendar().names(date(2027, 5, 3))["uk"] == "Великодній понеділок"


def test_phone_inside_an_arabic_sentence_keeps_the_order_of_its_groups():
    case = next(case for case in CASES if case.get("hub_phone") and "210" in case["expect"]["en"])
    line, moment = timeline(case)
    assert sentence(line.state(moment), "ar").endswith(f"\u2066{case['hub_phone']}\u2069.")


def test_week_table_speaks_the_readers_language():
    line, moment = timeline(CASES[0])
    rows = {language: week(line, moment.date(), language)[0] for language in LANGUAGES}
    assert rows["uk"].name.split()[0] in {"понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота", "неділя"}
    assert len({row.name for row in rows.values()}) == len(LANGUAGES)


@override_settings(LANGUAGE_FALLBACKS={"sr": ("sr", "uk", "el")})
def test_language_without_words_of_its_own_reads_the_nearest_one():
    line, moment = timeline(CASES[0])
    assert sentence(line.state(moment), "sr") == sentence(line.state(moment), "uk")
    assert reading("24/7", "sr") == reading("24/7", "uk")
