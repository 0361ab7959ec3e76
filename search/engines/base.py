"""What every engine offers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.fields import Entry

MOST_CANDIDATES = 150


class IndexMissing(Exception):
    """There is no index yet; `manage.py search_rebuild` makes one."""


class IndexAway(OSError):
    """What holds the index does not answer."""


AWAY = (IndexMissing, sqlite3.Error, OSError)  # readers get the needs and the phone instead


@dataclass(frozen=True, slots=True)
class Question:
    """Which units are wanted: those that hold one of the keys of any word."""

    words: Sequence[tuple[float, Mapping[str, float]]]  # how much a word says, its keys with their weights

    @property
    def keys(self) -> list[str]:
        """Keys of all words, each once."""
        return list(dict.fromkeys(key for _, keys in self.words for key in keys))


def any_of(*keys: str) -> Question:
    """The question for units that hold one of these keys."""
    return Question([(1.0, dict.fromkeys(keys, 1.0))])


@dataclass(frozen=True, slots=True)
class Candidates:
    """Units that may answer, each with its words in all languages."""

    units: Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """A key of the index: in how many units it stands, and one way in which it was written."""

    frequency: int
    surface: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """Sizes that weights depend on."""

    units: int = 0
    averages: Mapping[str, float] = field(default_factory=dict)  # field → words


@dataclass(frozen=True, slots=True)
class State:
    """How the engine is."""

    ready: bool
    units: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the index: its version, its sizes, and places by their names."""

    version: str
    statistics: Statistics
    places: Mapping[str, frozenset[str]]  # sound keys of a place's name, joined by a space → community codes


class Engine(Protocol):
    """What readers ask: finds candidates, and knows the vocabulary. Each engine writes in its own way."""

    def candidates(self, question: Question, limit: int = MOST_CANDIDATES) -> Candidates: ...

    def snapshot(self) -> Snapshot: ...

    def terms(self, keys: Iterable[str]) -> Mapping[str, Term]:
        """Those of the keys that stand in the index."""
        ...

    def beginning(self, start: str, limit: int) -> list[str]:
        """Keys that begin so, in their order."""
        ...

    def alike(self, key: str, distance: int, limit: int) -> list[str]:
        """Keys of about this length that share most pairs of letters with it."""
        ...

    def state(self) -> State: ...
