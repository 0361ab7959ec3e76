"""Pages of news, calls and events as readers get them."""

import json
import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.taxonomy import Community, CommunityWords, Need, NeedWords
from news.pages import CallPage
from tests.factories.news import make_call, make_event, make_item, make_pages

HOUR = timedelta(hours=1)


def structured(response) -> list[dict]:
    """JSON-LD of a response."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode())
    return [json.loads(block) for block in blocks]


def test_news_page_says_date_kind_text_and_source(client, index):
    source = ("source", {"title": "Paper", "url": "https://example.org/a", "date": "2027-05", "what": ""})
    make_pages(make_item("item", sources=[source]), index)
    text = client.get("/en/news/item/").content.decode()
    assert '<time datetime="2027-05-03">Monday 3\u00a0May 2027</time> · News' in text
    assert "Text of item en." in text
    assert '<a href="https://example.org/a">Paper</a>' in text


def test_call_page_offers_to_apply_while_the_call_is_open(client, index):
    now = timezone.now()
    times = {"opens_at": now - HOUR, "apply_url": "https://example.org/apply"}
    make_pages(make_call("open", closes_at=now + 100 * HOUR, **times), index)
    make_pages(make_call("closed", closes_at=now - HOUR / 2, **times), index)
    assert "https://example.org/apply" in client.get("/en/news/open/").content.decode()
    assert "https://example.org/apply" not in client.get("/en/news/closed/").content.decode()


def test_event_page_says_where(client, index):
    event = make_event("event", start=timezone.now() + HOUR, address="Long street 1")
    make_pages(event, index, place="Town Hall")
    assert "Town Hall, Long street 1" in client.get("/en/news/event/").content.decode()


def test_pages_name_their_terms_in_the_language(client, index):
    need, community = Need.objects.create(slug="food"), Community.objects.create(slug="a")
    NeedWords.objects.create(term=need, language="en", name="Food today")
    CommunityWords.objects.create(term=community, language="en", name="First community")
    item = make_item("item")
    item.needs.add(need)
    item.communities.add(community)
    make_pages(item, index)
    text = client.get("/en/news/item/").content.decode()
    assert "Food today" in text
    assert "First community" in text


def test_page_links_to_the_news_before_and_after_it_in_its_language(client, index):
    for number in range(3):
        make_pages(make_item(f"n{number}", date=date(2027, 5, 1 + number)), index)
    make_pages(make_event("event", start=timezone.now(), date=date(2027, 5, 2)), index)
    text = client.get("/nea/n1/").content.decode()
    assert '<a class="with-icon" href="/nea/n2/" rel="next">' in text
    assert '<a class="with-icon" href="/nea/n0/" rel="prev">' in text
    assert 'rel="next"' not in client.get("/nea/n2/").content.decode()


def test_related_entries_share_a_need(client, index):
    need = Need.objects.create(slug="food")
    for slug in ("one", "two", "other"):
        item = make_item(slug)
        if slug != "other":
            item.needs.add(need)
        make_pages(item, index)
    text = client.get("/nea/one/").content.decode()
    assert '<a href="/nea/two/"' in text
    assert text.count('<a href="/nea/other/"') == 0


def test_news_is_a_newsarticle_for_machines(client, index):
    make_pages(make_item("item"), index)
    article = next(data for data in structured(client.get("/en/news/item/")) if data["@type"] == "NewsArticle")
    assert (article["headline"], article["datePublished"]) == ("item en", "2027-05-03")
    assert article["inLanguage"] == "en"


@pytest.mark.parametrize(
    ("state", "status"),
    [("planned", "EventScheduled"), ("cancelled", "EventCancelled"), ("postponed", "EventPostponed")],
)
def test_event_tells_machines_its_dates_and_state(client, index, state, status):
    make_pages(make_event("event", start=timezone.now(), state=state, address="Long street 1"), index)
    event = next(data for data in structured(client.get("/nea/event/")) if data["@type"] == "Event")
    assert event["eventStatus"] == f"https://schema.org/{status}"
    assert event["location"] == [{"@type": "Place", "name": "Long street 1", "address": "Long street 1"}]


def test_page_refuses_facts_of_another_kind(index):
    page = CallPage(title="Call", slug="call", entry=make_item("item"))
    with pytest.raises(ValidationError) as refusal:
        page.clean()
    assert refusal.value.message_dict == {"entry": ["Choose a call."]} or "entry" in refusal.value.message_dict


@pytest.mark.parametrize("count", [1, 17])
def test_detail_takes_the_same_few_queries_for_one_and_fifty(client, index, django_assert_max_num_queries, count):
    need = Need.objects.create(slug="food")
    now = timezone.now()
    for number in range(count):
        for entry in (
            make_item(f"n{number}"),
            make_call(f"c{number}", opens_at=now, closes_at=now + HOUR),
            make_event(f"e{number}", start=now + HOUR),
        ):
            entry.needs.add(need)
            make_pages(entry, index, languages=("el",))
    client.get("/nea/n0/")
    for address in ("/nea/c0/", "/nea/e0/"):
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200
