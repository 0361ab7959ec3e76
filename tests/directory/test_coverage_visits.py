"""How often the mobile unit comes, as a cell of the coverage says it."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from core.lines import glued
from core.when import speech
from directory.hours.rhythm import Often, how_often
from tests.directory.test_coverage import cells, matrix_csv, rebuild, serve
from tests.factories import directory as make

ATHENS = ZoneInfo("Europe/Athens")


@pytest.fixture
def index(homes):
    return make.index_page(homes["en"])


@pytest.fixture
def page(index):
    return make.coverage_page(index)


MAY = date(2027, 5, 6)


@pytest.mark.parametrize(
    ("days", "often"),
    [
        ([0, 7, 14, 21], Often.WEEKLY),
        ([0, 2, 7, 9, 14, 16], Often.WEEKLY),
        ([0, 7, 21, 28, 35], Often.WEEKLY),
        ([0, 14, 28], Often.FORTNIGHTLY),
        ([0, 15, 28, 42], Often.FORTNIGHTLY),
        ([0, 28], Often.MONTHLY),
        ([0, 35], Often.MONTHLY),
        ([0, 7], None),
        ([0, 14], None),
        ([0], None),
        ([0, 20, 40], None),
        ([0, 7, 30, 51], None),
        ([], None),
    ],
    ids=str,
)
def test_rhythm_of_visits_is_that_of_most_of_them(days, often):
    assert how_often(MAY + timedelta(days=number) for number in days) == often


@pytest.mark.parametrize(
    ("gap", "times", "words"),
    [(7, 4, "κάθε εβδομάδα, επόμενη "), (14, 3, "ανά δύο εβδομάδες, επόμενη "), (28, 2, "κάθε μήνα, επόμενη ")],
)
def test_cell_of_the_mobile_unit_says_how_often_it_comes(client, homes, gap, times, words):
    index = make.index_page(homes["el"])
    make.coverage_page(index)
    unit = make.mobile_unit(serve(index, "van", "mobile"))
    noon = timezone.localtime().replace(hour=12, minute=0)
    for number in range(times):
        make.visit(unit, noon + timedelta(days=2 + gap * number))
    rebuild()
    assert (
        words + glued(speech("el").month_day((noon + timedelta(days=2)).date(), noon.date()))
        in client.get("/domes/kalypsi/").content.decode()
    )


def test_visit_is_shown_under_the_time_of_day_on_which_it_takes_place(client, index, page):
    structure = serve(index, "van", "mobile", osm="Mo-Su 00:00-24:00")
    monday = timezone.localtime().replace(hour=10, minute=0) + timedelta(days=7 - timezone.localtime().weekday())
    make.visit(make.mobile_unit(structure), monday)
    rebuild()
    found = {when: matrix_csv(client, f"open={when}")["city", "mobile"]["next_visit"] for when in ("morning", "late")}
    assert found == {"morning": monday.date().isoformat(), "late": ""}


def test_cell_of_the_mobile_unit_says_when_it_comes_next(client, index, page):
    here, other = make.community("a", "Α΄"), make.community("b", "Β΄")
    structure = serve(index, "van", "mobile")
    unit, today = make.mobile_unit(structure), timezone.now().astimezone(ATHENS)
    noon = today.replace(hour=12, minute=0, second=0, microsecond=0)
    make.visit(unit, noon + timedelta(days=9), community=here)
    make.visit(unit, noon + timedelta(days=2), community=here, state="cancelled")
    make.visit(unit, noon + timedelta(days=5), community=here)
    rebuild()
    table = matrix_csv(client)
    soon = (noon + timedelta(days=5)).date().isoformat()
    assert [table[area, "mobile"]["next_visit"] for area in ("a", other.slug, "city")] == [soon, "", soon]
    assert sum("next visit: " in words for row in cells(client) for words in row) == 2
    assert matrix_csv(client, "need=nothing-known")["city", "mobile"]["next_visit"] == soon
    make.need("health", "Υγεία")
    assert matrix_csv(client, "need=health")["city", "mobile"]["next_visit"] == ""
