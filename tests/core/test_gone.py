"""A page that was taken back answers 410 with what stands beside it; a draft was never there."""

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.pages import StandardPage

pytestmark = pytest.mark.django_db


def add(parent, slug, *, live=True, published=True):
    page = StandardPage(title=slug.title(), slug=slug, live=live, locale=parent.locale)
    page.first_published_at = timezone.now() if published else None
    return parent.add_child(instance=page)


@pytest.fixture
def section(home):
    """Five pages of a section; the third is gone."""
    parent = add(home, "section")
    for place, slug in enumerate("abcde"):
        add(parent, slug, live=place != 2)
    return parent


def test_page_that_was_taken_back_shows_its_three_neighbours(client, section):
    answer = client.get("/section/c/")
    assert answer.status_code == 410
    assert [link.url for link in answer.context["neighbours"]] == ["/section/b/", "/section/d/", "/section/"]
    assert "Αυτή η σελίδα δεν υπάρχει πια" in answer.content.decode()


def test_successor_that_editors_chose_is_where_the_reader_goes(client, section):
    Redirect.objects.create(old_path="/section/c", redirect_link="/section/d/")
    answer = client.get("/section/c/")
    assert (answer.status_code, answer["Location"]) == (301, "/section/d/")


def test_draft_was_never_there(client, home):
    add(home, "draft", live=False, published=False)
    assert client.get("/draft/").status_code == 404


def test_address_that_never_was_costs_one_more_query_at_most(client, section, django_assert_max_num_queries):
    client.get("/section/never/")
    with django_assert_max_num_queries(12):
        assert client.get("/section/never/").status_code == 404


def test_gone_page_costs_the_same_among_fifty(client, section, django_assert_max_num_queries):
    section.refresh_from_db()
    for place in range(50):
        add(section, f"more-{place}")
    client.get("/section/c/")
    with django_assert_max_num_queries(12):
        client.get("/section/c/")


def test_deleted_page_shows_what_stood_beside_it_however_it_was_deleted(client, section):
    section.get_children().get(slug="b").delete()
    answer = client.get("/section/b/")
    assert answer.status_code == 410
    assert [link.url for link in answer.context["neighbours"]] == ["/section/a/", "/section/d/", "/section/"]


def test_pages_that_were_deleted_with_their_section_lead_to_what_is_left_above(client, home, section):
    add(home, "other")
    Page.objects.get(pk=section.pk).delete()
    assert [client.get(address).status_code for address in ("/section/", "/section/a/", "/section/nothing/")] == [
        410,
        410,
        404,
    ]
    assert [link.url for link in client.get("/section/a/").context["neighbours"]] == ["/other/", "/"]


def test_deleted_draft_was_never_there(client, home):
    add(home, "draft", live=False, published=False).delete()
    assert client.get("/draft/").status_code == 404


def test_new_page_takes_the_address_of_a_deleted_one(client, home):
    add(home, "place").delete()
    assert client.get("/place/").status_code == 410
    add(home, "place")
    assert client.get("/place/").status_code == 200


def test_editor_names_a_successor_in_the_dialog_of_deletion(admin_client, client, section):
    page, successor = section.get_children().get(slug="a"), section.get_children().get(slug="d")
    dialog = admin_client.get(f"/admin/pages/{page.pk}/delete/")
    assert 'name="successor"' in dialog.content.decode()
    admin_client.post(f"/admin/pages/{page.pk}/delete/", {"successor": successor.pk})
    answer = client.get("/section/a/")
    assert (answer.status_code, answer["Location"]) == (301, "/section/d/")


@pytest.mark.parametrize("typed", ["", "0", "x", "999999"])
def test_deletion_without_a_successor_that_is_there_deletes_all_the_same(admin_client, client, section, typed):
    page = section.get_children().get(slug="a")
    admin_client.post(f"/admin/pages/{page.pk}/delete/", {"successor": typed})
    assert client.get("/section/a/").status_code == 410
