"""The sentences and small words about hours of every language, and names that are given in several."""

from collections.abc import Mapping

from core.languages import nearest, order
from directory.hours import words_ar, words_el, words_en, words_sq, words_uk

_MODULES = {"el": words_el, "en": words_en, "ar": words_ar, "sq": words_sq, "uk": words_uk}


def sentences(language: str) -> Mapping[str, str]:
    """The patterns of the state sentences, by situation."""
    return nearest(_MODULES, language).SENTENCES


def day_words(language: str) -> Mapping[str, str]:
    """What a row of the week table says beside or instead of hours."""
    return nearest(_MODULES, language).DAYS


def named(names: Mapping[str, str], language: str) -> str:
    """A holiday or a reason in the nearest language that has it; empty when none has."""
    candidates = (*order(language), "en", "el")
    return next((names[code] for code in candidates if names.get(code)), "")
