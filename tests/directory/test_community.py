"""The page of a community: what is here, who comes to people, how each channel is served, and what is missing."""

import re

import pytest

from directory.services import rebuild_all_intervals
from tests.conftest import NOON
from tests.factories import directory as make


@pytest.fixture
def here(home):
    """The community with its page, and a list of structures."""
    make.index_page(home)
    community = make.community()
    make.community_page(home, community)
    return community


def shown(home, slug, channel, *, communities=(), **fields):
    structure = make.structure(slug)
    point = make.access_point(structure, channel, citywide=not communities, **fields)
    point.communities.set(communities)
    point.save()
    make.line(make.access_point(structure, "text"), "+302100000001")
    make.structure_page(home.get_children().get(slug="domes").specific, structure)
    return structure


def sections(client):
    """Heading of the second level → the words below it."""
    body = client.get("/koinotites/d/").content.decode()
    main = body[body.index("<main") : body.index("</main>")]
    parts = re.split(r"<h2[^>]*>", main)[1:]
    return {part.split("<", 1)[0]: " ".join(re.sub(r"<[^>]+>", " ", part).split()) for part in parts}


def rebuild():
    rebuild_all_intervals(at=NOON, zone=NOON.tzinfo)


def test_who_comes_to_people_stands_under_its_channel_with_a_number_to_call(client, home, here):
    shown(home, "nurse", "home_visit")
    shown(home, "van", "street_work", communities=[here])
    shown(home, "elsewhere", "street_work", communities=[make.community("a", "Α΄")])
    rebuild()
    words = sections(client)["Έρχονται σε εσάς"]
    home_visits, street_work = re.split("Στον δρόμο (?=van)", words)
    assert home_visits.startswith("Έρχονται σε εσάς Επίσκεψη στο σπίτι nurse")
    assert "van" not in home_visits
    assert "elsewhere" not in street_work


def test_each_channel_says_who_serves_it_and_a_gap_is_said(client, home, here):
    shown(home, "laundry", "place", communities=[here])
    shown(home, "line", "phone")
    rebuild()
    words = sections(client)["Πώς εξυπηρετείται η Κοινότητα"]
    assert "Επιτόπου 1 εδώ" in words
    assert "Τηλέφωνο 1 για όλη την πόλη" in words
    assert "Κινητή μονάδα Τίποτα, από όσο ξέρουμε." in words


@pytest.mark.parametrize("count", [1, 30])
def test_page_costs_the_same_for_one_and_thirty_of_each(client, home, here, count, django_assert_max_num_queries):
    for number in range(count):
        shown(home, f"place-{number}", "place", communities=[here])
        shown(home, f"visit-{number}", "home_visit")
    rebuild()
    client.get("/koinotites/d/")
    with django_assert_max_num_queries(12):
        client.get("/koinotites/d/")
