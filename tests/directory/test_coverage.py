"""The coverage matrix: every number is its list, gaps are said, the table to take along is the page."""

import csv
import html
import io
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from directory.hours.rhythm import Rhythm, rhythm
from directory.hours.state import Stretch
from directory.models import CoverageSnapshot
from directory.models.choices import Channel
from directory.services import rebuild_all_intervals
from directory.services.coverage import record_coverage
from tests.factories import directory as make

ATHENS = ZoneInfo("Europe/Athens")
CELL = re.compile(r'<a class="num" href="([^"]+)">(\d+)</a> <small>([^<]*)</small>')


@pytest.fixture
def index(homes):
    return make.index_page(homes["en"])


@pytest.fixture
def page(index):
    return make.coverage_page(index)


def rebuild():
    rebuild_all_intervals(at=timezone.now(), zone=ATHENS)


def serve(index, slug, channel="phone", *, communities=(), **fields):
    """A listed structure with one access point; without communities it serves the whole city."""
    structure = make.structure(slug, **{key: fields.pop(key) for key in ("sensitive",) if key in fields})
    point = make.access_point(structure, channel, citywide=not communities, **fields)
    point.communities.set(communities)
    point.save()
    make.structure_page(index, structure)
    return structure


def cells(client, path="/en/domes/kalypsi/"):
    """The table of the page: (row, column) → words, where rows and columns are counted from 0."""
    body = client.get(path).content.decode()
    table = body[body.index("<tbody>") : body.index("</tbody>")]
    return [re.findall(r"<td.*?</td>", row) for row in table.split("<tr>")[1:]]


def matrix_csv(client, query=""):
    answer = client.get(f"/api/directory/coverage.csv?lang=en&{query}")
    assert answer.status_code == 200
    return {(row["community"], row["channel"]): row for row in csv.DictReader(io.StringIO(answer.content.decode()))}


@pytest.fixture
def filled(index):
    """Two communities, several channels, a structure that serves one area in two ways."""
    c, d = make.community("c", "Γ΄ Δημοτική Κοινότητα"), make.community()
    serve(index, "line", osm="Mo-Fr 08:00-15:00")
    here = make.location("square", community=d)
    both = serve(index, "both", "outreach", communities=[d], location=here, osm="We 10:00-12:00")
    make.access_point(both, "place", citywide=True, location=here)
    serve(index, "visits", "home_visit", communities=[c, d])
    rebuild()


@pytest.mark.parametrize(
    "filters",
    ["", "?need=food", "?group=everyone&open=now", "?need=nothing", "?open=morning", "?open=late&open=weekend"],
)
def test_every_number_is_the_length_of_its_list(client, page, filled, filters):
    body = client.get(f"/en/domes/kalypsi/{filters}").content.decode()
    found = CELL.findall(body)
    assert found or "open=" in filters
    for url, count, _words in found:
        listed = client.get(html.unescape(url)).content
        assert listed.count(b"<article") == int(count), url


def test_time_of_day_counts_the_ways_in_that_are_open_then(client, page, index):
    here = make.location("square", community=make.community())
    structure = serve(index, "both", "place", location=here, osm="Mo-Fr 08:00-15:00")
    make.access_point(structure, "phone", osm="Mo-Fr 08:00-20:00; Sa 08:00-11:00")
    rebuild()
    for when, open_then in {"morning": {"phone", "place"}, "late": {"phone"}, "weekend": {"phone"}}.items():
        table = matrix_csv(client, f"open={when}")
        counted = {channel for (area, channel), row in table.items() if area == "city" and row["structures"] != "0"}
        assert counted == open_then, when
    assert client.get("/en/domes/?way=city.place&open=late").content.count(b"<article") == 0
    assert client.get("/en/domes/?way=city.phone&open=late").content.count(b"<article") == 1


def test_structure_is_counted_once_in_an_area_that_it_serves_in_two_ways(client, page, filled):
    row = matrix_csv(client)
    assert [row[area, "outreach"]["structures"] for area in ("c", "d", "city")] == ["0", "1", "0"]
    assert [row[area, "place"]["structures"] for area in ("c", "d", "city")] == ["0", "1", "1"]
    assert [row[area, "home_visit"]["structures"] for area in ("c", "d", "city")] == ["1", "1", "0"]


def test_table_to_take_along_equals_the_page(client, page, filled):
    counts = [int(row["structures"]) for row in matrix_csv(client).values()]
    shown = [re.search(r'class="num"[^>]*>(\d+)<', cell) for row in cells(client) for cell in row]
    assert counts == [int(cell[1]) if cell else 0 for cell in shown]
    assert len(counts) == 3 * len(Channel)


def test_table_to_take_along_has_the_columns_of_the_contract(client, page, index, db):
    structure = serve(index, "line", osm="Mo-Fr 08:00-15:00")
    for slug in ("el", "ar"):
        make.language_offer(structure, slug)
    structure.checked_on = timezone.localdate()
    structure.save()
    rebuild()
    assert matrix_csv(client)["city", "phone"] == {
        "community": "city",
        "channel": "phone",
        "structures": "1",
        "access_points": "1",
        "hours_per_week": matrix_csv(client)["city", "phone"]["hours_per_week"],
        "next_visit": "",
        "languages": "ar|el",
        "checked_share": "1.0",
    }
    assert 30 < float(matrix_csv(client)["city", "phone"]["hours_per_week"]) <= 35


