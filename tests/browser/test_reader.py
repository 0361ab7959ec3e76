"""A reader's way: from the home page to a call button in three taps; by keyboard; without a script."""

from math import ceil
from urllib.parse import urljoin

import pytest

from tests.browser.tools import axe

PHONE = {"width": 360, "height": 640}
# Ten needs, and what is tapped on the way from the home page to a button that calls.
OTHER = ".need:last-child a"
WAYS = {
    "food": [".need a[href$='need=food']"],
    "a place to stay": [".need a[href$='need=housing']"],
    "a doctor": [".need a[href$='need=health']"],
    "money": [".need a[href$='need=money']"],
    "work": [".need a[href$='need=work']"],
    "help for a child": [".need a[href$='need=child']"],
    "papers": [".need a[href$='need=papers']"],
    "someone to talk to": [".need a[href$='need=talk']"],
    "violence": [".need:nth-last-child(2) a"],
    "an older person at home": [OTHER, ".chips a[href$='need=care']"],
}


def tap_to_a_call(page):
    """Home → a need → a structure → its call button; answers what the button would call."""
    for door in (".need a", ".entries .card :is(h2, h3) a"):
        with page.expect_navigation():
            page.locator(door).first.tap()
    return page.locator("main a.call").first


@pytest.mark.parametrize("home", ["/", "/en/"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_three_taps_lead_from_home_to_a_call(content, open_page, home, script):
    page = open_page(home, viewport=PHONE, has_touch=True, is_mobile=True, script=script)
    call = tap_to_a_call(page)
    assert call.get_attribute("href").startswith("tel:")
    box = call.bounding_box()
    assert box["y"] + box["height"] <= PHONE["height"], "the call button is in the first view"
    assert box["height"] >= 44


def swipes(page, there):
    """How often somebody swipes, four fifths of the screen each time, until it is whole on the screen."""
    bottom = there.evaluate("e => e.getBoundingClientRect().bottom + scrollY")
    return max(0, ceil((bottom - PHONE["height"]) / (0.8 * PHONE["height"])))


@pytest.mark.parametrize("home", ["/", "/en/", "/ar/"])
def test_ten_needs_are_three_taps_and_two_swipes_from_a_call(content, open_page, home):
    page = open_page(home, viewport=PHONE, has_touch=True, is_mobile=True, script=False)
    far = {}
    for need, doors in WAYS.items():
        page.goto(urljoin(page.url, home))
        swiped = 0
        for door in doors:
            swiped += swipes(page, page.locator(door))
            with page.expect_navigation():
                page.locator(door).tap()
        swiped += swipes(page, page.locator("main a.call").first)
        far[need] = len(doors) + 1, swiped
    assert {need: (taps, swiped) for need, (taps, swiped) in far.items() if taps > 3 or swiped > 2} == {}


@pytest.mark.parametrize("home", ["/", "/en/"])
def test_first_view_of_home_holds_question_search_and_four_doors(content, open_page, home):
    page = open_page(home, viewport=PHONE, has_touch=True, is_mobile=True)
    for part in (page.locator("h1"), page.locator("form[role=search] input").first):
        assert part.bounding_box()["y"] < PHONE["height"]
    doors = [door.bounding_box()["y"] for door in page.locator(".need").all()]
    assert sum(1 for top in doors if top < PHONE["height"]) >= 4, doors


@pytest.mark.parametrize("language", ["el", "en", "ar"])
def test_first_view_of_the_list_names_its_first_door_and_shows_other_ways_whole(content, open_page, language):
    page = open_page(content["directory.DirectoryIndexPage", language], viewport=PHONE, has_touch=True, is_mobile=True)
    door = page.locator(".card h3").first.bounding_box()
    assert door["y"] + door["height"] < PHONE["height"]
    ways = [way.bounding_box() for way in page.locator(".strip + .row a").all()]
    assert len(ways) == 3
    assert all(way["x"] >= 0 and way["x"] + way["width"] <= PHONE["width"] for way in ways)


def test_danger_is_one_tap_away_from_home(content, open_page):
    page = open_page("/", viewport=PHONE, has_touch=True, is_mobile=True, script=False)
    with page.expect_navigation():
        page.get_by_role("link", name="Κινδυνεύω τώρα").tap()
    assert page.locator("a[href='tel:112']").count() >= 1


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_filters_narrow_the_list_and_a_chip_widens_it_again(content, open_page, script):
    page = open_page(content["directory.DirectoryIndexPage", "el"], 1280, script=script)
    every = page.locator("#results").inner_text()
    with page.expect_navigation():
        page.locator("input[name=need][value=food]").check()
        if not script:
            page.locator(".facets button").click()
    assert page.locator("#results").inner_text() != every
    with page.expect_navigation():
        page.locator(".chip.on").first.click()
    assert page.locator("#results").inner_text() == every


def test_keyboard_reaches_the_content_first_and_shows_where_it_is(content, open_page):
    page = open_page("/", 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert ring != "none"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_keyboard_alone_searches_and_opens_the_first_result(content, open_page):
    page = open_page("/", 1280)
    page.locator("form[role=search] input").first.focus()
    page.keyboard.type("syssitio")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("main mark").count() >= 1


def test_language_switch_keeps_the_page_and_the_choice(content, open_page):
    page = open_page(content["directory.DirectoryIndexPage", "el"] + "?need=food", 1280, script=False)
    page.get_by_role("link", name="English").first.click()
    assert page.url.endswith(content["directory.DirectoryIndexPage", "en"] + "?need=food")


def test_unknown_address_offers_search_and_the_hubs_phone(content, open_page):
    page = open_page("/den-yparchei/", script=False)
    assert page.locator("main form[role=search], header form[role=search]").count() == 1
    assert page.locator("a[href^='tel:+']").count() >= 1


def test_suggestions_are_reached_by_arrows_and_left_by_escape(content, open_page):
    page = open_page("/search/", 360)
    box = page.locator("input#search")
    box.press_sequentially("fagit")
    options = page.get_by_role("option")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert axe(page) == []
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    box.press("ArrowRight")
    box.press_sequentially("o")
    options.first.wait_for()
    box.press("ArrowDown")
    with page.expect_navigation():
        box.press("Enter")
    assert page.url.rstrip("/") != "/search"
