"""The document of a study: who may read it, and what search finds on its pages."""

import re

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from core.documents.services import read_text
from core.media import HubDocument
from tests.conftest import NOON
from tests.factories import studies as made
from tests.factories.pdfs import CODE_PAGE, GARDEN, POVERTY, document, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do something and what follows its commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def shelf(home, committed):
    """A study with a document of two pages that readers can open."""
    with committed():
        page = made.study_page(made.index_page(home), made.study(document=document(pdf(POVERTY, GARDEN))))
        page.first_published_at = NOON
        page.save()
    return page


def paper() -> HubDocument:
    return HubDocument.objects.get()


def found(client, query="θερμοκήπια"):
    """Addresses of pages of documents on the page of results, related ones among them."""
    return re.findall(r'href="([^"]*#page=\d+)"', client.get("/search/", {"q": query}).content.decode())


def test_words_on_the_second_page_open_the_document_there(client, shelf):
    answer = client.get("/search/", {"q": "θερμοκήπια"})
    text = answer.content.decode()
    assert f'<a href="{paper().url}#page=2">στη σελίδα 2</a>: ' in text
    assert text.index('href="/studies/survey/"') < text.index("#page=2")


def test_mended_text_says_so_to_the_reader(client, shelf, committed):
    with committed():
        shelf.study.document = document(pdf(f"{GARDEN} {POVERTY}", fault=CODE_PAGE))
        shelf.study.save()
    assert "κείμενο από αναγνώριση" in client.get("/search/", {"q": "θερμοκήπια"}).content.decode()


def test_pages_are_found_as_soon_as_the_worker_has_read_them(client, home, committed):
    with committed():
        page = made.study_page(made.index_page(home), made.study(document=document(pdf(POVERTY), is_read=False)))
    assert found(client, "παντοπωλεία") == []
    with committed():
        read_text(page.study.document_id, at=NOON)
    assert found(client, "παντοπωλεία") == [f"{paper().url}#page=1"]


def test_study_in_two_languages_gives_each_page_of_its_document_once(client, shelf, committed):
    with committed():
        english = shelf.copy_for_translation(made.locale("en"), copy_parents=True)
        english.title = "Survey of the city"
        english.save_revision().publish()
    assert found(client) == [f"{paper().url}#page=2"]


def withheld_by_the_page(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def withheld_by_its_collection(page):
    collection = Collection.get_first_root_node().add_child(name="Internal")
    HubDocument.objects.update(collection=collection)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")


def taken_back(page):
    page.unpublish()


def never_published(page):
    type(page).objects.filter(pk=page.pk).update(live=False, first_published_at=None)
    page.refresh_from_db()
    page.save()


def left_by_its_study(page):
    page.study.document = None
    page.study.save()


@pytest.mark.parametrize(
    ("change", "status"),
    [
        (withheld_by_the_page, 404),
        (withheld_by_its_collection, 404),
        (taken_back, 410),
        (never_published, 404),
        (left_by_its_study, 404),
    ],
)
def test_document_that_is_not_public_is_neither_served_nor_found(client, shelf, change, status, committed):
    assert client.get(paper().url).status_code == 200
    assert len(found(client)) == 1
    with committed():
        change(shelf)
    url = paper().url
    assert [client.get(url).status_code, client.head(url).status_code] == [status, status]
    in_other_digits = url.translate({ord(digit): ord(digit) + 0x630 for digit in "0123456789"})
    assert client.get(in_other_digits).status_code == 404
    assert client.get(url, headers={"Range": "bytes=0-9"}).status_code == status
    assert found(client) == []
    assert "Θερμοκήπια" not in client.get("/search/", {"q": "θερμοκήπια"}).content.decode().split("<main")[1]


def test_editors_open_documents_before_readers_do(admin_client, shelf):
    never_published(shelf)
    answer = admin_client.get(paper().url)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_reader_asks_for_a_document_anew_each_time_and_gets_it_once(client, shelf):
    first = client.get(paper().url)
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    same = {"If-None-Match": first["ETag"]}
    assert client.get(paper().url, headers=same).status_code == 304
    replaced = paper()
    replaced.file = ContentFile(pdf(POVERTY), name="meleti.pdf")
    replaced.save()
    assert client.get(paper().url, headers=same).status_code == 200
