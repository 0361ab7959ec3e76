"""Maps of readers: communities as links with true numbers, places of the list, where a structure is."""

import re
from xml.etree import ElementTree as ET

import brotli
import pytest
from django.test import Client

from core.taxonomy import CommunityWords
from directory.demo.map import load_map
from directory.geography.drawing import frame_of, holds, path
from directory.models import CommunityOutline, Landmark, LandmarkWords
from directory.services.outlines import read_borders, replace_outlines
from tests.factories import borders
from tests.factories import directory as make

CODES = ("a", "b", "d")
NAMES = ("Α΄ Κοινότητα", "Β΄ Κοινότητα", "Δ΄ Κοινότητα")
# West, middle and east of the strips; the last two are one place for a finger.
WEST, EAST, BESIDE = ("37.940000", "23.610000"), ("37.940000", "23.652000"), ("37.940100", "23.652100")


@pytest.fixture
def index(home):
    return make.index_page(home)


@pytest.fixture
def communities(db):
    return [make.community(code, name) for code, name in zip(CODES, NAMES, strict=True)]


def placed(index, slug, point=None, community=None, **fields):
    """A structure at a place, with its page."""
    structure = make.structure(slug, **fields)
    where = {"lat": point[0], "lon": point[1]} if point else {}
    place = make.location(f"place-{slug}", community=community, **where)
    access = make.access_point(structure, "place", location=place, citywide=not community)
    access.communities.set([community] if community else [])
    access.save()
    make.structure_page(index, structure)
    return structure


def got(path):
    return Client().get(path).content.decode()


def svg(html):
    """The map of a page, read as strictly as a machine reads it."""
    found = re.search(r"<div class=\"map.*?(<svg.*?</svg>)", html, re.DOTALL)
    return ET.fromstring(found[1]) if found else None  # noqa: S314 -- our own page


def links(drawn):
    return {link.get("href"): link.find("title").text for link in drawn.iter("a")}


def test_without_borders_pages_have_no_map_and_no_way_to_one(index, home, communities):
    placed(index, "laundry", WEST, communities[0])
    make.community_page(home, communities[0])
    for page in ("/domes/", "/domes/?view=map", "/domes/laundry/", "/koinotites/", f"/koinotites/{CODES[0]}/"):
        html = got(page)
        assert 'class="map' not in html and "view=map#results" not in html


def test_map_of_the_list_links_communities_with_the_numbers_of_the_filter(index, communities):
    make.outlines(*CODES)
    placed(index, "laundry", WEST, communities[0])
    placed(index, "soup", None, communities[0])
    placed(index, "anywhere")
    assert 'href="/domes/?view=map#results"' in got("/domes/")
    drawn = links(svg(got("/domes/?view=map")))
    assert drawn["/domes/?community=a&view=map#results"] == "Α΄ Κοινότητα: 2 δομές"
    assert drawn["/domes/?community=b&view=map#results"] == "Β΄ Κοινότητα: 0 δομές"
    assert drawn["/domes/laundry/"] == "2: laundry"
    chosen = got("/domes/?community=a&view=map")
    assert links(svg(chosen))["/domes/?view=map#results"] == "Α΄ Κοινότητα: 2 δομές"
    marked = [link.get("href") for link in svg(chosen).iter("a") if link.get("aria-current")]
    assert marked == ["/domes/?view=map#results"] and '<input name="view" type="hidden" value="map">' in chosen


def test_list_beside_the_map_says_the_same_in_the_same_order(index, communities):
    make.outlines(*CODES)
    placed(index, "laundry", EAST, communities[2])
    html = got("/domes/?view=map")
    beside = re.search(r"</figure>\s*<ul>(.*?)</ul>", html, re.DOTALL)[1]
    listed = re.findall(r'href="([^"]+)".*?>([^<]+)</a> <small>([^<]+)<', beside)
    assert [name for _url, name, _count in listed] == [*NAMES, "Όλη η πόλη"]
    areas = [(url, title) for url, title in links(svg(html)).items() if "community=" in url]
    assert areas == [(url.replace("&amp;", "&"), f"{name}: {count}") for url, name, count in listed[:3]]


def test_places_too_near_one_another_are_one_dot_with_both_numbers(index, communities):
    make.outlines(*CODES)
    placed(index, "one", EAST)
    placed(index, "two", BESIDE)
    placed(index, "far", ("35.340000", "25.140000"))
    html = got("/domes/?view=map")
    dots = [(link.get("href"), link.find("text").text) for link in svg(html).iter("a") if link.get("class") == "dot"]
    assert len(dots) == 1 and re.fullmatch(r"\d·\d", dots[0][1]) and f'<li id="{dots[0][0][1:]}">' in html
    assert "2 από τις 3" in html


def test_map_never_shows_a_withheld_place(index, communities):
    make.outlines(*CODES)
    hidden = placed(index, "shelter", EAST, sensitive=True)
    drawn = links(svg(got("/domes/?view=map")))
    assert not [url for url in drawn if "shelter" in url]
    assert "Δ΄ Κοινότητα: 0 δομές" in drawn.values()
    html = got("/domes/shelter/")
    assert svg(html) is None and hidden.code in html


