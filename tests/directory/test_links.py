"""The graph of structures: a page with two steps out, and the door that helps while another is closed."""

import re

import pytest

from tests.factories import directory as make

LINKS = "/domes/laundry/links/"
STEPS_OUT = re.compile(r'<section class="flow">\s*<h2>[^<]*</h2>(.*?)</section>', re.DOTALL)


@pytest.fixture
def index(home):
    return make.index_page(home)


def shown(index, slug, **fields):
    structure = make.structure(slug, **fields)
    make.structure_page(index, structure)
    return structure


def listed(client, address=LINKS):
    """What stands in the lists: words and names, in order."""
    found = STEPS_OUT.findall(client.get(address).content.decode())
    return [" ".join(re.sub(r"<[^>]+>", " ", part).split()) for part in found]


def test_links_show_one_step_under_headings_and_the_next_one_below_each(client, index):
    laundry, centre, room, other = (shown(index, slug) for slug in ("laundry", "centre", "room", "other"))
    make.link(laundry, "refers_to", centre)
    make.link(room, "part_of", centre)
    make.link(centre, "supports", other)
    make.link(laundry, "supports", other)
    response = client.get(LINKS)
    assert re.findall(r"<h2>([^<]+)</h2>", response.content.decode())[:2] == ["Παραπέμπει σε", "Στηρίζει"]
    assert listed(client) == ["centre Περιλαμβάνει: room", "other"]


def test_what_has_ended_or_has_no_page_is_no_step(client, index):
    laundry = shown(index, "laundry")
    make.link(laundry, "refers_to", make.structure("without-page"))
    make.link(laundry, "refers_to", shown(index, "ended", status="ended"))
    assert listed(client) == []
    assert "Δεν συνδέεται με άλλη δομή." in client.get(LINKS).content.decode()


def test_long_lists_beyond_are_cut_and_say_how_many_are_left(client, index):
    laundry, centre = shown(index, "laundry"), shown(index, "centre")
    make.link(laundry, "refers_to", centre)
    for number in range(10):
        make.link(shown(index, f"room-{number}"), "part_of", centre)
    assert listed(client)[0].endswith("room-7 και 2 ακόμη")


@pytest.mark.parametrize("count", [1, 20])
def test_links_cost_the_same_for_one_and_twenty_of_each(client, index, count, django_assert_max_num_queries):
    laundry = shown(index, "laundry")
    for number in range(count):
        near, far = shown(index, f"near-{number}"), shown(index, f"far-{number}")
        make.link(laundry, "refers_to", near)
        make.link(far, "part_of", near)
    client.get(LINKS)
    with django_assert_max_num_queries(12):
        response = client.get(LINKS)
    assert response.content.decode().count("far-") >= count


def test_links_of_a_sensitive_structure_have_the_exit_and_a_title_that_tells_nothing(client, index):
    shown(index, "laundry", sensitive=True)
    body = client.get(LINKS).content.decode()
    assert "<title>Πληροφορίες</title>" in body
    assert 'class="exit"' in body


def test_only_parts_that_a_page_names_stand_below_it(client, index):
    shown(index, "laundry")
    assert client.get(LINKS).status_code == 200
    assert client.get("/domes/laundry/other/").status_code == 404
    assert client.get("/domes/links/").status_code == 404


def test_page_names_the_door_that_helps_while_it_is_closed(client, index):
    laundry, other = shown(index, "laundry", status="paused"), shown(index, "other")
    make.link(laundry, "instead_of", other)
    assert "Όσο είναι κλειστά, πηγαίνετε:" in client.get("/domes/laundry/").content.decode()


def test_page_that_is_open_sends_nobody_elsewhere(client, index):
    laundry, other = shown(index, "laundry"), shown(index, "other")
    make.access_point(laundry, "place", osm="24/7")
    make.link(laundry, "instead_of", other)
    body = client.get("/domes/laundry/").content.decode()
    assert "Όσο είναι κλειστά, πηγαίνετε:" not in body
    assert 'href="/domes/other/"' in body
