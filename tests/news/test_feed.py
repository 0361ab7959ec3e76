"""The Atom feed as a feed reader sees it."""

from datetime import date, timedelta

import feedparser
import pytest
from django.utils import timezone

from core.taxonomy import Topic
from tests.factories.news import make_item, make_pages


def read(client, address: str = "/feeds/news.atom"):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert not feed.bozo
    return feed


def test_feed_holds_whole_texts_in_the_language_of_its_address(client, index):
    item = make_item("item")
    make_pages(item, index)
    feed = read(client, "/en/feeds/news.atom")
    (entry,) = feed.entries
    assert (feed.feed.language, feed.feed.title) == ("en", "Hub: News")
    assert (entry.title, entry.summary) == ("item en", "Summary of item en.")
    assert "<p>Text of item en.</p>" in entry.content[0].value
    assert entry.link == "http://testserver/en/news/item/"
    assert entry.id == f"tag:localhost,2026:{item.uuid}:en"


def test_feed_links_to_itself_and_to_the_list(client, index):
    links = {link.rel: link.href for link in read(client).feed.links}
    assert links == {"alternate": "http://testserver/nea/", "self": "http://testserver/feeds/news.atom"}


def test_entry_is_updated_only_by_a_significant_change(client, index):
    (greek, _english) = make_pages(make_item("item", date=date(2027, 5, 3)), index).values()
    greek.last_published_at = timezone.now() + timedelta(days=900)
    greek.save()
    assert read(client).entries[0].updated == "2027-05-03T00:00:00+03:00"
    greek.change_note = "New hours"
    greek.save()
    assert read(client).entries[0].updated_parsed[:3] == greek.last_published_at.timetuple()[:3]


def test_topic_keeps_its_own_entries_and_an_unknown_one_is_not_found(client, index):
    topic = Topic.objects.create(slug="winter")
    tagged = make_item("tagged")
    tagged.topics.add(topic)
    make_pages(tagged, index)
    make_pages(make_item("other"), index)
    feed = read(client, "/feeds/news.atom?topic=winter")
    assert [entry.title for entry in feed.entries] == ["tagged el"]
    assert feed.feed.id == "tag:localhost,2026:news:el:winter"
    assert client.get("/feeds/news.atom?topic=nothing").status_code == 404


def test_letters_that_xml_cannot_hold_do_not_break_the_feed(client, index):
    (greek, _english) = make_pages(make_item("item"), index).values()
    greek.title = "Pasted\x0bfrom a letter"
    greek.save()
    assert read(client).entries[0].title == "Pasted from a letter"


def test_draft_is_not_in_the_feed(client, index):
    make_pages(make_item("draft"), index, live=False)
    assert read(client).entries == []


def test_every_page_announces_the_feed(client, index):
    link = '<link rel="alternate" type="application/atom+xml" href="/en/feeds/news.atom" title="News">'
    assert link in client.get("/en/news/").content.decode()


@pytest.mark.parametrize("count", [1, 50])
def test_feed_takes_few_queries(client, index, django_assert_max_num_queries, count):
    for number in range(count):
        make_pages(make_item(f"n{number}"), index, languages=("el",))
    client.get("/en/")
    with django_assert_max_num_queries(6):
        assert len(read(client).entries) == count
