"""Which language stands in for another (settings.LANGUAGE_FALLBACKS), and by which mark each lists things."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.conf import settings

Said = TypeVar("Said")
LAST_RESORT = "en"  # for a reader whose language is none of the hub's
_COMMAS = {"ar": "، "}


def order(language: str) -> tuple[str, ...]:
    """The languages a reader of `language` is served in, the best first."""
    return settings.LANGUAGE_FALLBACKS.get(language, (language,))


def nearest(by_language: Mapping[str, Said], language: str) -> Said:
    """The entry of the nearest language; `by_language` must hold English."""
    return by_language[next((code for code in order(language) if code in by_language), LAST_RESORT)]


def listed(parts: Iterable[str], language: str) -> str:
    """The parts that say something, with the comma of the language between them."""
    return _COMMAS.get(language, ", ").join(part for part in parts if part)
