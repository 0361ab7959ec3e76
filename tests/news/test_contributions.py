"""What the news gives to home and search."""

from datetime import timedelta

import pytest

from core.hooks import registered
from core.taxonomy import Need
from news.indexing import call_pages, news_pages
from tests.conftest import NOON
from tests.factories.news import make_call, make_event, make_item, make_pages

HOUR = timedelta(hours=1)


def panel(name: str):
    (found,) = [each for each in registered("hub_home_panels") if each.name == name]
    return found.selector("el", NOON)


def test_home_gets_three_news_and_no_empty_panels(index):
    for number in range(4):
        make_pages(make_item(f"n{number}"), index)
    shown = panel("news")
    assert [card.title for card in shown["cards"]] == ["n3 el", "n2 el", "n1 el"]
    assert shown["more_url"] == "/nea/"
    assert (panel("calls"), panel("events")) == (None, None)


def test_home_gets_open_calls_by_deadline_and_events_by_their_next_date(index):
    make_pages(make_call("later", opens_at=NOON - HOUR, closes_at=NOON + 2 * HOUR), index)
    make_pages(make_call("sooner", opens_at=NOON - HOUR, closes_at=NOON + HOUR), index)
    make_pages(make_call("closed", opens_at=NOON - HOUR, closes_at=NOON), index)
    make_pages(make_event("second", start=NOON + 2 * HOUR), index)
    make_pages(make_event("first", start=NOON + HOUR), index)
    make_pages(make_event("over", start=NOON - 9 * HOUR), index)
    make_pages(make_event("off", start=NOON + HOUR, state="cancelled"), index)
    assert [card.title for card in panel("calls")["cards"]] == ["sooner el", "later el"]
    assert [card.title for card in panel("events")["cards"]] == ["first el", "second el"]


@pytest.mark.parametrize(("name", "most"), [("news", 1), ("calls", 1), ("events", 2)])
def test_panel_takes_few_queries(index, django_assert_max_num_queries, name, most):
    for number in range(5):
        make_pages(make_item(f"n{number}"), index)
        make_pages(make_call(f"c{number}", opens_at=NOON - HOUR, closes_at=NOON + HOUR), index)
        make_pages(make_event(f"e{number}", start=NOON + HOUR), index)
    panel("news")
    with django_assert_max_num_queries(most):
        assert panel(name)


def test_search_gets_words_terms_and_deadline_in_the_language_of_the_page(index):
    call = make_call("call", opens_at=NOON, closes_at=NOON + HOUR)
    call.needs.add(Need.objects.create(slug="food"))
    make_pages(call, index)
    source = call_pages()
    greek, english = source.queryset().order_by("pk")
    document = source.to_document(greek, "el")
    assert (document.title, document.url, document.body) == ("call el", "/nea/call/", "Text of call el.")
    assert (document.needs, document.ends) == (("food",), NOON.date())
    assert source.to_document(greek, "en") is None
    assert source.to_document(english, "en").group == document.group


def test_draft_is_not_searched(index):
    make_pages(make_item("draft"), index, live=False)
    assert news_pages().queryset().count() == 0
