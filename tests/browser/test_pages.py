"""Every kind of page of the demo, in three languages, both themes and several widths, with and without a script."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import get_resolver, resolve
from django.urls.resolvers import LocalePrefixPattern, URLResolver

from tests.browser import demo
from tests.browser.tools import (
    LOOKS,
    LOOKS_OF_A_TRANSLATION,
    axe,
    csp_violations,
    foreign_words,
    overflow,
    small_targets,
    structured_data,
    weigh,
)

MATRIX = demo.matrix()
IDS = [f"{kind}-{language}" for kind, language in MATRIX]
STYLES = Path(__file__).resolve().parents[2] / "site" / "static" / "css"
SHEETS = ("hub", "front", "more", "map", "rest")
STAFF = ("account_", "mfa_", "styleguide", "wagtail")


def routes_of_readers():
    """Names of the routes below a language's prefix, without those of staff."""
    prefixed = next(each for each in get_resolver().url_patterns if isinstance(each.pattern, LocalePrefixPattern))
    return {name for name in names(prefixed) if not name.startswith(STAFF)}


def names(resolver, prefix=""):
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from names(each, f"{each.namespace}:" if each.namespace else prefix)
        elif each.name:
            yield prefix + each.name


@pytest.mark.parametrize(("kind", "language"), MATRIX, ids=IDS)
def test_page_fits_a_narrow_phone_and_is_accessible_in_both_themes_and_widths(content, open_page, kind, language):
    page = open_page(content[kind, language], 320)
    names_itself(page, language)
    if language != "el":
        assert foreign_words(page) == []
    assert overflow(page) == []
    assert small_targets(page) == []
    assert axe(page, LOOKS if language == "el" else LOOKS_OF_A_TRANSLATION) == []
    assert csp_violations(page) == []
    assert page.faults == [] or kind in demo.FAULTS
    assert page.context.cookies() == []


# A translation is the same template once more: what it says is looked at above.
@pytest.mark.parametrize("kind", [kind for kind, language in MATRIX if language == "el"])
def test_page_without_a_script_says_its_name_and_shows_nothing_that_needs_one(content, open_page, kind):
    page = open_page(content[kind, "el"], script=False)
    names_itself(page, "el")
    assert page.locator(".js-only:visible").count() == 0


def names_itself(page, language):
    """Language, direction, one heading, a title, levels without a gap, and what it tells machines."""
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert page.locator("h1").count() == 1
    assert page.title()
    levels = [int(tag[1]) for tag in page.locator("h1,h2,h3,h4").evaluate_all("all => all.map(e => e.tagName)")]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert all(data["@context"] == "https://schema.org" for data in structured_data(page))


def test_no_page_of_readers_is_forgotten(content):
    """A new route or page type fails here until `demo` knows where it is."""
    greek = [each for (_kind, language), each in content.items() if language == "el"]
    seen = {resolve(urlsplit(each).path).view_name for each in greek}
    assert routes_of_readers() - seen == demo.WITHOUT_A_PAGE | demo.SENT_TO
    assert set(content) == set(MATRIX)


@pytest.mark.parametrize("kind", [model._meta.label for model in demo.page_types()])
def test_languages_of_a_page_name_each_other(content, site, kind):
    alternates = {}
    for language in demo.COMPLETE:
        html = site.run(Client().get, content[kind, language]).content.decode()
        links = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html)
        alternates[language] = {code: urlsplit(address).path for code, address in links}
        assert alternates[language][language] == content[kind, language]
    if content[kind, "en"] == alternates["el"].get("en"):
        assert alternates["el"] == alternates["en"]


# The first pages that people open: each loads only the style sheets that it needs.
@pytest.mark.parametrize(
    ("kind", "limit"),
    [("home.HomePage", 45_000), ("directory.StructurePage", 45_000), ("list with a choice", 45_000)],
)
def test_first_view_of_the_ways_to_help_in_greek_keeps_its_weight(content, open_page, site, kind, limit):
    page = open_page("/styleguide/", 360)
    sizes = weigh(page, site.url + content[kind, "el"])
    assert sum(sizes.values()) <= limit, sizes


def test_page_that_leaves_out_a_style_sheet_wears_nothing_of_it(content, site):
    sheets = {name: set(re.findall(r"\.([a-z][\w-]*)", (STYLES / f"{name}.css").read_text())) for name in SHEETS}
    lighter = 0
    for address in set(content.values()):
        html = site.run(Client().get, address).content.decode(errors="replace")
        loaded = set(re.findall(r"css/(\w+)[\w.]*\.css", html)) & set(SHEETS)
        if not loaded:
            continue
        worn = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
        dressed = set().union(*(sheets[name] for name in loaded))
        assert worn & set().union(*sheets.values()) <= dressed, address
        lighter += len(loaded) < len(SHEETS)
    assert lighter
