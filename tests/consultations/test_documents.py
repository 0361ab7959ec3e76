"""Documents in the texts of a consultation: its paper is found by its pages, its answer waits for its minute."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ReferenceIndex

from core.documents.services import read_text
from tests.conftest import NOON
from tests.factories import consultations as made
from tests.factories.pdfs import GARDEN, document, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def page_with(home, committed, *, opened, days=10, is_read=True, **texts):
    with committed():
        of = made.consultation(opened, days=days, answered_at=opened + timedelta(days=days + 10))
        papers = {field: document(pdf(GARDEN), is_read=is_read) for field in texts}
        bodies = {field: [("documents", {"documents": [paper]})] for field, paper in papers.items()}
        page = made.consultation_page(made.index_page(home), of, **bodies)
        ReferenceIndex.create_or_update_for_object(page)  # as the worker does
    return page, papers


def found(client):
    return re.findall(r'href="([^"]*#page=\d+)"', client.get("/search/", {"q": "θερμοκήπια"}).content.decode())


def test_paper_of_a_consultation_is_found_by_its_pages_once_they_are_read(client, home, committed):
    _page, papers = page_with(home, committed, opened=timezone.now(), is_read=False, body=True)
    assert found(client) == []
    with committed():
        read_text(papers["body"].pk, at=NOON)
    assert found(client) == [f"{papers['body'].url}#page=1"]
    assert client.get(papers["body"].url).status_code == 200


@pytest.mark.parametrize(("days_ago", "status"), [(11, 404), (21, 200)])
def test_document_of_an_answer_waits_for_the_minute_of_the_answer(client, home, committed, days_ago, status):
    opened = timezone.now() - timedelta(days=days_ago)
    _page, papers = page_with(home, committed, opened=opened, answer=True)
    assert client.get(papers["answer"].url).status_code == status
    assert found(client) == []


def test_document_in_a_text_says_what_one_must_know_before(client, home, committed):
    page_with(home, committed, opened=timezone.now(), body=True)
    text = client.get("/consultations/plan/").content.decode()
    assert "(PDF)" in text
    assert "Προσβασιμότητα: δεν ξέρουμε" in text or "Προσβάσιμο: δεν" in text
