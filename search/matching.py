"""What a word of the query finds in a thing: directly in its texts, or by what is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .engines.base import Statistics
from .fields import FIELDS, NAMES, TITLE, Entry
from .plan import Slot

WEIGHTS = (5.0, 4.5, 2.2, 1.0)  # of FIELDS
SATURATION = 2.2
SURE = 0.9  # neither a guess nor a reading beside an English word
PLACE_VALUE = 0.6


class Found(NamedTuple):
    """`value` orders; `sure`, less for a guess, decides whether to answer."""

    value: float
    sure: float


class Seen:
    """An entry as a query sees it: of its keys only those that were asked for."""

    __slots__ = ("entry", "named", "titled", "values")

    def __init__(self, entry: Entry, held: Mapping[str, Sequence[int]], statistics: Statistics) -> None:
        self.entry = entry
        self.values = {key: _value(times, entry.lengths, statistics) for key, times in held.items()}
        self.titled = [key for key, times in held.items() if times[TITLE]]
        self.named = bool(self.titled) or any(times[NAMES] for times in held.values())

    def title_weight(self, slot: Slot) -> float:
        """How surely the word stands in the title; 0 when it does not."""
        best = 0.0
        for key in self.titled:
            best = max(best, slot.alternatives.get(key, 0.0))
        return best


def wanted_keys(slots: Iterable[Slot]) -> frozenset[str]:
    """Keys of all words, by which things are weighed."""
    return frozenset(key for slot in slots for key in slot.alternatives)


def seen_of(entries: Iterable[Entry], wanted: frozenset[str], statistics: Statistics) -> list[Seen]:
    """The entries that hold a key which is wanted."""
    among = ((entry, entry.keys.among(wanted)) for entry in entries)
    return [Seen(entry, held, statistics) for entry, held in among if held]


def find(slot: Slot, thing: Entry, seen: Sequence[Seen]) -> Found:
    """What stands in any language of a thing, `thing` being one of them."""
    direct = _direct(slot.alternatives, seen)
    if slot.codes and not slot.codes.isdisjoint(thing.facts.place):
        direct = max(direct, PLACE_VALUE)
    meant = _meant(slot.concepts, thing.concepts) if slot.concepts else 0.0
    best, other = max(direct, meant), min(direct, meant)
    return Found(best + 0.25 * other, best * slot.certainty)


def _direct(alternatives: Mapping[str, float], seen: Sequence[Seen]) -> float:
    """The best of the word's keys."""
    best = 0.0
    for each in seen:
        for key, value in each.values.items():
            weight = alternatives.get(key)
            if weight is not None and weight * value > best:
                best = weight * value
    return best


def _value(times: Sequence[int], lengths: Sequence[int], statistics: Statistics) -> float:
    strength = 0.0
    for place, field in enumerate(FIELDS):
        if times[place]:
            average = statistics.averages.get(field) or 1.0
            strength += WEIGHTS[place] * times[place] / (0.4 + 0.6 * min(lengths[place] / average, 3.0))
    return strength / (strength + SATURATION)


def _meant(asked: Mapping[str, float], held: Mapping[str, float]) -> float:
    best = other = 0.0
    for concept, weight in asked.items():
        value = weight * held.get(concept, 0.0)
        if value > best:
            best, other = value, best
        elif value > other:
            other = value
    return best + 0.2 * other
