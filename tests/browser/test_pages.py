"""Every kind of page of the demo, in both languages, themes and widths, with and without a script."""

from itertools import pairwise, product

import pytest

from tests.browser import demo
from tests.browser.tools import axe, csp_violations, foreign_words, overflow, small_targets, structured_data, weigh

MATRIX = list(product(demo.kinds(), demo.LANGUAGES))
IDS = [f"{kind}-{language}" for kind, language in MATRIX]


@pytest.mark.parametrize(("kind", "language"), MATRIX, ids=IDS)
def test_page_is_accessible_in_both_themes_and_widths(content, open_page, kind, language):
    page = open_page(content[kind, language])
    assert axe(page) == []
    assert csp_violations(page) == []
    assert [fault for fault in page.faults if "404" not in fault or kind != "not found"] == []
    assert page.context.cookies() == []


@pytest.mark.parametrize(("kind", "language"), MATRIX, ids=IDS)
def test_page_fits_a_narrow_phone_and_a_thumb(content, open_page, kind, language):
    page = open_page(content[kind, language], 320)
    assert overflow(page) == []
    assert small_targets(page) == []


@pytest.mark.parametrize(("kind", "language"), MATRIX, ids=IDS)
def test_page_without_a_script_says_its_name_and_what_is_in_which_language(content, open_page, kind, language):
    page = open_page(content[kind, language], script=False)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert page.title()
    levels = [int(tag[1]) for tag in page.locator("h1,h2,h3,h4").evaluate_all("all => all.map(e => e.tagName)")]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert page.locator(".js-only:visible").count() == 0
    assert all(data["@context"] == "https://schema.org" for data in structured_data(page))
    if language != "el":
        assert foreign_words(page) == []


@pytest.mark.parametrize("kind", demo.ARABIC)
def test_arabic_page_runs_from_right_to_left_and_is_accessible(content, open_page, kind):
    page = open_page(content[kind, "ar"], 320)
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert axe(page) == []
    assert overflow(page) == []
    assert small_targets(page) == []


@pytest.mark.parametrize("kind", [model._meta.label for model in demo.page_types()])
def test_languages_of_a_page_name_each_other(content, open_page, kind):
    alternates = {}
    for language in demo.LANGUAGES:
        page = open_page(content[kind, language], script=False)
        links = page.locator("link[rel=alternate][hreflang]").evaluate_all(
            "all => all.map(e => [e.hreflang, new URL(e.href).pathname])"
        )
        alternates[language] = dict(links)
        assert alternates[language][language] == content[kind, language]
    if content[kind, "en"] == alternates["el"].get("en"):
        assert alternates["el"] == alternates["en"]


def test_greek_home_weighs_less_than_45_kb_on_first_view(content, open_page, site):
    page = open_page("/styleguide/", 360)
    sizes = weigh(page, site.url + content["home.HomePage", "el"])
    assert sum(sizes.values()) <= 45_000, sizes
