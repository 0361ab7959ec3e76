"""Every kind of page of the demo, in both languages, themes and widths, with and without a script."""

import json
import re
from itertools import pairwise, product

import pytest

from tests.browser import demo
from tests.browser.tools import axe, csp_violations, overflow, small_targets, weigh

MATRIX = list(product(demo.kinds(), demo.LANGUAGES))
IDS = [f"{kind}-{language}" for kind, language in MATRIX]


@pytest.mark.parametrize(("kind", "language"), MATRIX, ids=IDS)
def test_page_is_accessible_in_both_themes_and_widths(content, open_page, kind, language):
    page = open_page(content[kind, language])
    for width, scheme in product((360, 1280), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert axe(page) == [], (width, scheme)
    assert csp_violations(page) == []
    assert [fault for fault in page.faults if "404" not in fault or kind != "not found"] == []
    assert page.context.cookies() == []


@pytest.mark.parametrize(("kind", "language"), MATRIX, ids=IDS)
def test_page_fits_a_narrow_phone_and_a_thumb(content, open_page, kind, language):
    page = open_page(content[kind, language], 320)
    assert overflow(page) == []
    assert small_targets(page) == []


@pytest.mark.parametrize(("kind", "language"), MATRIX, ids=IDS)
def test_page_says_its_language_its_name_and_one_heading(content, open_page, kind, language):
    page = open_page(content[kind, language], script=False)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert page.title()
    levels = [int(tag[1]) for tag in page.locator("h1,h2,h3,h4").evaluate_all("all => all.map(e => e.tagName)")]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert page.locator(".js-only:visible").count() == 0


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


def test_structured_data_of_every_page_is_json(content, open_page):
    for (kind, language), address in content.items():
        page = open_page(address, script=False)
        for text in page.locator("script[type='application/ld+json']").all_text_contents():
            assert json.loads(text)["@context"] == "https://schema.org", (kind, language)


def test_no_page_shows_words_of_the_other_language_as_its_own(content, open_page):
    """An English page may show Greek names and texts, but says that they are Greek."""
    greek = re.compile(r"[α-ωάέήίόύώ]{4,}")
    for (kind, language), address in content.items():
        if language == "el":
            continue
        page = open_page(address, script=False)
        texts = page.locator("body").evaluate(
            """body => { const found = [], walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) { const node = walk.currentNode, near = node.parentElement.closest('[lang]');
            if (near.lang !== 'el' && !node.parentElement.closest('script')) found.push(node.data.trim()); }
            return found.filter(Boolean); }"""
        )
        assert [text for text in texts if greek.search(text)] == [], kind
