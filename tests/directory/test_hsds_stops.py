"""Stops of mobile units in HSDS: a place each, a row of hours for each visit, pages that stay exact."""

from datetime import timedelta

import pytest
from django.utils import timezone

from directory.models import Structure
from directory.sensitive import withhold
from tests.factories import directory as make

pytestmark = pytest.mark.django_db
LIST = "/api/hsds/service_at_locations"


@pytest.fixture
def index(home):
    return make.index_page(home)


@pytest.fixture
def unit(index):
    structure = make.structure("bus")
    make.access_point(structure, "mobile")
    make.structure_page(index, structure)
    return make.mobile_unit(structure)


def noon(days):
    return timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=days)


def stops(client, **query):
    return client.get(LIST, {"full": "true", "per_page": 100} | query).json()["contents"]


def test_place_that_a_unit_visits_has_an_hour_for_each_visit(client, unit):
    place = make.location("square", postal_code="185 31")
    for days in (2, 9):
        make.visit(unit, noon(days), location=place)
    (stop,) = stops(client)
    assert (stop["location_id"], stop["location"]["id"]) == (str(place.uuid), str(place.uuid))
    assert (stop["service_id"], stop["x-channel"]) == (str(unit.structure.uuid), "mobile")
    days = [noon(days).date().isoformat() for days in (2, 9)]
    assert [(row["valid_from"], row["valid_to"]) for row in stop["schedules"]] == [(day, day) for day in days]
    assert [row["opens_at"][:5] + row["closes_at"][:5] for row in stop["schedules"]] == ["12:0015:00"] * 2


def test_visit_over_midnight_is_told_as_two_days(client, unit):
    make.visit(unit, noon(2) + timedelta(hours=10), hours=6)
    ((first, second),) = [stop["schedules"] for stop in stops(client)]
    assert (first["closes_at"][:5], second["opens_at"][:5], second["closes_at"][:5]) == ("23:59", "00:00", "04:00")
    assert first["valid_to"] < second["valid_from"]


def test_cancelled_visit_is_named_and_opens_nothing_until_its_day_is_over(client, unit):
    make.visit(unit, noon(2), state="cancelled")
    make.visit(unit, noon(-1))
    (stop,) = stops(client)
    assert "schedules" not in stop
    assert stop["x-cancelled"] == [noon(2).isoformat()]


def test_stop_keeps_its_id_over_calls_languages_and_visits(client, unit):
    first = make.visit(unit, noon(2))
    (before,) = stops(client)
    first.delete()
    make.visit(unit, noon(4))
    (after,) = stops(client, lang="en")
    assert before["id"] == after["id"]
    assert client.get(f"{LIST}/{before['id']}").json()["service"]["id"] == str(unit.structure.uuid)


def test_pages_of_places_and_stops_hold_each_once_and_in_order(client, index, unit):
    for number in range(7):
        structure = make.structure(f"s{number}")
        make.access_point(structure, "place")
        make.structure_page(index, structure)
    for number in range(6):
        make.visit(unit, noon(number + 1), location=make.location(f"stop-{number}"))
    found = []
    for page in range(1, 6):
        answer = client.get(LIST, {"per_page": 3, "page": page}).json()
        assert (answer["total_items"], answer["total_pages"]) == (13, 5)
        found += [each["id"] for each in answer["contents"]]
    assert found == sorted(set(found))
    assert len(found) == 13
    assert client.get(LIST, {"per_page": 3, "page": 6}).status_code == 404
    assert len({each["id"] for each in client.get("/api/hsds/locations").json()["contents"]}) == 13


def test_new_visit_counts_as_a_change_of_its_service(client, unit):
    Structure.objects.update(updated=noon(-30))
    unit.structure.pages.update(last_published_at=noon(-30))
    query = {"modified_after": noon(-2).isoformat()}
    assert stops(client, **query) == []
    visit = make.visit(unit, noon(2))
    assert len(stops(client, **query)) == 1
    assert len(client.get("/api/hsds/services", query).json()["contents"]) == 1
    Structure.objects.update(updated=noon(-30))
    visit.delete()
    assert len(client.get("/api/hsds/services", query).json()["contents"]) == 1


def test_postal_code_finds_what_comes_there_by_a_unit(client, unit):
    make.visit(unit, noon(2), location=make.location("square", postal_code="185 31"))
    assert len(stops(client, postcode="18531")) == 1
    assert len(client.get("/api/hsds/services", {"postcode": "18531"}).json()["contents"]) == 1
    assert stops(client, postcode="18532") == []


@pytest.mark.parametrize("change", [{"status": "ended"}, {"sensitive": True}], ids=["ended", "withheld"])
def test_unit_of_a_service_that_is_not_shown_has_no_stop(client, unit, change):
    make.visit(unit, noon(2), location=make.location("square"))
    Structure.objects.update(**change)
    assert stops(client) == []


def test_place_that_was_withheld_later_is_told_as_its_community(client, unit):
    place = make.location("square", street="Κρυφή")
    make.visit(unit, noon(2), location=place)
    withhold(place)
    (stop,) = stops(client)
    assert stop["location"]["name"] == "Δ΄ Δημοτική Κοινότητα"


@pytest.mark.parametrize("count", [1, 100])
@pytest.mark.parametrize("name", ["services", "service_at_locations"])
def test_page_with_stops_costs_the_same_for_one_and_a_hundred(
    client, index, name, count, django_assert_max_num_queries
):
    for number in range(count):
        structure = make.structure(f"s{number}")
        make.access_point(structure, "mobile")
        make.line(make.access_point(structure, "phone", osm="Mo-Fr 08:00-15:00"), f"+30210000{number:04d}")
        make.access_point(structure, "place")
        make.structure_page(index, structure)
        place = make.location(f"stop-{number}")
        make.seen(place, "step_free", note="Από πίσω.")
        make.visit(make.mobile_unit(structure), noon(2), location=place)
    other = make.structure("other")
    make.link(structure, "refers_to", other)
    client.get("/api/hsds/services?full=true&per_page=1")  # what a process keeps
    with django_assert_max_num_queries(12):
        answer = client.get(f"/api/hsds/{name}?full=true&per_page=100")
    assert len(answer.json()["contents"]) == min(count * (1 if name == "services" else 2), 100)
