"""What stands around a page: languages, breadcrumbs, head."""

import json

import pytest
from django.test import RequestFactory
from django.utils import translation

from core.frame import frame
from core.hub import Link
from home.pages import HomePage


@pytest.fixture(autouse=True)
def greek():
    with translation.override("el"):
        yield


@pytest.fixture
def section(homes):
    """A Greek section with an English translation, and a Greek page below it without one."""
    greek = homes["el"].add_child(instance=HomePage(title="Δομές", slug="domes", show_in_menus=True))
    english = HomePage(
        title="Services", slug="services", locale=homes["en"].locale, translation_key=greek.translation_key
    )
    homes["en"].add_child(instance=english)
    only = greek.add_child(instance=HomePage(title="Παντοπωλείο", slug="pantopoleio"))
    return greek, only


def read(page, now, path="/", query=""):
    request = RequestFactory().get(path + query, headers={"host": "localhost"})
    return frame(request, page, language="el", now=now)


def test_languages_lead_to_the_same_page(section, now):
    greek, _ = section
    assert read(greek, now, "/domes/", "?need=food").languages == (
        Link("Ελληνικά", "/domes/?need=food", "el", current=True),
        Link("English", "/en/services/?need=food", "en"),
    )


def test_a_language_without_the_page_leads_to_the_nearest_one_that_exists(section, now):
    _, only = section
    assert read(only, now, "/domes/pantopoleio/").languages[1].url == "/en/services/#not-translated"


def test_breadcrumbs_begin_at_home_and_leave_the_page_out(section, now):
    _, only = section
    assert [crumb.title for crumb in read(only, now).crumbs] == ["Αρχική", "Δομές"]


def test_the_menu_marks_the_section_one_is_in(section, now):
    _, only = section
    assert read(only, now, "/domes/pantopoleio/").menu == (Link("Δομές", "/domes/", current=True),)


def test_alternates_are_reciprocal_and_name_the_default(section, now):
    greek, only = section
    assert [(link.language, link.url) for link in read(greek, now).alternates] == [
        ("el", "http://localhost/domes/"),
        ("en", "http://localhost/en/services/"),
        ("x-default", "http://localhost/domes/"),
    ]
    assert read(only, now).alternates == ()


def test_a_filtered_address_is_not_indexed_and_points_to_the_plain_one(section, now):
    greek, _ = section
    filtered = read(greek, now, "/domes/", "?need=food&page=2")
    assert filtered.noindex
    assert filtered.canonical == "http://localhost/domes/?page=2"
    assert not read(greek, now, "/domes/").noindex


def test_structured_data_holds_the_breadcrumb(section, now):
    _, only = section
    trail = json.loads(read(only, now).jsonld[-1])
    assert [item["name"] for item in trail["itemListElement"]] == ["Αρχική", "Δομές", "Παντοπωλείο"]


def test_structured_data_cannot_end_its_element(section, client):
    _, only = section
    only.title = "</script><script>alert(1)</script>"
    only.save()
    assert b"<script>alert" not in client.get("/domes/pantopoleio/").content
