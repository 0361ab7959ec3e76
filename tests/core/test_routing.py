"""Pages are found by their address in few queries, and only where a reader may see them."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction, Site

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


@pytest.mark.parametrize(("address", "title"), [("/", "Βρείτε βοήθεια"), ("/a/b/c/", "c el"), ("/en/a/b/c/", "c en")])
def test_an_address_serves_its_page(deep, client, address, title):
    assert f"<h1>{title}</h1>" in client.get(address).content.decode()


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
    assert "<h1>b el</h1>" in client.get("/b/").content.decode()


@pytest.mark.parametrize("address", ["/", "/a/b/c/", "/en/a/b/c/"])
def test_page_and_frame_cost_three_queries_at_any_depth(deep, client, django_assert_max_num_queries, address):
    client.get("/a/", headers={"cookie": "sessionid=x"})
    client.get("/en/a/")
    with django_assert_max_num_queries(3):
        client.get(address)
