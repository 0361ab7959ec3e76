"""Words by how they begin, as they sound: what suggestions are found by while somebody types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from .analysis import layout
from .analysis.fold import fold
from .analysis.greek import sound
from .analysis.greeklish import sounds
from .analysis.tokens import Token, tokens
from .fields import Entry
from .ranking import PRIOR

FIRST_WORD, LATER_WORD, NAME = 1.0, 0.9, 0.8  # of a title, of a title, of another name
MOST_WORDS = 6
MOST_READINGS = 8


def heard(token: Token) -> str:
    """The key of a whole word; the key of its beginning begins it."""
    return f"g{sound(token.word)}" if token.script == "greek" else token.script[0] + token.word


def title_keys(entry: Entry) -> Mapping[str, float]:
    """Keys of all words of the title and the names, with how much they say."""
    document = entry.document
    weights: dict[str, float] = {}
    for place, token in enumerate(tokens(fold(document.title))):
        _raise(weights, heard(token), LATER_WORD if place else FIRST_WORD)
    for name in document.names:
        for token in tokens(fold(name)):
            _raise(weights, heard(token), NAME)
    prior = PRIOR.get(document.type, 0.7)
    return {key: round(weight * prior, 3) for key, weight in sorted(weights.items())}


def _raise(weights: dict[str, float], key: str, weight: float) -> None:
    weights[key] = max(weights.get(key, 0.0), weight)


def typed_keys(text: str) -> list[tuple[str, ...]]:
    """For each word typed so far the keys it may begin."""
    return [_beginnings(token) for token in tokens(fold(text))[:MOST_WORDS]]


def _beginnings(token: Token) -> tuple[str, ...]:
    greek = [f"g{heard}" for heard in sounds(token.word)] if token.script == "latin" else []
    return tuple(dict.fromkeys([heard(token), *greek]))[:MOST_READINGS]


@lru_cache(maxsize=32_768)
def heard_words(text: str) -> tuple[str, ...]:
    """The keys of all words of a text."""
    return tuple(heard(token) for token in tokens(fold(text)))


def begins(words: Sequence[Sequence[str]], keys: Sequence[str]) -> bool:
    """Whether each typed word begins some word."""
    return bool(words) and all(any(key.startswith(begun) for key in keys for begun in either) for either in words)


def other_keyboard(text: str) -> str:
    """The same keys of the other keyboard."""
    return layout.as_greek(text) if text.isascii() else layout.as_latin(text)
