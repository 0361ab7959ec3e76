"""Every component in every state, seen by a browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from core.styleguide.stories import GROUPS
from tests.browser.tools import MIRROR, axe, csp_violations, overflow, small_targets

PREFIXES = {"el": "", "en": "/en", "ar": "/ar"}


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("group", GROUPS)
def test_components_never_scroll_sideways_and_are_accessible_in_both_themes_and_widths(
    open_page: Callable[..., Page], group: str, language: str
) -> None:
    page = open_page(f"{PREFIXES[language]}/styleguide/{group}/", 320, as_staff=True)
    assert overflow(page) == []
    assert small_targets(page) == []
    assert axe(page) == []
    assert csp_violations(page) == []
    assert page.faults == []


@pytest.mark.parametrize("group", GROUPS)
def test_components_show_no_control_that_needs_script_without_script(
    open_page: Callable[..., Page], group: str
) -> None:
    page = open_page(f"/styleguide/{group}/", as_staff=True, script=False)
    assert page.locator(".js-only:visible").count() == 0


@pytest.mark.parametrize("group", GROUPS)
def test_components_stand_at_double_text_and_four_times_zoom(open_page: Callable[..., Page], group: str) -> None:
    page = open_page(f"/styleguide/{group}/", as_staff=True, viewport={"width": 320, "height": 256})
    assert overflow(page) == []
    page = open_page(f"/styleguide/{group}/", 640, as_staff=True)
    page.evaluate("() => { document.documentElement.style.fontSize = '212%'; }")
    assert overflow(page) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("group", GROUPS)
def test_components_turned_right_to_left_are_their_own_mirror(
    open_page: Callable[..., Page], group: str, width: int
) -> None:
    page = open_page(f"/en/styleguide/{group}/", width, as_staff=True)
    page.wait_for_load_state("networkidle")  # scripts that a component asks for move what is below it
    assert page.evaluate(MIRROR) == []


def test_filters_on_a_phone_open_by_their_address_without_script(open_page: Callable[..., Page]) -> None:
    page = open_page("/styleguide/finding/", as_staff=True, script=False)
    assert not page.locator("#filters").is_visible()
    page.locator(".filters-open").click()
    assert page.locator("#filters").is_visible()
    page.locator(".filters-close").click()
    assert not page.locator("#filters").is_visible()


def test_filters_stand_open_beside_the_results_where_there_is_room(open_page: Callable[..., Page]) -> None:
    page = open_page("/styleguide/finding/", 1280, as_staff=True)
    assert page.locator("#filters").is_visible()
    assert not page.locator(".filters-open").is_visible()
