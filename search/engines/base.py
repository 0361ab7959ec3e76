"""What every engine offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.fields import Entry

MOST_CANDIDATES = 150


@dataclass(frozen=True, slots=True)
class Candidates:
    """Units that may answer, each with its entries in all languages."""

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
    """Vocabulary and sizes at one state of the index."""

    version: str
    terms: Mapping[str, Term]
    statistics: Statistics
    places: Mapping[str, frozenset[str]]  # sound keys of a place's name, joined by a space → community codes


class Engine(Protocol):
    """What readers ask: finds candidates, and knows the vocabulary. Each engine writes in its own way."""

    def candidates(self, keys: Sequence[str], limit: int = MOST_CANDIDATES) -> Candidates: ...

    def snapshot(self) -> Snapshot: ...

    def state(self) -> State: ...
