"""What a query means, as understanding hands it to engines and ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_KEYS = 48
MOST_SLOTS = 12


def kind_key(kind: str) -> str:
    """The key that fetches everything of a kind."""
    return "k" + kind.replace("_", "")


def place_key(community: str) -> str:
    """The key that fetches everything of a community."""
    return "p" + community


def heaviest(weights: Mapping[str, float]) -> list[str]:
    """Keys that weigh something, the heaviest first."""
    return sorted((key for key, weight in weights.items() if weight > 0), key=lambda key: (-weights[key], key))


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of the query with everything that may stand for it."""

    word: str  # as typed
    alternatives: Mapping[str, float]  # key → weight
    idf: float
    concepts: Mapping[str, float] = field(default_factory=dict)
    factor: float = 1.0  # how much the word counts: less for «δωρεάν», nothing for a month
    names_kind: bool = False
    codes: frozenset[str] = frozenset()  # communities, when the word names a place
    literal: str = ""  # the folded word
    certainty: float = 1.0  # less for a word that is only near words that exist: one letter of four is much

    @property
    def weight(self) -> float:
        return self.idf * self.factor

    @property
    def fetching(self) -> dict[str, float]:
        """Keys by which things are fetched, with their weights; spelling alone fetches nothing that sound does not."""
        keys = {key: weight for key, weight in self.alternatives.items() if key[0] != "o"}
        return keys | {f"z{concept}": weight for concept, weight in self.concepts.items()}


@dataclass(frozen=True, slots=True)
class Repair:
    """A word that was looked for instead of the one typed."""

    typed: str
    used: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A query understood."""

    query: str
    folded: str
    slots: tuple[Slot, ...]
    types: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    now: bool = False
    danger: bool = False
    spoken: bool = False  # a sentence in which somebody tells a trouble
    repairs: tuple[Repair, ...] = ()
    said: tuple[frozenset[str], ...] = ()  # for every word, stop words too, the keys that it may be written for
    phrases: tuple[str, ...] = ()  # folded, in quotes
    excluded: frozenset[str] = frozenset()  # keys after a minus

    @property
    def counted(self) -> tuple[Slot, ...]:
        """Words that count; of those that do not, all, when there is nothing else."""
        return tuple(slot for slot in self.slots if slot.weight > 0) or self.slots

    @property
    def keys(self) -> list[str]:
        """Keys that fetch candidates: the heaviest first, at most 48."""
        weights: dict[str, float] = {}
        for slot in self.slots:
            for key, weight in slot.fetching.items():
                weights[key] = max(weights.get(key, 0.0), weight * slot.weight)
        if self.is_of_kind_only:
            weights.update({kind_key(kind): 1.0 for kind in self.types})
        if self.is_of_place_only:
            weights.update({place_key(community): 1.0 for community in self.places})
        return heaviest(weights)[:MOST_KEYS]

    @property
    def is_of_place_only(self) -> bool:
        """Nothing but a place was asked for: what is there answers, whether it says the name or not."""
        return bool(self.places) and all(slot.codes or not slot.factor for slot in self.slots)

    @property
    def is_of_kind_only(self) -> bool:
        """Nothing but a kind was asked for: «καλές πρακτικές», "news"."""
        return bool(self.types) and all(slot.names_kind or not slot.factor for slot in self.slots)
