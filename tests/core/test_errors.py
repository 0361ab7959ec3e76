"""Error pages: in the reader's language, in the frame, and without a database."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory
from django.utils import translation

from core import errors
from core.snapshot import clear_snapshots

TEMPLATES = Path(settings.SITE) / "templates"


def asked(path: str = "/nowhere/"):
    request = RequestFactory().get(path)
    request.LANGUAGE_CODE = "en"
    return request


def test_unknown_address_gets_the_hub_s_own_page_with_status_404(homes):
    answer = Client().get("/en/no-such-page/")
    assert answer.status_code == 404
    assert "We could not find this page" in answer.content.decode()
    assert 'content="noindex"' in answer.content.decode()


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.permission_denied, 403),
        (errors.csrf_failure, 403),
        (errors.page_not_found, 404),
    ],
)
@pytest.mark.django_db
def test_error_page_says_what_to_do(view, status):
    with translation.override("en"):
        answer = view(asked())
    assert answer.status_code == status
    assert answer.content.decode().count("<h1") == 1


@pytest.mark.django_db
def test_gone_page_shows_at_most_three_neighbours():
    links = [errors.Link(str(number), f"/{number}/") for number in range(5)]
    answer = errors.page_gone(asked(), links)
    assert answer.status_code == 410
    assert answer.content.decode().count("<li>") >= 3
    assert "/3/" not in answer.content.decode()


@pytest.mark.django_db
def test_too_many_requests_says_when_to_try_again():
    answer = errors.too_many_requests(asked(), minutes=5)
    assert answer["Retry-After"] == "300"


@pytest.mark.django_db
def test_not_found_page_stands_without_a_database():
    def away(*args, **kwargs):
        raise DatabaseError

    clear_snapshots()
    with connection.execute_wrapper(away):
        answer = errors.page_not_found(asked())
    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize("name", ["500", "503"])
def test_page_of_a_broken_server_is_plain_small_and_in_five_languages(name):
    text = (TEMPLATES / f"{name}.html").read_text()
    assert "{%" not in text
    assert "{{" not in text
    assert len(text.encode()) <= 8_000
    assert [text.count(f'lang="{code}"') for code in ("en", "ar", "sq", "uk")] == [1, 1, 1, 1]
    assert "tel:112" in text


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [("/en/", "a host of nobody", 400), ("/en/", "[::1", 400), ("/en/?" + "&" * 1001, "testserver", 400)],
    ids=["spaces", "half an address", "too many parameters"],
)
def test_request_that_cannot_be_read_is_refused_and_not_a_fault(homes, path, host, status):
    answer = Client().get(path, headers={"host": host})
    assert answer.status_code == status
    assert "<h1" in answer.content.decode()


def test_unknown_address_with_too_many_parameters_is_not_a_fault(homes):
    assert Client().get("/en/no-such-page/?" + "&" * 1001).status_code in (400, 404)
