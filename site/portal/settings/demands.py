"""What production demands of its environment. Nothing starts half configured."""

import base64
from collections.abc import Mapping

SHORTEST_KEY = 50
FIELD_KEY_BYTES = 32
KNOWN_KEYS = ("demo-only", "test-only", "django-insecure")
TRUE = {"1", "true", "yes", "on"}


def problems(values: Mapping[str, str]) -> list[str]:
    """Return what is missing or unsafe, a sentence each: the variable, what is wrong, what to write."""
    judgements = (_debug, _key, _field_keys, _hosts, _address, _database, _mail, _sender)
    return [sentence for judge in judgements if (sentence := judge(values))]


def _debug(values: Mapping[str, str]) -> str:
    if values.get("DEBUG", "").lower() in TRUE:
        return "DEBUG is on: it shows passwords and code to everyone. Remove the variable."
    return ""


def _key(values: Mapping[str, str]) -> str:
    key = values.get("HUB_SECRET_KEY", "")
    if not key:
        return (
            "HUB_SECRET_KEY is missing. Write a random text of 50 characters or more, or the path of a file "
            "with it in HUB_SECRET_KEY_FILE."
        )
    if len(key) < SHORTEST_KEY or key.startswith(KNOWN_KEYS):
        return f"HUB_SECRET_KEY can be guessed. Write a random text of {SHORTEST_KEY} characters or more."
    return ""


def _field_keys(values: Mapping[str, str]) -> str:
    keys = values.get("HUB_FIELD_KEYS", "").replace(",", " ").split()
    if not keys:
        return (
            "HUB_FIELD_KEYS is missing: requests for contact are encrypted with it. Write what `manage.py "
            "directory_rotate_keys --new` prints under the demo's settings, or the path of a file with it in "
            "HUB_FIELD_KEYS_FILE. Keep it apart from the backups."
        )
    if not all(_is_field_key(key) for key in keys):
        return "HUB_FIELD_KEYS holds a key that is none, or can be guessed: each is 32 random bytes in base64."
    return ""


def _is_field_key(key: str) -> bool:
    try:
        found = base64.urlsafe_b64decode(key)
    except ValueError:
        return False
    return len(found) == FIELD_KEY_BYTES and not found.startswith(tuple(known.encode() for known in KNOWN_KEYS))


def _hosts(values: Mapping[str, str]) -> str:
    hosts = [host.strip() for host in values.get("HUB_HOSTS", "").split(",") if host.strip()]
    if not hosts:
        return "HUB_HOSTS is missing. Write the names under which the hub is reached, for example hub.example.org."
    if any("*" in host for host in hosts):
        return "HUB_HOSTS holds *: anyone could pass for the hub. Write its names one by one."
    return ""


def _address(values: Mapping[str, str]) -> str:
    if not values.get("HUB_ADDRESS", "").startswith("https://"):
        return "HUB_ADDRESS is missing or not secure. Write the hub's address, for example https://hub.example.org."
    return ""


def _database(values: Mapping[str, str]) -> str:
    address = values.get("DATABASE_URL", "")
    if not address:
        return "DATABASE_URL is missing. Write for example postgres://hub:password@db:5432/hub."
    if not address.startswith(("postgres://", "postgresql://")):
        return "DATABASE_URL does not name PostgreSQL: SQLite serves the demo only. Write postgres://…"
    return ""


def _mail(values: Mapping[str, str]) -> str:
    if not values.get("EMAIL_URL", "").startswith(("smtp://", "smtp+tls://", "smtp+ssl://")):
        return "EMAIL_URL is missing. Write the mail server, for example smtp+tls://user:password@mail.example.org:587."
    return ""


def _sender(values: Mapping[str, str]) -> str:
    if "@" not in values.get("HUB_MAIL_FROM", ""):
        return "HUB_MAIL_FROM is missing. Write the address from which letters come, for example hub@example.org."
    return ""
