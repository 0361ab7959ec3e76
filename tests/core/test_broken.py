"""When the server or the database is away readers get a page from disk, with numbers to call."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test import Client
from django.urls import path

from core import broken
from core.settings_models import HubSettings
from core.snapshot import clear_snapshots

pytestmark = pytest.mark.django_db
PHONE = 'href="tel:+302100000000"'


def fall(request):
    raise ValueError("a fault of ours")


urlpatterns = [path("fall/", fall)]
handler500 = "core.errors.server_error"


@pytest.fixture
def folder(settings, tmp_path):
    settings.HUB_ERROR_PAGES = tmp_path / "errors"
    return settings.HUB_ERROR_PAGES


@pytest.fixture
def reader():
    return Client(raise_request_exception=False)


@pytest.fixture
def database_away():
    """Every query fails, as with a server that was stopped."""

    def refuse(execute, sql, params, many, context):
        raise OperationalError("connection refused")

    clear_snapshots()
    with connection.execute_wrapper(refuse):
        yield


def test_command_writes_pages_with_the_phone_of_the_hub(homes, folder):
    call_command("error_pages", stdout=StringIO())
    for kind in broken.WORDS:
        text = (folder / f"{kind}.html").read_text()
        assert text.count(PHONE) == 5
        assert len(text.encode()) <= 8_000
        assert [text.count(f'lang="{code}"') for code in ("en", "ar", "sq", "uk")] == [1, 1, 1, 1]


def test_saved_settings_reach_the_pages(homes, folder, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        own = HubSettings.objects.get()
        own.phone = "+302109999999"
        own.save()
    assert "+302109999999" in (folder / "503.html").read_text()


def test_folder_that_cannot_be_written_is_said_and_stops_no_editor(
    homes, settings, tmp_path, django_capture_on_commit_callbacks
):
    (tmp_path / "file").write_text("")
    settings.HUB_ERROR_PAGES = tmp_path / "file" / "errors"
    with pytest.raises(CommandError, match="could not be written"):
        call_command("error_pages")
    with django_capture_on_commit_callbacks(execute=True):
        HubSettings.objects.get().save()


@pytest.mark.urls(__name__)
def test_fault_gets_the_page_from_disk_with_the_number_of_the_request(folder, reader, homes):
    call_command("error_pages", stdout=StringIO())
    answer = reader.get("/fall/", headers={"X-Request-ID": "abcdef123456"})
    text = answer.content.decode()
    assert (answer.status_code, answer["Cache-Control"]) == (500, "no-store")
    assert PHONE in text
    assert "abcdef123456" in text
    assert "a fault of ours" not in text


@pytest.mark.urls(__name__)
def test_fault_before_the_first_deployment_gets_the_page_of_the_repository(folder, reader):
    answer = reader.get("/fall/")
    assert answer.status_code == 500
    assert "tel:112" in answer.content.decode()


def test_page_with_the_database_away_is_503_with_phone_and_retry(homes, folder, reader, request):
    call_command("error_pages", stdout=StringIO())
    request.getfixturevalue("database_away")
    answer = reader.get("/o-kombos/")
    assert (answer.status_code, answer["Retry-After"], answer["Refresh"]) == (503, "60", "60")
    assert PHONE in answer.content.decode()
    assert "content-security-policy" in {name.lower() for name in answer.headers}


def test_form_sent_while_the_database_is_away_is_not_sent_again_by_itself(homes, folder, reader, request):
    request.getfixturevalue("database_away")
    assert "Refresh" not in reader.post("/o-kombos/")


def test_pages_of_the_repository_are_what_the_code_writes():
    templates = Path(__file__).resolve().parents[2] / "site" / "templates"
    for kind in broken.WORDS:
        assert (templates / f"{kind}.html").read_text() == broken.page(kind)