def test_schematic_map_shows_numbers_and_no_place(index, communities):
    make.outlines(*CODES, schematic=True)
    placed(index, "laundry", WEST, communities[0])
    html = got("/domes/?view=map")
    assert "Σχηματικά" in html and "Πηγή παραδείγματος" in html
    assert not [link for link in svg(html).iter("a") if link.get("class") == "dot"]
    page = got("/domes/laundry/")
    assert svg(page).find(".//g[@class='here']/title").text == "Α΄ Κοινότητα"
    assert not svg(page).findall(".//g[@class='dot']") and "geo:37.940000,23.610000" in page


def test_page_of_a_structure_shows_its_place_with_landmarks_beside_it(index, communities):
    make.outlines(*CODES)
    for slug, lon in (("station", "23.612000"), ("theatre", "23.611000")):
        mark = Landmark.objects.create(slug=slug, lat="37.950000", lon=lon)
        LandmarkWords.objects.create(landmark=mark, language="el", name=slug)
    placed(index, "laundry", WEST, communities[0])
    drawn = svg(got("/domes/laundry/"))
    assert len(drawn.findall(".//g[@class='dot']")) == 1
    # Of two names that would stand on one another the nearer one.
    assert [text.text for text in drawn.findall(".//g/text") if text.text in ("station", "theatre")] == ["theatre"]


def test_community_of_a_place_is_found_by_its_point_and_an_unknown_point_is_said(index, communities):
    make.outlines(*CODES)
    placed(index, "east", EAST)
    placed(index, "soup", None, communities[1])
    placed(index, "nowhere")
    assert "Σημειωμένη περιοχή: Δ΄ Κοινότητα." in got("/domes/east/")
    soup = got("/domes/soup/")
    assert "Σημειωμένη περιοχή: Β΄ Κοινότητα." in soup and "Δεν γνωρίζουμε το ακριβές σημείο" in soup
    assert svg(got("/domes/nowhere/")) is None


def test_pages_of_communities_link_one_another_and_mark_the_own(index, home, communities):
    make.outlines(*CODES)
    placed(index, "laundry", WEST, communities[0])
    for community in communities:
        make.community_page(home, community)
    assert links(svg(got("/koinotites/")))["/koinotites/a/"] == "Α΄ Κοινότητα: 1 δομή"
    drawn = svg(got("/koinotites/b/"))
    assert [link.get("href") for link in drawn.iter("a") if link.get("aria-current")] == ["/koinotites/b/"]


def test_page_of_a_community_numbers_its_places_on_the_map_and_in_a_list(index, home, communities):
    make.outlines(*CODES)
    page = make.community_page(home, communities[0])
    placed(index, "laundry", WEST, communities[0])
    placed(index, "soup", None, communities[0])
    html = got(page.get_url())
    assert links(svg(html))["/domes/laundry/"] == "1: laundry"
    assert re.findall(r'<li id="n(\d+)"><a href="([^"]+)"', html) == [("1", "/domes/laundry/")]
    make.outlines(*CODES, schematic=True)
    assert 'id="n1"' not in got(page.get_url())


def test_sign_is_what_tells_communities_apart(index, communities):
    make.outlines(*CODES)
    for term, name in zip(communities, ("الدائرة الأولى", "الدائرة الثانية", "الدائرة الرابعة"), strict=True):
        CommunityWords.objects.filter(term=term).update(name=name)
    signs = [text.text for text in svg(got("/domes/?view=map")).iter("text") if text.get("class")]
    assert signs == ["الأولى", "الثانية", "الرابعة"]


def test_whole_map_of_rough_borders_is_small(index, home, django_assert_max_num_queries):
    codes = [f"c{number:02}" for number in range(12)]
    for code in codes:
        make.community(code, f"{code} Κοινότητα")
    replace_outlines(read_borders(borders.written(borders.city(codes, points=3000))), by=None)
    for number in range(25):
        placed(index, f"s{number}", (f"37.{930 + number}000", f"23.6{10 + 2 * number}000"))
    html = got("/domes/?view=map")
    drawn = re.search(r"<svg viewBox=.*?</svg>", html, re.DOTALL)[0]
    assert len(brotli.compress(drawn.encode())) <= 12_000
    with django_assert_max_num_queries(14):
        got("/domes/?view=map&page=2")
    assert len(svg(html).findall(".//a[@class='dot']")) <= 20


def test_demo_is_a_honeycomb_of_all_communities_and_says_so(communities):
    assert load_map() == 3
    assert load_map() == 3
    assert {row.schematic for row in CommunityOutline.objects.all()} == {True}
    assert CommunityOutline.objects.first().source == "παράδειγμα / example"


def test_point_is_inside_a_ring_and_outside_its_hole():
    hole = ((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6), (0.4, 0.4))
    square = (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)), hole)
    assert holds((square,), 0.2, 0.2) and not holds((square,), 0.5, 0.5) and not holds((square,), 2, 0.5)
    frame = frame_of(square[0])
    assert path((square,), frame).count("z") == 2 and frame.place(0, 1) == (12, 12)
    assert frame.world(*frame.place(0.5, 0.5)) == pytest.approx((0.5, 0.5), abs=0.001)
