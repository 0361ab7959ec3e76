"""Probes: what they answer while parts are there, and while they are away."""

import json
from datetime import datetime, timedelta

import pytest
from django.db import OperationalError, connection
from wagtail import hooks

from core import health
from core.cache.middleware import page_cache
from core.hooks import HealthCheck
from tests.conftest import NOON

pytestmark = pytest.mark.django_db
TOKEN = "a-token-for-operators"


@pytest.fixture(autouse=True)
def fresh_process(monkeypatch):
    """A process that has seen nothing yet."""
    monkeypatch.setattr(health, "_memory", health._Memory())
    monkeypatch.setattr(page_cache().purges, "is_blind", False)
    page_cache().clear()


@pytest.fixture
def database_away():
    """Every query fails, as with a server that was stopped."""

    def refuse(execute, sql, params, many, context):
        raise OperationalError("connection refused")

    with connection.execute_wrapper(refuse):
        yield


@pytest.fixture
def operator(client, settings):
    settings.HUB_HEALTH_TOKEN = TOKEN
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {TOKEN}"
    return client


def states(response) -> dict[str, str]:
    return {check["name"]: check["state"] for check in json.loads(response.content)["checks"]}


def test_livez_asks_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/livez")

    assert (response.status_code, response.content) == (200, b"ok\n")


def test_readyz_is_ready_when_migrations_match(client):
    assert client.get("/readyz").status_code == 200


def test_readyz_asks_for_migrations_only_until_they_match(client, django_assert_num_queries):
    client.get("/readyz")

    with django_assert_num_queries(1):
        client.get("/readyz")


def test_readyz_is_not_ready_before_migrations_are_applied(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'core'")

    assert client.get("/readyz").status_code == 503


def test_readyz_is_not_ready_without_database_and_without_pages(client, database_away):
    assert client.get("/readyz").status_code == 503


def test_readyz_is_ready_without_database_as_long_as_pages_are_kept(client, homes, settings, database_away):
    settings.HUB_PAGE_CACHE = True
    page_cache().pages.put(kept_page())

    assert client.get("/readyz").status_code == 200


def kept_page():
    from core.cache.addresses import Address, Place
    from core.cache.entries import Entry, Origin
    from tests.core.cache.conftest import page

    address = Address(Place("http", "testserver", "/"), "")
    return Entry.of(address, page("kept"), Origin(frozenset(), 0, 0.0, 0.0))


def test_healthz_names_every_part_of_the_core(operator):
    response = operator.get("/healthz")

    core = dict.fromkeys(["database", "migrations", "cache", "page cache", "queue"], "ok")
    assert response.status_code == 200
    assert {name: states(response)[name] for name in core} == core


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer wrong"])
def test_healthz_tells_strangers_nothing(client, settings, header):
    settings.HUB_HEALTH_TOKEN = TOKEN
    response = client.get("/healthz", HTTP_AUTHORIZATION=header)

    assert response.status_code == 403
    assert b"checks" not in response.content


def test_healthz_has_no_token_by_default(client, settings):
    settings.HUB_HEALTH_TOKEN = ""

    assert client.get("/healthz", HTTP_AUTHORIZATION="Bearer ").status_code == 403


def test_healthz_is_open_to_staff(admin_client):
    assert admin_client.get("/healthz").status_code == 200


def test_healthz_is_503_when_the_database_is_down(operator, database_away):
    response = operator.get("/healthz")

    assert response.status_code == 503
    assert states(response)["database"] == "down"


def test_healthz_shows_what_apps_contribute_and_stays_200(operator):
    broken = HealthCheck("search server", lambda: ("down", "no answer"))
    raising = HealthCheck("scanner", lambda: 1 / 0)
    with hooks.register_temporarily([("hub_health_checks", lambda: broken), ("hub_health_checks", lambda: raising)]):
        response = operator.get("/healthz")

    assert response.status_code == 200
    assert {name: states(response)[name] for name in ("search server", "scanner")} == {
        "search server": "down", "scanner": "down",
    }  # fmt: skip


def test_finding_keeps_the_moment_at_which_a_state_began():
    answers = iter([("ok", ""), ("down", "gone"), ("down", "still gone"), ("ok", "")])
    check = HealthCheck("part", lambda: next(answers))
    began: list[datetime] = []
    with hooks.register_temporarily("hub_health_checks", lambda: check):
        for minute in range(4):
            found = health.findings(NOON + timedelta(minutes=minute))
            began.append(next(each.since for each in found if each.name == "part"))

    assert [(moment - NOON).seconds // 60 for moment in began] == [0, 1, 1, 3]
