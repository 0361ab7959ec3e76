"""Editors make facts and pages."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail.test.utils.form_data import querydict_from_html

from news.models import Call, Event, NewsItem, NewsPage
from tests.factories import directory
from tests.factories.news import make_item, make_pages


@pytest.mark.parametrize("model", [NewsItem, Call, Event])
def test_lists_and_forms_of_facts_open(admin_client, homes, model):
    views = model.snippet_viewset
    assert admin_client.get(reverse(views.get_url_name("list"))).status_code == 200
    assert admin_client.get(reverse(views.get_url_name("add"))).status_code == 200


def test_list_and_form_of_news_name_it_by_its_title_and_by_its_key_while_it_has_none(admin_client, index):
    item = make_item("key-of-the-item")
    views = NewsItem.snippet_viewset
    listed, form = reverse(views.get_url_name("list")), reverse(views.get_url_name("edit"), args=(item.pk,))
    assert "key-of-the-item" in heading(admin_client, form)
    make_pages(item, index)
    title = index["el"].get_children().get().title
    first = admin_client.get(listed, {"ordering": "title"}).context["table"].columns["slug"]
    assert first.get_value(admin_client.get(listed).context["object_list"][0]) == title
    assert title in heading(admin_client, form)


def heading(client, url):
    return client.get(url).context["page_subtitle"]


def test_form_offers_today_makes_the_key_and_takes_a_structure_by_its_name(admin_client, homes):
    directory.structure(slug="laundry", label="Πλυντήριο")
    url = reverse(NewsItem.snippet_viewset.get_url_name("add"))
    html = admin_client.get(url).content.decode()
    assert '<option value="laundry">Πλυντήριο</option>' in html
    sent = querydict_from_html(html).dict()
    sent |= {"sources-count": "0", "structures-TOTAL_FORMS": "1", "structures-0-key": "laundry"}
    assert sent["date"] == f"{localdate():%d/%m/%Y}"
    assert admin_client.post(url, sent).status_code == 302
    item = NewsItem.objects.get()
    assert (item.slug, item.structures.get().key) == (f"news-{localdate()}", "laundry")


@pytest.mark.parametrize("name", ["newspage", "callpage", "eventpage"])
def test_form_of_a_page_chooses_facts_of_its_kind(admin_client, index, name):
    response = admin_client.get(reverse("wagtailadmin_pages:add", args=("news", name, index["el"].pk)))
    assert response.status_code == 200
    kind = {"newspage": "newsitem", "callpage": "call", "eventpage": "event"}[name]
    assert f"/snippets/choose/news/{kind}/" in response.content.decode()


def test_an_address_that_nobody_types_is_made_of_the_title_by_iso_843(admin_client, index):
    url = reverse("wagtailadmin_pages:add", args=("news", "newspage", index["el"].pk))
    sent = querydict_from_html(admin_client.get(url).content.decode(), form_id="page-edit-form").dict()
    sent |= {"title": "Η ψυχή της Μυρτώς", "body-count": "0"}
    for key in ("first", "second"):
        assert admin_client.post(url, sent | {"entry": make_item(key).pk}).status_code == 302
    addresses = NewsPage.objects.order_by("path").values_list("slug", flat=True)
    assert list(addresses) == ["i-psychi-tis-myrtos", "i-psychi-tis-myrtos-2"]


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
