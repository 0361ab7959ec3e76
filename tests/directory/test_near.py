"""Near me: the server knows public points only, sorts by landmarks, and never learns where somebody is."""

import pytest

from core.snapshot import clear_snapshots
from directory.models import Landmark, LandmarkWords, Location
from directory.selectors.near import Mark, Spot, metres, sketch
from directory.sensitive import withhold
from directory.services.outlines import read_borders, replace_outlines
from tests.factories import borders
from tests.factories import directory as make

STATION = {"lat": "37.948000", "lon": "23.643000"}


@pytest.fixture
def index(home):
    return make.index_page(home)


def put(index, slug, lat, lon="23.643000", **fields):
    """A structure at a place with a point."""
    structure = make.structure(slug, **fields)
    place = make.location(f"{slug}-spot", lat=lat, lon=lon)
    make.access_point(structure, "place", location=place)
    make.structure_page(index, structure)
    return structure


@pytest.fixture
def station(db):
    mark = Landmark.objects.create(slug="station", **STATION)
    LandmarkWords.objects.create(landmark=mark, language="el", name="Σταθμός")
    return mark


def names(client, address="/api/directory/points.json"):
    return client.get(address).json()["names"]


def test_points_hold_four_decimals_and_a_name(client, index):
    structure = put(index, "open", "37.949876", "23.641234")
    assert client.get("/api/directory/points.json").json() == {
        "codes": structure.code,
        "lats": [37.9499],
        "lons": [23.6412],
        "names": ["open"],
    }


def test_points_are_of_public_places_alone(client, index):
    put(index, "open", "37.949000")
    put(index, "hidden", "37.950000", sensitive=True)
    put(index, "ended", "37.951000", status="ended")
    put(index, "withheld", "37.952000")
    withhold(Location.objects.get(slug="withheld-spot"))
    make.access_point(make.structure("without"), "phone")
    assert names(client) == ["open"]


def test_without_script_a_landmark_orders_by_distance(client, index, station):
    put(index, "far", "37.970000")
    put(index, "close", "37.949000")
    body = client.get("/near/?from=station").content.decode()
    assert body.index(">close</a> <small>περίπου 100 μ.") < body.index(">far</a> <small>περίπου 2,4 χλμ.")
    assert body.count("<circle") == 4
    assert 'href="/s/' in body


def test_borders_lie_below_the_places_unless_they_are_schematic(client, index, station):
    make.community()
    put(index, "close", "37.949000")
    put(index, "west", "37.950000", "23.620000")
    file = borders.written(borders.city(["d"]))
    replace_outlines(read_borders(file), by=None)
    clear_snapshots()
    drawn = client.get("/near/?from=station").content.decode().split('class="sketch"')[1].split("</figure>")[0]
    assert drawn.count("<path") == 1 and drawn.index("<path") < drawn.index("<circle")
    replace_outlines(read_borders(file, schematic=True), by=None)
    clear_snapshots()
    assert (
        "<path" not in client.get("/near/?from=station").content.decode().split('class="sketch"')[1].split("</fig")[0]
    )


def test_place_that_nobody_knows_is_ignored(client, index, station):
    put(index, "close", "37.949000")
    answer = client.get("/near/?from=moon")
    assert answer.status_code == 200
    assert "<svg viewBox" not in answer.content.decode().split("<main", 1)[1].split("</main>")[0]


def test_without_any_point_the_communities_are_offered(client, home, index):
    make.community_page(home, make.community())
    body = client.get("/near/").content.decode()
    assert "data-near" not in body
    assert 'href="/koinotites/d/"' in body


@pytest.mark.parametrize("count", [1, 50])
def test_near_costs_the_same_for_one_and_fifty(client, index, station, count, django_assert_max_num_queries):
    for number in range(count):
        put(index, f"s{number}", f"37.9{number:02d}000")
    client.get("/domes/")
    with django_assert_max_num_queries(12):
        assert client.get("/near/?from=station").status_code == 200


def test_distance_is_that_of_the_ground():
    station, port = Mark("a", "", "el", 37.948, 23.643), Spot("", "", "el", 37.938, 23.643)
    assert round(metres(port, station)) == 1112


def test_sketch_keeps_north_above_and_everything_on_paper():
    here = Mark("a", "Σταθμός", "el", 37.948, 23.643)
    drawn = sketch([Spot("A", "", "el", 37.958, 23.643), Spot("B", "", "el", 37.948, 23.633)], here)
    north, west = drawn.dots
    assert north.y < drawn.here.y
    assert west.x < drawn.here.x
    assert all(0 < dot.x < drawn.width and 0 < dot.y < drawn.height for dot in (*drawn.dots, drawn.here))
