"""What the directory gives to the home page and to search."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from directory.indexing import open_extras, structures
from directory.models import ContactLine
from directory.panels import communities, families, open_now
from directory.services import rebuild_all_intervals
from tests.factories import directory as make

ATHENS = ZoneInfo("Europe/Athens")


@pytest.fixture
def page(home, now):
    """A live structure with a line that answers from 8 to 15."""
    structure = make.structure()
    make.line(make.access_point(structure, "phone", osm="Mo-Fr 08:00-15:00"))
    page = make.structure_page(make.index_page(home), structure, official_name="Επίσημο όνομα")
    rebuild_all_intervals(at=now, zone=ATHENS)
    return page


def test_home_page_shows_what_is_open_in_two_queries(page, now, django_assert_max_num_queries):
    open_now("el", now)
    with django_assert_max_num_queries(2):
        panel = open_now("el", now)
    card = panel["cards"][0]
    assert (card.state_text, card.phone) == ("Απαντά τώρα, έως τις 15:00.", "+302100000000")
    assert panel["more_url"] == "/domes/?open=now"


def test_home_page_has_no_empty_part_when_all_is_closed(page, now):
    assert open_now("el", now + timedelta(hours=9)) is None


def test_families_are_counted_by_live_structures(page, now):
    chips = families("el", now)["chips"]
    assert [(chip["count"], chip["url"]) for chip in chips] == [(1, "/domes/?family=municipal")]


def test_communities_are_not_shown_before_they_have_pages(page, now):
    assert communities("el", now) is None


def test_structure_is_found_by_its_words_and_terms_and_never_by_an_address(page):
    make.access_point(page.structure, "place")
    source = structures()
    document = source.to_document(source.queryset().get(), "el")
    assert (document.title, document.needs, document.channels) == ("laundry", ("food",), ("phone", "place"))
    assert "Επίσημο όνομα" in document.names
    assert "Παραδείγματος 1" not in " ".join((document.title, document.summary, document.body, *document.names))


def test_ended_structure_is_not_found(page):
    page.structure.status = "ended"
    page.structure.save()
    assert not structures().queryset().exists()


def test_hit_says_that_it_is_open_in_one_query(page, now, django_assert_max_num_queries):
    group = f"directory.structurepage:{page.translation_key}"
    open_extras([group], "el", now)  # the process keeps the bodies from now on
    with django_assert_max_num_queries(1):
        extras = open_extras([group], "el", now)
    assert (extras[group].state, extras[group].phone) == ("Απαντά τώρα, έως τις 15:00.", "+302100000000")


def test_hit_without_a_line_of_its_own_is_called_at_the_body_that_runs_it(page, now):
    structure = page.structure
    structure.access_points.all().delete()
    ContactLine.objects.create(organisation=structure.organisation, number="+302100000009")
    group = f"directory.structurepage:{page.translation_key}"
    assert open_extras([group], "el", now)[group].phone == "+302100000009"
