"""Which language stands in for another: settings.LANGUAGE_FALLBACKS, read in one place."""

from collections.abc import Mapping
from typing import TypeVar

from django.conf import settings

Said = TypeVar("Said")
LAST_RESORT = "en"  # for a reader whose language is none of the hub's


def order(language: str) -> tuple[str, ...]:
    """The languages a reader of `language` is served in, the best first."""
    return settings.LANGUAGE_FALLBACKS.get(language, (language,))


def nearest(by_language: Mapping[str, Said], language: str) -> Said:
    """The entry of the nearest language; `by_language` must hold English."""
    return by_language[next((code for code in order(language) if code in by_language), LAST_RESORT)]
