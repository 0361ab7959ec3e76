"""Which language stands in for another (settings.LANGUAGE_FALLBACKS), and by which mark each lists things."""

from collections.abc import Container, Iterable, Mapping
from typing import Any, TypeVar

from django.conf import settings
from django.utils.translation import get_language  # noqa: TID251 -- the one place that asks Django

Said = TypeVar("Said")
LAST_RESORT = "en"  # for a reader whose language is none of the hub's
_COMMAS = {"ar": "، "}


def current() -> str:
    """The language in which the request is answered: read in views and pages, handed down from there."""
    return get_language() or settings.LANGUAGE_CODE


def codes() -> tuple[str, ...]:
    """The languages of the hub, in the order of settings.LANGUAGES."""
    return tuple(code for code, _name in settings.LANGUAGES)


def choices() -> list[tuple[str, Any]]:
    """The languages of a field. Asked for, not copied, so that one more language is no migration."""
    return settings.LANGUAGES


def direction(language: str) -> str:
    """Where a line begins: "ltr" or "rtl"."""
    return "rtl" if language in settings.LANGUAGES_BIDI else "ltr"


def order(language: str) -> tuple[str, ...]:
    """The languages a reader of `language` is served in, the best first."""
    return settings.LANGUAGE_FALLBACKS.get(language, (language,))


def nearest_of(known: Container[str], language: str) -> str | None:
    """Which of the known languages a reader of `language` is served in; None when none of the order is known."""
    return next((code for code in order(language) if code in known), None)


def nearest(by_language: Mapping[str, Said], language: str) -> Said:
    """The entry of the nearest language; `by_language` must hold English."""
    return by_language[nearest_of(by_language, language) or LAST_RESORT]


def listed(parts: Iterable[str], language: str) -> str:
    """The parts that say something, with the comma of the language between them."""
    return _COMMAS.get(language, ", ").join(part for part in parts if part)
