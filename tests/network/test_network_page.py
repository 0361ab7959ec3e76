"""Bodies by family with what they run; news and structures find each other."""

import pytest
from wagtail.models import Page

from core.hooks import asked
from directory.models.organisation import Organisation
from directory.models.structure import Structure
from network.demo import load_network
from network.models import GoodPracticePage, NetworkPage
from network.selectors.bodies import SHOWN, bodies_by_family
from news.models import NewsItem
from tests.conftest import NOON

pytestmark = pytest.mark.usefixtures("demo_content", "db")


def test_bodies_stand_by_family_with_what_they_run(client, django_assert_max_num_queries):
    families = bodies_by_family("el")
    assert sum(len(family.cards) for family in families) == Organisation.objects.count()
    kodep = next(card for family in families for card in family.cards if "Κοινωφελής" in card.title)
    assert (len(kodep.meta), len(kodep.more) > 5) == (SHOWN + 1, True)  # a few in the open, its own site last
    address = NetworkPage.objects.get(locale__language_code="en").get_url()
    client.get("/en/")
    with django_assert_max_num_queries(12):
        text = client.get(address).content.decode()
    assert "Municipality of Piraeus" in text
    assert '<a class="call small" href="tel:+302132022000">' in text


def test_news_and_structures_find_each_other():
    item = NewsItem.objects.get(slug="ypsos-psyxous-2026")
    structure = Structure.objects.get(slug="ypnotirio")
    shelter = structure.pages.get(locale__language_code="el")
    assert shelter.get_url() in [card.url for card in asked("hub_related", item, "el", NOON)]
    news = item.pages.get(locale__language_code="el")
    assert news.get_url() in [card.url for card in asked("hub_related", structure, "el", NOON)]
    assert asked("hub_related", object(), "el", NOON) == []


def test_loading_twice_writes_no_page_again():
    written = Page.objects.order_by("pk").values_list("pk", "title", "last_published_at")
    before = list(written.all())
    assert load_network() == 9
    assert list(written.all()) == before
    assert GoodPracticePage.objects.count() == 18
