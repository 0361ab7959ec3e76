"""What home offers to those who searched: doors by need, the finder, the help lines."""

import pytest

from core.hooks import HelpLink
from home.selectors.ways import search_help
from tests.factories import directory
from tests.factories import home as make


@pytest.fixture
def whole(home):
    """A home page with a list of structures, a finder and a page for urgent help."""
    directory.index_page(home)
    directory.finder_page(home)
    directory.need("food", "Φαγητό")
    directory.need("safety", "Ασφάλεια από βία", sensitive=True)
    home.danger_page = make.standard_page(home, title="Urgent", slug="urgent")
    home.save()


def test_needs_lead_to_the_list_and_sensitive_ones_to_urgent_help(whole):
    assert [link for link in search_help("el") if link.kind == "need"] == [
        HelpLink("need", "Φαγητό", "/domes/?need=food", "el"),
        HelpLink("need", "Ασφάλεια από βία", "/urgent/", "el"),
    ]


def test_the_finder_and_the_help_lines_are_named_in_the_readers_language(whole):
    assert [link for link in search_help("el") if link.kind != "need"] == [
        HelpLink("help", "Ο οδηγός με 4 ερωτήσεις", "/voitheia/"),
        HelpLink("danger", "Γραμμές βοήθειας", "/urgent/"),
    ]


def test_what_the_hub_does_not_have_is_not_offered(homes):
    assert search_help("en") == ()
