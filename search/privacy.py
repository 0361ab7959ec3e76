"""Which queries may be counted: none that may name a person, tell a number, or speak of danger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from .analysis.fold import fold
from .analysis.greek import sound
from .analysis.greeklish import readings, sounds
from .analysis.tokens import Token, tokens
from .plan import Plan
from .vocabulary import Vocabulary
from .words import own_keys

LONGEST_COUNTED = 80
MOST_UNKNOWN = 2
_NUMBER = re.compile(r"\d(?:[\s./-]*\d){4,}")  # five digits, however they are grouped
_PERSONAL = re.compile(r"(?<!\d)\d(?:[\s./-]?\d){8,10}(?![\s./-]?\d)")
_SURNAME = re.compile(r"(?:pul(?:os|u)|id(?:is|u)|iad(?:is|u)|aki(?:s)?|eas|oglu|ak[oi]s|elis|eli)$")
_SHORTEST_SURNAME = 6


def countable(plan: Plan, vocabulary: Vocabulary) -> str:
    """The folded query as it may be kept; empty when it may not."""
    text = fold(plan.query)
    words = tokens(text)
    if plan.danger or not words or len(text) > LONGEST_COUNTED or "@" in text or _NUMBER.search(text):
        return ""
    if _may_speak_of_danger(words, vocabulary):
        return ""
    unknown = [token for token in words if not _is_known(token, vocabulary)]
    if any(_is_given_name(token) for token in words) or any(_may_be_surname(token) for token in unknown):
        return ""
    if len(words) > MOST_UNKNOWN and len(unknown) > MOST_UNKNOWN:
        return ""
    return " ".join(token.word for token in words)


def names_number(query: str) -> bool:
    """Whether it holds nine to eleven digits, as the numbers of tax, insurance and telephones have."""
    return bool(_PERSONAL.search(query))


def _may_speak_of_danger(words: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """All words of a phrase of danger, in whatever order."""
    heard = {key for token in words for key in (*own_keys(token), *(f"g{sound}" for sound in readings(token.word)))}
    return any(heard.issuperset(phrase) for phrase in vocabulary.lexicon.danger)


def _is_known(token: Token, vocabulary: Vocabulary) -> bool:
    return vocabulary.lexicon.is_stop(token.word) or any(key in vocabulary for key in own_keys(token))


def _heard(token: Token) -> tuple[str, ...]:
    if token.script == "greek":
        return (sound(token.word),)
    return sounds(token.word)[:16] if token.script == "latin" else ()


def _is_given_name(token: Token) -> bool:
    return token.word in _names()[0] or any(heard in _names()[1] for heard in _heard(token))


def _may_be_surname(token: Token) -> bool:
    return len(token.word) >= _SHORTEST_SURNAME and any(_SURNAME.search(heard) for heard in _heard(token))


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names as written, and Greek ones as they sound, in all cases of the singular."""
    text = (Path(__file__).parent / "lexicon" / "given_names.txt").read_text(encoding="utf-8")
    names = [fold(name) for name in text.split() if not name.startswith("#")]
    greek = {form for name in names if not name.isascii() for form in _cases(sound(name))}
    return frozenset(names), frozenset(greek)


def _cases(heard: str) -> tuple[str, ...]:
    stem = heard[:-1] if heard.endswith("s") else heard
    forms = (heard, stem, f"{stem}s")
    return (*forms, f"{stem[:-1]}u", f"{stem[:-1]}e") if heard.endswith("os") else forms
