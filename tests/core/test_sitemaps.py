"""What search machines may read."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest
from wagtail.models import Page, PageViewRestriction

from core import sitemaps
from tests.factories.news import make_item, make_news_index, make_pages

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def index(homes):
    return make_news_index(homes)


def read(client, address: str) -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200
    return ET.fromstring(response.content)  # noqa: S314 -- our own answer


def addresses(client, language: str) -> list[str]:
    return [each.text for each in read(client, f"/sitemap-{language}.xml").iterfind("s:url/s:loc", NAMES)]


def test_index_names_a_file_for_each_language(client, index):
    files = [each.text for each in read(client, "/sitemap.xml").iterfind("s:sitemap/s:loc", NAMES)]
    assert files == ["http://testserver/sitemap-el.xml", "http://testserver/sitemap-en.xml"]
    assert client.get("/sitemap-uk.xml").status_code == 404


def test_file_lists_live_pages_of_its_language(client, index):
    make_pages(make_item("item"), index)
    make_pages(make_item("draft"), index, live=False)
    assert addresses(client, "el") == [f"http://testserver{path}" for path in ("/", "/nea/", "/nea/item/")]
    assert addresses(client, "en") == [f"http://testserver{path}" for path in ("/en/", "/en/news/", "/en/news/item/")]


def test_every_address_answers_200(client, index):
    make_pages(make_item("item"), index)
    assert {client.get(address).status_code for address in addresses(client, "en")} == {200}


def test_page_names_its_other_languages_and_a_default(client, index):
    make_pages(make_item("item"), index)
    last = read(client, "/sitemap-en.xml").findall("s:url", NAMES)[-1]
    links = {each.get("hreflang"): each.get("href") for each in last.iterfind("x:link", NAMES)}
    assert links == {
        "el": "http://testserver/nea/item/",
        "x-default": "http://testserver/nea/item/",
        "en": "http://testserver/en/news/item/",
    }


def test_page_in_one_language_names_no_other(client, index):
    make_pages(make_item("item"), index, languages=("el",))
    last = read(client, "/sitemap-el.xml").findall("s:url", NAMES)[-1]
    assert last.findall("x:link", NAMES) == []


def test_large_hub_has_files_of_a_thousand_addresses(client, index, monkeypatch):
    monkeypatch.setattr(sitemaps, "PART", 2)
    for number in range(3):
        make_pages(make_item(f"n{number}"), index)
    files = [each.text for each in read(client, "/sitemap.xml").iterfind("s:sitemap/s:loc", NAMES)]
    assert files[:3] == [f"http://testserver/sitemap-el.xml{more}" for more in ("", "?p=2", "?p=3")]
    told = [each.text for address in files for each in read(client, address).iterfind("s:url/s:loc", NAMES)]
    assert len(told) == len(set(told)) == 10
    for beyond in ("4", "0", "x", "-1", "9" * 30):
        assert client.get(f"/sitemap-el.xml?p={beyond}").status_code == 404


def test_private_section_is_left_out(client, index):
    make_pages(make_item("item"), index)
    PageViewRestriction.objects.create(page=index["el"], restriction_type="login")
    assert addresses(client, "el") == ["http://testserver/"]


def test_robots_are_shown_the_index_and_kept_from_the_admin(client, homes, settings):
    text = client.get("/robots.txt").content.decode()
    assert text == f"User-agent: *\nDisallow: /{settings.HUB_ADMIN_PATH}\nSitemap: http://testserver/sitemap.xml\n"


def test_robots_stay_away_from_a_hub_that_is_not_to_be_found(client, homes, settings):
    settings.HUB_INDEXED = False
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize("count", [1, 50])
def test_sitemap_takes_the_same_few_queries_for_one_and_fifty(client, index, django_assert_max_num_queries, count):
    for number in range(count):
        make_pages(make_item(f"n{number}"), index)
    client.get("/en/")
    with django_assert_max_num_queries(4):
        assert len(addresses(client, "en")) == count + 2


def test_day_of_a_change_is_the_one_of_the_city(client, index):
    page = make_pages(make_item("item"), index)["el"]
    Page.objects.filter(pk=page.pk).update(last_published_at=datetime(2027, 5, 3, 22, 30, tzinfo=UTC))
    days = {each.text for each in read(client, "/sitemap-el.xml").iterfind("s:url/s:lastmod", NAMES)}
    assert "2027-05-04" in days
