"""What production demands of its environment. Nothing starts half configured."""

from collections.abc import Mapping

SHORTEST_KEY = 50
KNOWN_KEYS = ("demo-only", "test-only", "django-insecure")
TRUE = {"1", "true", "yes", "on"}


def problems(values: Mapping[str, str]) -> list[str]:
    """Return what is missing or unsafe, a sentence each: the variable, what is wrong, what to write."""
    judgements = (_debug, _key, _hosts, _address, _database, _mail, _sender)
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
