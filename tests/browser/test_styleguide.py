"""Every component in every state, seen by a browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from core.styleguide.stories import GROUPS
from tests.browser.tools import axe, csp_violations, overflow, small_targets

PREFIXES = {"el": "", "en": "/en", "ar": "/ar"}


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("group", GROUPS)
def test_components_are_accessible_in_both_themes_and_widths(
    open_page: Callable[..., Page], group: str, language: str
) -> None:
    for scheme in ("light", "dark"):
        for width in (360, 1280):
            page = open_page(f"{PREFIXES[language]}/styleguide/{group}/", width, scheme, as_staff=True)
            assert axe(page) == [], (scheme, width)
            assert csp_violations(page) == []
            assert page.faults == []
            page.context.close()


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("group", GROUPS)
def test_components_never_scroll_sideways_at_320(
    open_page: Callable[..., Page], group: str, language: str
) -> None:
    page = open_page(f"{PREFIXES[language]}/styleguide/{group}/", 320, as_staff=True)
    assert overflow(page) == []
    assert small_targets(page) == []


@pytest.mark.parametrize("group", GROUPS)
def test_components_show_no_control_that_needs_script_without_script(
    open_page: Callable[..., Page], group: str
) -> None:
    page = open_page(f"/styleguide/{group}/", as_staff=True, script=False)
    assert page.locator(".js-only:visible").count() == 0
