"""The list: open calls first, years, filters, fallbacks, the same number of queries for 1 and 50."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from core.taxonomy import Need, Topic
from news.selectors import NewsIndex, news_index
from tests.conftest import NOON
from tests.factories.news import make_call, make_event, make_item, make_pages

HOUR = timedelta(hours=1)


def read(query: str = "", *, language: str = "el") -> NewsIndex:
    return news_index(QueryDict(query), language=language, now=NOON, path="/nea/")


def titles(found: NewsIndex) -> list[str]:
    return [card.title for group in found.years for card in group.cards]


def test_open_calls_stand_first_by_their_deadline(index):
    make_pages(make_item("item"), index)
    make_pages(make_call("later", opens_at=NOON - HOUR, closes_at=NOON + 2 * HOUR), index)
    make_pages(make_call("sooner", opens_at=NOON - HOUR, closes_at=NOON + HOUR), index)
    make_pages(make_call("closed", opens_at=NOON - 2 * HOUR, closes_at=NOON, date=date(2027, 1, 1)), index)
    found = read()
    assert [card.title for card in found.open_calls] == ["sooner el", "later el"]
    assert titles(found) == ["item el", "closed el"]


def test_entries_stand_under_their_years(index):
    for number, day in enumerate((date(2027, 5, 3), date(2027, 1, 1), date(2026, 12, 31))):
        make_pages(make_item(f"n{number}", date=day), index)
    assert [(group.year, len(group.cards)) for group in read().years] == [("2027", 2), ("2026", 1)]


def test_date_without_a_known_day_shows_the_month_alone(index):
    make_pages(make_item("item", date=date(2025, 12, 1), date_precision="month"), index)
    (card,) = read().years[0].cards
    assert (card.date, card.date_iso) == ("Δεκέμβριος 2025", "2025-12")


def test_entry_without_a_page_in_the_language_is_listed_in_the_one_that_stands_in(index):
    make_pages(make_item("both"), index)
    make_pages(make_item("greek", date=date(2027, 4, 1)), index, languages=("el",))
    cards = [card for group in read(language="en").years for card in group.cards]
    assert [(card.title, card.language) for card in cards] == [("both en", "en"), ("greek el", "el")]


def test_entry_only_in_english_is_not_in_the_greek_list(index):
    make_pages(make_item("english"), index, languages=("en",))
    assert read().listing.total == 0


def test_draft_is_in_no_list(index):
    make_pages(make_item("draft"), index, live=False)
    assert read().listing.total == 0


def test_filters_join_kind_need_topic_and_year(index):
    need, topic = Need.objects.create(slug="food"), Topic.objects.create(slug="winter")
    item = make_item("item", kind="press")
    item.needs.add(need)
    item.topics.add(topic)
    make_pages(item, index)
    make_pages(make_event("event", start=NOON + HOUR, date=date(2026, 5, 3)), index)
    make_pages(make_call("call", opens_at=NOON + HOUR, closes_at=NOON + 2 * HOUR), index)
    assert titles(read("kind=press&need=food&topic=winter&year=2027")) == ["item el"]
    assert titles(read("kind=event")) == ["event el"]
    assert titles(read("kind=event&kind=call")) == ["call el", "event el"]
    assert titles(read("kind=event&year=2027")) == []


def test_filter_in_which_nothing_can_be_found_is_left_out(index):
    Need.objects.create(slug="food")
    make_pages(make_item("item"), index)
    assert [facet.name for facet in read().listing.useful] == ["kind", "year"]


@pytest.mark.parametrize("query", ["page=0", "page=x", "kind=none", "year=0", "topic=<b>"])
def test_bad_input_shows_the_first_page(client, index, query):
    make_pages(make_item("item"), index)
    response = client.get(f"/nea/?{query}")
    assert response.status_code == 200
    assert "item el" in response.content.decode()


def test_page_beyond_the_end_is_not_found(client, index):
    assert client.get("/nea/?page=99").status_code == 404


@pytest.mark.parametrize("count", [1, 17])
def test_list_takes_the_same_few_queries_for_one_and_fifty(client, index, django_assert_max_num_queries, count):
    now = timezone.now()
    for number in range(count):
        make_pages(make_item(f"n{number}"), index)
        make_pages(make_call(f"c{number}", opens_at=now - HOUR, closes_at=now + HOUR), index, languages=("el",))
        make_pages(make_event(f"e{number}", start=now + HOUR), index, languages=("el",))
    client.get("/en/")
    read(language="en")  # words of the taxonomy are kept per process
    with django_assert_max_num_queries(14):
        response = client.get("/en/news/")
    assert response.status_code == 200
