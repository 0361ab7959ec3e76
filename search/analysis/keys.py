"""The keys under which a word is stored and looked up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from . import greek, languages
from .tokens import Token, tokens

_TO_GREEK_DIGITS = str.maketrans("abehikmnoptuxyz", "αβεηικμνορτυχυζ")


@dataclass(frozen=True, slots=True)
class Keys:
    """One word's keys. `stem` is its spelling without ending; `sound` joins misspellings and greeklish.

    Outside Greek both are the same.
    """

    word: str
    stem: str
    sound: str


@lru_cache(maxsize=8_192)
def keys_of(word: str, script: str, language: str) -> Keys:
    """Keys of a folded word; the language decides only between English and Albanian endings."""
    if any(character.isdigit() for character in word):
        key = "d" + word.translate(_TO_GREEK_DIGITS)
        return Keys("w" + word, key, key)
    if script == "greek":
        return Keys("w" + word, "o" + greek.spelling_stem(word), "g" + greek.sound_stem(word))
    stem = _STEMS.get(script, _latin)(word, language)
    return Keys("w" + word, stem, stem)


def _latin(word: str, language: str) -> str:
    return "l" + (languages.albanian(word) if language == "sq" else languages.english(word))


_STEMS = {
    "cyrillic": lambda word, language: "c" + languages.ukrainian(word),
    "arabic": lambda word, language: "a" + languages.arabic(word),
}


def token_keys(token: Token, language: str) -> Keys:
    return keys_of(token.word, token.script, language)


def text_keys(text: str, language: str) -> list[Keys]:
    """Keys of every word of a text, in order."""
    return [keys_of(token.word, token.script, language) for token in tokens(text)]


def keys_of_texts(texts: Iterable[str]) -> list[str]:
    """Keys by which the words of expressions are fetched, whichever Latin language they are in."""
    return sorted(
        {found.sound for text in texts for language in ("el", "en", "sq") for found in text_keys(text, language)}
    )


def written_keys(text: str, language: str) -> list[tuple[str, Keys]]:
    """Every word as it was written, in lower case, with its keys."""
    return [
        (text[token.start : token.end].lower(), keys_of(token.word, token.script, language)) for token in tokens(text)
    ]
