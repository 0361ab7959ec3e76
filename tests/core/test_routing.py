"""Pages are found by their address in few queries, and only where a reader may see them."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import RequestFactory
from wagtail.models import PageViewRestriction, Site

from core.frame import frame
from core.routing import page_at
from home.pages import HomePage


@pytest.fixture
def deep(homes):
    """A page three steps below each home; the tree limits do not matter to addresses."""
    pages = {}
    for language, home in homes.items():
        page = home
        for slug in ("a", "b", "c"):
            child = HomePage(title=f"{slug} {language}", slug=slug, locale=page.locale)
            if language == "en":
                child.translation_key = pages[slug].translation_key
            page = page.add_child(instance=child)
            pages.setdefault(slug, page)
    return pages


def shown(client, address: str) -> str:
    """What the first heading of a page says."""
    return re.search(r"<h1[^>]*>([^<]*)</h1>", client.get(address).content.decode())[1].strip()


@pytest.mark.parametrize(("address", "title"), [("/", "Βρείτε βοήθεια"), ("/a/b/c/", "c el"), ("/en/a/b/c/", "c en")])
def test_an_address_serves_its_page(deep, client, address, title):
    assert shown(client, address) == title


@pytest.mark.parametrize("address", ["/a/c/", "/c/", "/hub-el/a/", "/ar/", "/en/a/b/c/d/"])
def test_an_address_of_no_page_is_not_found(deep, client, address):
    assert client.get(address).status_code == 404


def test_an_unpublished_page_is_not_found(deep, client):
    deep["c"].unpublish()
    assert client.get("/a/b/c/").status_code == 404


def test_a_private_section_is_not_shown(deep, client):
    assert client.get("/a/b/c/").status_code == 200
    restriction = PageViewRestriction.objects.create(page=deep["b"], restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="inner circle"))
    assert client.get("/a/b/c/").status_code == 302


def test_a_moved_site_is_followed(deep, client):
    client.get("/a/")
    site = Site.objects.get(is_default_site=True)
    site.root_page = deep["a"]
    site.save()
    assert shown(client, "/b/") == "b el"


@pytest.mark.parametrize(("language", "path"), [("el", ""), ("el", "a/b/c"), ("en", "a/b/c")])
def test_page_and_frame_cost_three_queries_at_any_depth(deep, now, language, path, django_assert_num_queries):
    site = Site.objects.get(is_default_site=True)
    request = RequestFactory().get("/", headers={"host": "localhost"})
    page_at(site, language, "a")
    frame(request, deep["a"], language=language, now=now)
    with django_assert_num_queries(3):
        frame(request, page_at(site, language, path), language=language, now=now)
