"""The demo's news say what the file says, and no more."""

import pytest

from core.taxonomy_demo import load_taxonomy
from home.demo.tree import load_home
from news.demo import load_news
from news.models import Event, EventPage, NewsItem, NewsPage


@pytest.fixture
def loaded(db) -> int:
    load_taxonomy()
    load_home()
    return load_news()


def test_every_item_has_a_page_in_both_languages(loaded):
    pages = NewsPage.objects.count() + EventPage.objects.count()
    assert (loaded, pages) == (20, 40)


def test_loading_twice_changes_nothing(loaded):
    before = [(page.pk, page.title, page.body.get_prep_value()) for page in NewsPage.objects.all()]
    load_news()
    assert [(page.pk, page.title, page.body.get_prep_value()) for page in NewsPage.objects.all()] == before
    assert NewsItem.objects.count() + Event.objects.count() == 20


def test_month_without_a_day_stays_without_one(loaded):
    item = NewsItem.objects.get(slug="domes-astegon-2026")
    assert (item.date.isoformat(), item.date_precision) == ("2025-12-01", "month")


def test_event_whose_text_names_its_day_has_a_date_without_hours(loaded):
    (event,) = Event.objects.all()
    assert [each.all_day for each in event.dates.all()] == [True]
    assert event.slug == "imerida-kodep"


def test_item_keeps_its_sources_and_terms(loaded):
    item = NewsItem.objects.get(slug="ypsos-psyxous-2026")
    assert [source.date for source in item.source_list()] == ["2026-01-17"]
    assert [need.slug for need in item.needs.all()] == ["housing"]
    assert sorted(each.key for each in item.structures.all()) == ["drosero-thermo", "ypnotirio"]
