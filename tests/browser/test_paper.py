"""A structure on paper is one sheet of A4, in letters that are read without glasses."""

import re

import pytest

from directory.pages.structure import StructurePage

POINTS = "all => all.map(e => Math.round(parseFloat(getComputedStyle(e).fontSize) * .75 * 10) / 10)"


def longest_pages(language):
    """Addresses of the three structures with most words."""
    pages = StructurePage.objects.live().filter(locale__language_code=language, structure__sensitive=False)
    words = {page.get_url(): len(page.how + page.for_whom + str(page.offers)) for page in pages}
    return sorted(words, key=words.get)[-3:]


def sheets(page):
    """How many pages its PDF has."""
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("language", ["el", "en", "ar", "sq", "uk"])
def test_longest_structures_are_one_sheet_each(site, content, open_page, language):
    page = open_page("/livez")
    addresses = site.run(longest_pages, language)
    assert len(addresses) == 3
    for address in addresses:
        page.goto(site.url + address)
        assert sheets(page) == 1, address


def test_sheet_is_in_12_points_with_large_numbers_and_a_code_above_its_address(site, content, open_page):
    page = open_page(site.run(longest_pages, "el")[-1])
    page.emulate_media(media="print")
    assert min(page.locator(".sheet .split > .flow :is(p, li, dd)").evaluate_all(POINTS)) >= 12
    assert min(page.locator(".sheet :is(.call b, address, .number)").evaluate_all(POINTS)) >= 14
    code, below = page.locator(".paper-only svg").bounding_box(), page.locator(".paper-only .address").bounding_box()
    assert code["width"] > 100 and code["y"] + code["height"] <= below["y"]
    assert page.locator(".paper-only").inner_text().count("/s/") == 1
    assert page.locator(".state.now, .tools, .site-foot, .btn").filter(visible=True).count() == 0