def test_filter_of_the_page_filters_the_table_to_take_along(client, page, index):
    serve(index, "line")
    rebuild()
    assert matrix_csv(client, "need=food")["city", "phone"]["structures"] == "1"
    other = serve(index, "other")
    other.needs.set([make.need("work", "Δουλειά")])
    other.save()
    rebuild()
    assert matrix_csv(client, "need=work")["city", "phone"]["structures"] == "1"
    assert matrix_csv(client)["city", "phone"]["structures"] == "2"


def test_sensitive_structure_counts_for_the_whole_city_only(client, page, index):
    serve(index, "shelter", communities=[make.community()], sensitive=True)
    rebuild()
    counted = {key: row["structures"] for key, row in matrix_csv(client).items() if row["structures"] != "0"}
    assert counted == {("city", "phone"): "1"}
    assert client.get("/en/domes/?way=d.phone").content.count(b"<article") == 0


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"osm": "Mo-Fr 08:00-15:00"}, "steady, 5 days"),
        ({"osm": "Mo 08:00-15:00"}, "steady, 1 day"),
        ({"osm": "Mo-Su,PH 00:00-24:00"}, "day and night"),
        ({}, "we do not know the hours"),
    ],
    ids=["five days", "one day", "day and night", "unknown"],
)
def test_cell_says_how_often_it_is_there(client, page, index, fields, words):
    serve(index, "line", **fields)
    rebuild()
    body = client.get("/en/domes/kalypsi/").content.decode()
    assert [said for _url, _count, said in CELL.findall(body)] == [words]


def test_gap_says_what_covers_it_from_outside(client, page, index):
    make.community()
    serve(index, "line")
    rebuild()
    own, city = cells(client)
    assert "none here, 1 for the whole city" in own[0]
    assert [("by phone only" in cell, 'class="gap"' in cell) for cell in own[1:]] == [(True, True)] * 7
    assert ['class="gap"' in cell for cell in (own[0], city[0])] == [False, False]


def test_area_without_any_way_says_none(client, page):
    make.community()
    assert ["none</small>" in cell for cell in cells(client)[0]] == [True] * 8


def test_unknown_cell_of_the_matrix_is_dropped_with_a_notice(client, index):
    serve(index, "line")
    rebuild()
    answer = client.get("/en/domes/?way=moon.rocket")
    assert answer.status_code == 200
    assert answer.content.count(b"<article") == 1
    assert "One filter is not known" in answer.content.decode()


@pytest.mark.parametrize("count", [1, 50])
def test_matrix_costs_the_same_for_one_and_fifty(client, page, index, count, django_assert_max_num_queries):
    for number in range(count):
        serve(index, f"s{number}", "outreach", communities=[make.community()], osm="Mo-Fr 08:00-15:00")
    rebuild()
    record_coverage(at=timezone.now(), zone=ATHENS)
    client.get("/en/domes/")
    with django_assert_max_num_queries(12):
        client.get("/en/domes/kalypsi/?need=food")
    with django_assert_max_num_queries(12):
        client.get("/en/domes/kalypsi/")
    with django_assert_max_num_queries(4):
        client.get("/api/directory/coverage.csv?lang=en")


def test_month_is_recorded_once_and_compared_with(client, homes):
    index = make.index_page(homes["el"])
    make.coverage_page(index)
    serve(index, "line")
    rebuild()
    at = datetime(2027, 6, 1, 3, tzinfo=ATHENS)
    record = record_coverage(at=at, zone=ATHENS)
    assert (str(record), record.cells) == ("2027-05", [["city", "phone", 1]])
    assert record_coverage(at=at, zone=ATHENS) is None
    assert changed(client) == (["1 Ιουνίου 2027"], [])
    serve(index, "second")
    rebuild()
    assert changed(client) == (["1 Ιουνίου 2027"], [("1", "2")])
    assert CoverageSnapshot.objects.count() == 1


def changed(client):
    """Since when the page compares, and (before, now) of every cell that differs."""
    body = client.get("/domes/kalypsi/").content.decode()
    news = body[body.index('id="s-news"') :]
    return re.findall(r"1 Ιουνίου 2027", news), re.findall(r"<li>\D+(\d+)\D+(\d+)\.</li>", news)


def test_rhythm_forgets_one_closed_week_and_keeps_the_usual_days():
    week = [datetime(2027, 5, 3 + day, 6, tzinfo=UTC) for day in (0, 2)]
    moments = [day.replace(day=day.day) for day in week]
    stretches = []
    for number in range(1, 8):  # the first of the eight weeks is closed
        for moment in moments:
            start = datetime.fromordinal(moment.toordinal() + 7 * number).replace(hour=6, tzinfo=UTC)
            stretches.append(Stretch(start, start.replace(hour=8), "open", "weekly"))
    assert rhythm(stretches, moments[0].date(), ATHENS) == Rhythm(minutes=210, days=2)
