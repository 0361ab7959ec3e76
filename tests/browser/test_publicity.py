"""What readers get of the publicity band, measured: green as it is, and red when somebody shrinks the emblem."""

import pytest

from home.management.commands.publicity_check import paid_pages
from home.publicity import BOXES, WIDTHS, faults, measured

SHRINK = "() => document.querySelectorAll('.flag').forEach(e => { e.style.height = '8px'; e.style.width = '12px'; })"


@pytest.fixture(scope="module")
def paid(site):
    """Addresses of pages with the bands that must stand on them; the first of each number of bands is enough."""
    return site.run(lambda: {len(bands): (url, bands) for url, bands in paid_pages()})


@pytest.mark.parametrize("width", WIDTHS)
def test_bands_are_as_the_rules_demand_and_a_small_emblem_is_noticed(paid, open_page, width):
    assert paid
    for url, bands in paid.values():
        page = open_page(url, width)
        seen, signs = measured(page.evaluate(BOXES))
        assert faults(url, bands, seen, width=width, signs=signs) == []
        page.evaluate(SHRINK)
        seen, signs = measured(page.evaluate(BOXES))
        assert {fault.code for fault in faults(url, bands, seen, width=width, signs=signs)} >= {"small"}
