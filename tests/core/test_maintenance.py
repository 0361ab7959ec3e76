"""While the hub is worked on: kept pages stay, forms and the admin are closed, and it says why and until when."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from core.cache.middleware import page_cache
from core.maintenance import Closure, close, closure, reopen
from tests.conftest import NOON

REASON = "Αναβάθμιση <της βάσης>"


@pytest.fixture(autouse=True)
def flag(tmp_path, settings):
    settings.HUB_MAINTENANCE_FLAG = tmp_path / "var" / "maintenance.json"
    return settings.HUB_MAINTENANCE_FLAG


def told(*arguments) -> str:
    out = StringIO()
    call_command("maintenance", *arguments, stdout=out)
    return out.getvalue().strip()


def test_closure_holds_until_its_moment_and_ends_by_itself():
    close(REASON, NOON)
    assert closure(NOON - timedelta(seconds=1)) == Closure(REASON, NOON)
    assert closure(NOON) is None
    assert [reopen(), reopen()] == [True, False]


@pytest.mark.parametrize("written", ["closed", '{"until": null}', '{"until": "2027-05-04T06:00", "reason": "x"}'])
def test_flag_made_by_hand_closes_too(flag, written):
    flag.parent.mkdir()
    flag.write_text(written)
    assert closure(NOON) == Closure()


@pytest.mark.parametrize("address", ["/", "/admin/", "/sign-in/", "/search/?q=a"])
def test_what_is_not_kept_says_why_and_when_to_come_back(client, db, address):
    close(REASON, timezone.now() + timedelta(hours=2))
    answer = client.get(address)
    text = answer.content.decode()
    assert (answer.status_code, answer["Cache-Control"], answer["Refresh"]) == (503, "no-store", "60")
    assert 7_100 < int(answer["Retry-After"]) <= 7_200
    assert "Αναβάθμιση &lt;της βάσης&gt;" in text
    assert 'href="tel:112"' in text


def test_forms_are_closed_and_a_sent_one_is_not_sent_again_by_itself(client, db):
    close(REASON)
    answer = client.post("/sign-in/", {"login": "a"})
    assert (answer.status_code, answer["Retry-After"], answer.get("Refresh")) == (503, "60", None)


def test_health_is_told_all_the_same(client, db):
    close(REASON)
    assert client.get("/livez").status_code == 200


def test_readers_keep_the_pages_that_are_kept(homes, settings):
    from django.test import Client

    settings.HUB_PAGE_CACHE = True
    page_cache().clear()
    reader = Client()
    first = reader.get("/")
    close(REASON)
    kept = reader.get("/")
    assert (kept.status_code, kept.content) == (200, first.content)
    assert reader.get("/en/never-seen/").status_code == 503
    page_cache().clear()


def test_command_says_how_it_is_and_refuses_a_moment_that_has_passed():
    assert told() == "Open."
    assert told("on", "Backup") == "Closed. Backup"
    assert told("on", "Backup", "--until", "2999-05-04T06:00") == "Closed until 04/05/2999 06:00. Backup"
    with pytest.raises(CommandError, match="That moment has passed"):
        call_command("maintenance", "on", "--until", "2020-05-04T06:00")
    assert told("off") == "Open."
