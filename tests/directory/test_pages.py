"""What readers see of structures, lists and communities, and what it costs."""

from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from directory.models import ContactLine, OrganisationWords
from directory.selectors.hours import Asked
from directory.selectors.structures import structure_detail
from directory.services import rebuild_all_intervals
from tests.factories import directory as make

ATHENS = ZoneInfo("Europe/Athens")


def asked(now, language="el"):
    return Asked(language=language, at=now, zone=ATHENS, hub_phone="210 000 0000")


@pytest.fixture
def index(home):
    return make.index_page(home)


def fill(index, count):
    """Structures with two ways in, hours, lines and a community."""
    for number in range(count):
        structure = make.structure(f"s{number}")
        phone = make.access_point(structure, "phone", osm="Mo-Su 00:00-24:00")
        make.line(phone, f"+3021000000{number:02d}")
        place = make.access_point(structure, "place", osm="Mo-Fr 08:00-15:00", citywide=False)
        place.communities.set([make.community()])
        place.save()
        make.structure_page(index, structure)
    rebuild_all_intervals(at=timezone.now(), zone=ATHENS)


@pytest.mark.parametrize("count", [1, 50])
def test_list_costs_the_same_for_one_and_fifty(client, index, count, django_assert_max_num_queries):
    fill(index, count)
    client.get("/domes/?sort=name")
    with django_assert_max_num_queries(14):
        response = client.get("/domes/?need=food&open=now")
    assert response.status_code == 200
    assert response.content.count(b"<article") == min(count, 20)


@pytest.mark.parametrize("count", [1, 50])
def test_detail_costs_the_same_among_one_and_fifty(client, index, count, django_assert_max_num_queries):
    fill(index, count)
    client.get("/domes/")
    with django_assert_max_num_queries(12):
        response = client.get("/domes/s0/")
    assert response.status_code == 200


@pytest.mark.parametrize("count", [1, 50])
def test_community_costs_the_same_for_one_and_fifty(client, home, index, count, django_assert_max_num_queries):
    fill(index, count)
    make.community_page(home, make.community())
    client.get("/koinotites/d/")  # the matrix is read once per process
    with django_assert_max_num_queries(12):
        response = client.get("/koinotites/d/")
    assert response.status_code == 200
    assert b"s0" in response.content


def test_detail_shows_number_address_and_state(client, index, now):
    structure = make.structure()
    make.line(make.access_point(structure, "phone", osm="Mo-Su 00:00-24:00"))
    make.access_point(structure, "place")
    make.structure_page(index, structure)
    body = client.get("/domes/laundry/").content.decode()
    assert 'href="tel:+302100000000"' in body
    assert "<address><span>Οδός Παραδείγματος 1</span><br><span>Πόλη</span></address>" in body
    assert "210 000 0000" in body


def test_unknown_is_said_and_never_left_empty(index, now):
    structure = make.structure()
    make.access_point(structure, "place")
    detail = structure_detail(structure.pk, asked(now))
    assert detail.state.text == "Δεν γνωρίζουμε τις ώρες. Ρωτήστε τον Κόμβο: 210 000 0000."
    assert detail.cost == "unknown"


def test_line_of_the_body_above_is_offered_when_there_is_no_other(index, now):
    body = make.organisation()
    ContactLine.objects.create(organisation=body, number="+302109999999")
    child = make.organisation("child", "Επιχείρηση", parent=body)
    structure = make.structure(organisation=child)
    make.access_point(structure, "street_work")
    detail = structure_detail(structure.pk, asked(now))
    assert (detail.call.number, detail.call_of) == ("+302109999999", "Φορέας παραδείγματος")
    assert [way.own for way in detail.ways] == [True, False]


@pytest.mark.django_db
def test_line_that_answers_now_comes_first(now):
    structure = make.structure()
    make.line(make.access_point(structure, "phone", osm="Mo-Fr 18:00-20:00"), "+302101111111")
    make.line(make.access_point(structure, "text", osm="24/7", email="a@example.org"), "+302102222222")
    detail = structure_detail(structure.pk, asked(now))
    assert detail.call.number == "+302102222222"


def test_sensitive_structure_shows_no_address_and_offers_the_exit(client, index):
    structure = make.structure(sensitive=True)
    make.line(make.access_point(structure, "phone"))
    page = make.structure_page(index, structure)
    body = client.get("/domes/laundry/").content.decode()
    assert page.is_sensitive
    assert "<address" not in body


def test_ended_structure_keeps_its_address_with_410_and_leaves_the_list(client, index):
    make.structure_page(index, make.structure(status="ended"))
    assert client.get("/domes/laundry/").status_code == 410
    assert b"<article" not in client.get("/domes/").content


def test_page_beyond_the_end_is_not_found(client, index):
    fill(index, 1)
    assert client.get("/domes/?page=9").status_code == 404
    assert client.get("/domes/?page=0&need=nonsense").status_code == 200


def test_changed_name_of_a_body_is_seen_at_once(index, now, django_capture_on_commit_callbacks):
    structure = make.structure()
    assert structure_detail(structure.pk, asked(now)).organisation.name == "Φορέας παραδείγματος"
    with django_capture_on_commit_callbacks(execute=True):
        words = OrganisationWords.objects.get()
        words.name = "Νέο όνομα"
        words.save()
    assert structure_detail(structure.pk, asked(now)).organisation.name == "Νέο όνομα"
