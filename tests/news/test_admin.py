"""Editors make facts and pages."""

import pytest
from django.urls import reverse

from news.models import Call, Event, NewsItem
from tests.factories.news import make_item, make_pages


@pytest.mark.parametrize("model", [NewsItem, Call, Event])
def test_lists_and_forms_of_facts_open(admin_client, homes, model):
    views = model.snippet_viewset
    assert admin_client.get(reverse(views.get_url_name("list"))).status_code == 200
    assert admin_client.get(reverse(views.get_url_name("add"))).status_code == 200


def test_list_of_news_says_the_title_beside_the_key(admin_client, index):
    make_pages(make_item("key-of-the-item"), index)
    title = index["el"].get_children().get().title
    body = admin_client.get(reverse(NewsItem.snippet_viewset.get_url_name("list"))).content.decode()
    assert title in body


@pytest.mark.parametrize("name", ["newspage", "callpage", "eventpage"])
def test_form_of_a_page_chooses_facts_of_its_kind(admin_client, index, name):
    response = admin_client.get(reverse("wagtailadmin_pages:add", args=("news", name, index["el"].pk)))
    assert response.status_code == 200
    kind = {"newspage": "newsitem", "callpage": "call", "eventpage": "event"}[name]
    assert f"/snippets/choose/news/{kind}/" in response.content.decode()


def test_facts_of_news_are_made_in_the_chooser_and_get_a_key_of_their_own(admin_client, index):
    viewset = NewsItem.snippet_viewset.chooser_viewset
    for _ in range(2):
        response = admin_client.post(reverse(viewset.get_url_name("create")), {"date": "2027-05-03", "kind": "press"})
        assert response.status_code == 200
    assert set(NewsItem.objects.values_list("slug", flat=True)) == {"press-2027-05-03", "press-2027-05-03-2"}


def test_page_is_previewed(admin_client, index):
    page = make_pages(make_item("item"), index)["en"]
    page.save_revision()
    response = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=(page.pk,)))
    assert "Text of item en." in response.content.decode()
