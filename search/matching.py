"""What a word of the query finds in a thing: directly in its texts, or by what is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .engines.base import Statistics
from .fields import FIELDS, Entry
from .plan import Slot

WEIGHTS = (5.0, 4.5, 2.2, 1.0)  # of FIELDS
SATURATION = 2.2
SURE = 0.9  # neither a guess nor a reading beside an English word
PLACE_VALUE = 0.6


@dataclass(frozen=True, slots=True)
class Found:
    """`value` orders; `sure`, less for a guess, decides whether to answer."""

    value: float
    sure: float


def find(slot: Slot, entries: Sequence[Entry], statistics: Statistics) -> Found:
    """The best of all languages of a thing."""
    direct = max(_direct(slot.alternatives, entry, statistics) for entry in entries)
    if slot.codes and set(entries[0].document.place) & slot.codes:
        direct = max(direct, PLACE_VALUE)
    meant = _meant(slot.concepts, entries)
    best, other = max(direct, meant), min(direct, meant)
    return Found(best + 0.25 * other, best * slot.certainty)


def _direct(alternatives: Mapping[str, float], entry: Entry, statistics: Statistics) -> float:
    """The best of the word's keys."""
    best = 0.0
    for key in alternatives.keys() & entry.keys.keys():
        strength = _strength(entry.keys[key], entry, statistics)
        best = max(best, alternatives[key] * strength / (strength + SATURATION))
    return best


def _strength(times: Sequence[int], entry: Entry, statistics: Statistics) -> float:
    strength = 0.0
    for place, field in enumerate(FIELDS):
        if times[place]:
            average = statistics.averages.get(field) or 1.0
            strength += WEIGHTS[place] * times[place] / (0.4 + 0.6 * min(entry.lengths[place] / average, 3.0))
    return strength


def _meant(concepts: Mapping[str, float], entries: Sequence[Entry]) -> float:
    weights: dict[str, float] = {}
    for entry in entries:
        for concept in concepts.keys() & entry.concepts.keys():
            weights[concept] = max(weights.get(concept, 0.0), concepts[concept] * entry.concepts[concept])
    found = sorted(weights.values(), reverse=True)
    return found[0] + 0.2 * sum(found[1:2]) if found else 0.0
