"""Production starts with everything it needs, or says what is missing."""

import base64
import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from portal.settings.demands import problems
from portal.settings.demo import HUB_FIELD_KEYS as DEMO_KEYS
from portal.settings.demo import STORAGES

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "HUB_SECRET_KEY": secrets.token_urlsafe(48),
    "HUB_FIELD_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
    "HUB_HOSTS": "hub.example.org",
    "HUB_ADDRESS": "https://hub.example.org",
    "DATABASE_URL": "postgres://hub:password@db:5432/hub",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
    "HUB_MAIL_FROM": "hub@example.org",
}


def check(environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HUB_", "DATABASE", "EMAIL"))}
    clean.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # set by the browser tests for their own process
    clean |= {"DJANGO_SETTINGS_MODULE": "portal.settings.production", "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, cwd=ROOT, env=clean | environment, capture_output=True, text=True, check=False)


def test_production_passes_the_check_for_deployment_with_a_secret_from_a_file(tmp_path):
    (tmp_path / "key").write_text(COMPLETE["HUB_SECRET_KEY"])
    environment = {name: value for name, value in COMPLETE.items() if name != "HUB_SECRET_KEY"}
    done = check(environment | {"HUB_SECRET_KEY_FILE": str(tmp_path / "key")})
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_production_names_everything_that_is_missing_at_once():
    done = check({})
    assert done.returncode == 1
    assert "The hub does not start:" in done.stderr
    assert all(name in done.stderr for name in COMPLETE)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        pytest.param("DEBUG", "True", "DEBUG is on", id="debug"),
        pytest.param("HUB_SECRET_KEY", "short", "HUB_SECRET_KEY can be guessed", id="short key"),
        pytest.param("HUB_SECRET_KEY", "demo-only-" + "x" * 60, "HUB_SECRET_KEY can be guessed", id="the demo's key"),
        pytest.param("HUB_FIELD_KEYS", "short", "HUB_FIELD_KEYS holds a key that is none", id="short field key"),
        pytest.param("HUB_FIELD_KEYS", DEMO_KEYS[0], "HUB_FIELD_KEYS holds a key", id="the demo's field key"),
        pytest.param("HUB_HOSTS", "*", "HUB_HOSTS holds *", id="every host"),
        pytest.param("HUB_HOSTS", "hub.example.org,*.example.org", "HUB_HOSTS holds *", id="hosts by pattern"),
        pytest.param("HUB_ADDRESS", "http://hub.example.org", "HUB_ADDRESS is missing or not secure", id="http"),
        pytest.param("DATABASE_URL", "sqlite:///hub.sqlite3", "DATABASE_URL does not name PostgreSQL", id="sqlite"),
        pytest.param("EMAIL_URL", "consolemail://", "EMAIL_URL is missing", id="mail to nowhere"),
        pytest.param("HUB_MAIL_FROM", "hub", "HUB_MAIL_FROM is missing", id="no sender"),
    ],
)
def test_production_refuses_what_is_unsafe(name, value, sentence):
    assert problems(COMPLETE) == []
    found = problems(COMPLETE | {name: value})
    assert len(found) == 1
    assert found[0].startswith(sentence)


def test_document_can_be_deleted_by_the_queue_wherever_documents_are_kept():
    assert json.loads(json.dumps(STORAGES["documents"])) == STORAGES["documents"]
