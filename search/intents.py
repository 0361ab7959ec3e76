"""What a query asks for besides its subject: a kind of thing, a place, a time, now, danger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from .vocabulary import Vocabulary
from .words import Heard, own_keys

TYPE_COUNTS = 0.35
WEAK_COUNTS = 0.35
NOW_COUNTS = 0.35
PLACE_COUNTS = 0.8
_LETTERS = dict(zip("αβγδε", "abcde", strict=True))
_COMMUNITY = frozenset({"gkinotit", "lcommuniti"})
_LONGEST_PLACE = 3


@dataclass(slots=True)
class Intents:
    """Filled while the words are read; `factors` and `codes` by the number of the word."""

    factors: dict[int, float] = field(default_factory=dict)
    codes: dict[int, frozenset[str]] = field(default_factory=dict)
    types: frozenset[str] = frozenset()
    kinds: set[int] = field(default_factory=set)  # numbers of the words that name a kind
    weak: set[int] = field(default_factory=set)  # numbers of the words that say little
    conditions: dict[int, tuple[str, ...]] = field(default_factory=dict)  # «χωρίς λεφτά» by where it begins
    places: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    now: bool = False
    danger: bool = False


class _Said(NamedTuple):
    """Keys that surely are the words, word by word and altogether: most phrases are not there."""

    sounds: Sequence[frozenset[str]]
    anywhere: frozenset[str]

    @classmethod
    def of(cls, heard: Sequence[Heard]) -> _Said:
        sounds = [_sounds(word) for word in heard]
        return cls(sounds, frozenset().union(*sounds))


def intents_of(heard: Sequence[Heard], vocabulary: Vocabulary, *, today: date) -> Intents:
    """Everything the words say besides their subject."""
    found = Intents()
    said = _Said.of(heard)
    _places(said, vocabulary, found)
    for number, word in enumerate(heard):
        if number not in found.codes:  # «Νέο» of «Νέο Φάληρο» is no news
            _type_and_weak(number, word, vocabulary, found=found)
            _date(number, word, vocabulary, found=found, today=today)
    _phrases(said, vocabulary, found)
    _letters(heard, found)
    return found


def _sure(word: Heard) -> frozenset[str]:
    """Keys by spelling, or by sound when the spelling is unknown: «πώς» sounds like «πόσοι»."""
    return frozenset(key for key, weight in word.alternatives.items() if weight > 0.85)


def _sounds(word: Heard) -> frozenset[str]:
    """Keys that surely are the word: neither families nor faint guesses."""
    return frozenset(key for key, weight in word.alternatives.items() if weight >= 0.65 and key[0] != "o") | (
        frozenset({"d" + word.token.word}) if word.token.script == "digit" else frozenset()
    )


def _type_and_weak(number: int, word: Heard, vocabulary: Vocabulary, *, found: Intents) -> None:
    lexicon, keys = vocabulary.lexicon, _sure(word)
    types = {lexicon.types[key] for key in keys if key in lexicon.types}
    if len(types) == 1 and not word.stop:
        found.types |= types
        found.kinds.add(number)
        found.factors[number] = TYPE_COUNTS
    if keys & lexicon.now:
        found.now = True
        found.factors[number] = NOW_COUNTS
    if keys & lexicon.weak:
        found.weak.add(number)
        found.factors[number] = WEAK_COUNTS


def _date(number: int, word: Heard, vocabulary: Vocabulary, *, found: Intents, today: date) -> None:
    written = word.token.word
    if written.isdigit() and len(written) == 4 and 1990 <= int(written) <= today.year + 10:
        found.years |= {int(written)}
        found.factors[number] = 0.0
        return
    for key, weight in word.alternatives.items():
        if weight < 0.65:
            continue
        if (key in vocabulary.lexicon.months and not word.guessed) or (
            key in vocabulary.lexicon.months and weight == 1
        ):
            found.months |= {vocabulary.lexicon.months[key]}
            found.factors[number] = 0.0
        if key in vocabulary.lexicon.years:
            found.years |= {today.year + vocabulary.lexicon.years[key]}
            found.factors[number] = 0.0


def _phrases(said: _Said, vocabulary: Vocabulary, found: Intents) -> None:
    for phrase in vocabulary.lexicon.danger:
        found.danger = found.danger or _at(said, phrase) is not None
    for phrase in vocabulary.lexicon.conditions:
        start = _at(said, phrase)
        if start is not None:
            found.conditions[start] = phrase
            found.weak.update(range(start, start + len(phrase)))
            found.factors.update(dict.fromkeys(range(start, start + len(phrase)), WEAK_COUNTS))
    for phrase, kind in vocabulary.lexicon.type_phrases:
        start = _at(said, phrase)
        if start is not None:
            found.types |= {kind}
            found.kinds.update(range(start, start + len(phrase)))
            found.factors.update(dict.fromkeys(range(start, start + len(phrase)), TYPE_COUNTS))


def _at(said: _Said, phrase: Sequence[str]) -> int | None:
    """Where the phrase begins; None when it is not there."""
    if not said.anywhere.issuperset(phrase):
        return None
    sounds = said.sounds
    for start in range(len(sounds) - len(phrase) + 1):
        if all(key in sounds[start + offset] for offset, key in enumerate(phrase)):
            return start
    return None


def _places(said: _Said, vocabulary: Vocabulary, found: Intents) -> None:
    names = vocabulary.snapshot.places
    for name, codes in names.items():
        keys = name.split()
        start = _at(said, keys) if len(keys) <= _LONGEST_PLACE else None
        if start is None:
            continue
        found.places |= codes
        for number in range(start, start + len(keys)):
            found.factors[number] = PLACE_COUNTS
            found.codes[number] = found.codes.get(number, frozenset()) | codes


def _letters(heard: Sequence[Heard], found: Intents) -> None:
    """«Ε΄ κοινότητα»: a single letter before or after the word."""
    for number, word in enumerate(heard):
        if not _COMMUNITY.intersection([*own_keys(word.token), *word.alternatives]):
            continue
        for beside in (number - 1, number + 1):
            letter = _LETTERS.get(heard[beside].token.word) if 0 <= beside < len(heard) else None
            if letter:
                found.places |= {letter}
                found.factors[beside] = 0.0
                found.factors[number] = PLACE_COUNTS
                found.codes[number] = frozenset({letter})
