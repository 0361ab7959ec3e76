"""Concepts of a query: the longest expressions over its words, then what single words point to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType

from .lexicon.compiled import Expression, Lexicon, Word
from .words import LIKELY, Heard

NONE: Mapping[int, tuple[str, ...]] = MappingProxyType({})
POINTS_TO = 0.45  # the word stands in expressions of one concept only, though no expression is whole
NARROWER = 0.7
RELATED = 0.4
MOST_SKIPPED = 2
LEAST_WEIGHT = 0.3
SURELY = 0.75
ACCOMPANIES = 0.6


@dataclass(frozen=True, slots=True)
class Match:
    """An expression found in the query."""

    concept: str
    places: tuple[int, ...]
    weight: float
    sounds: tuple[str, ...]  # of all its words


def meanings(
    heard: Sequence[Heard], lexicon: Lexicon, conditions: Mapping[int, tuple[str, ...]] = NONE
) -> list[dict[str, float]]:
    """Concept → weight for every word of the query; `conditions` are phrases by where they begin."""
    found: list[dict[str, float]] = [{} for _ in heard]
    whole = [
        match
        for match in _matches(heard, lexicon)
        if not _cuts(match, conditions) and any(heard[place].certainty >= LIKELY for place in match.places)
    ]
    for match in _longest(whole, heard):
        for place in match.places:
            _raise(found[place], match.concept, match.weight)
    named = {concept for concepts in found for concept, weight in concepts.items() if weight >= SURELY}
    for number, word in enumerate(heard):
        if word.certainty < LIKELY:  # what is hardly guessed means nothing by itself
            continue
        if not found[number] and not word.stop:
            _point(word, found[number], lexicon)
            _accompany(word, found[number], named, lexicon)
        _relate(found[number], lexicon)
    return found


def _relate(concepts: dict[str, float], lexicon: Lexicon) -> None:
    for concept, weight in list(concepts.items()):
        for narrower in lexicon.concepts[concept].narrower:
            _raise(concepts, narrower, weight * NARROWER)
        for related in lexicon.concepts[concept].related:
            _raise(concepts, related, weight * RELATED)


def _raise(concepts: dict[str, float], concept: str, weight: float) -> None:
    concepts[concept] = max(concepts.get(concept, 0.0), weight)


def _matches(heard: Sequence[Heard], lexicon: Lexicon) -> list[Match]:
    matches: dict[tuple[str, tuple[int, ...]], Match] = {}
    for start, word in enumerate(heard):
        expressions = {
            id(expression): expression for key in word.alternatives for expression in lexicon.starts.get(key, ())
        }
        for expression in expressions.values():
            match = _match(expression, heard, start)
            if match:
                key = (match.concept, match.places)
                matches[key] = max(matches.get(key, match), match, key=attrgetter("weight"))
    return list(matches.values())


def _cuts(match: Match, conditions: Mapping[int, tuple[str, ...]]) -> bool:
    """It takes a word out of a phrase that it does not hold: «γιατρός χωρίς λεφτά για το παιδί» asks for no money."""
    return any(
        not set(phrase) <= set(match.sounds) and any(start <= place < start + len(phrase) for place in match.places)
        for start, phrase in conditions.items()
    )


def _match(expression: Expression, heard: Sequence[Heard], start: int) -> Match | None:
    """The expression from this word on; it may skip two words, stop words besides."""
    places: list[int] = []
    weight, skipped, here = 1.0, 0, start
    for word in expression.asked:
        while here < len(heard):
            fits = _fits(word, heard[here])
            if fits >= LEAST_WEIGHT:
                break
            skipped += not heard[here].stop
            here += 1
            if not places or skipped > MOST_SKIPPED:
                return None
        else:
            return None
        weight = min(weight, fits)
        places.append(here)
        here += 1
    return Match(expression.concept, tuple(places), weight, tuple(word.sound for word in expression.words))


def _fits(word: Word, heard: Heard) -> float:
    return max(heard.alternatives.get(word.stem, 0.0), heard.alternatives.get(word.sound, 0.0))


def _longest(matches: Sequence[Match], heard: Sequence[Heard]) -> list[Match]:
    """Longer expressions take their words, stop words counting least; one of the same words stays beside them."""
    taken: dict[int, tuple[int, ...]] = {}
    kept = []
    ordered = sorted(
        matches,
        key=lambda match: (
            -sum(not heard[place].stop for place in match.places),
            -len(match.places),
            match.places[-1] - match.places[0],
            -match.weight,
            match.places,
            match.concept,
        ),
    )
    for match in ordered:
        if all(taken.get(place, match.places) == match.places for place in match.places):
            kept.append(match)
            taken.update(dict.fromkeys(match.places, match.places))
    return kept


def _point(word: Heard, concepts: dict[str, float], lexicon: Lexicon) -> None:
    for key, weight in word.alternatives.items():
        owners = lexicon.owners.get(key, frozenset())
        if len(owners) == 1 and weight >= LEAST_WEIGHT:
            _raise(concepts, next(iter(owners)), POINTS_TO * weight)


def _accompany(word: Heard, concepts: dict[str, float], named: set[str], lexicon: Lexicon) -> None:
    """A word with which people speak of what another word names: "borrow" beside books."""
    for key, weight in word.alternatives.items():
        for concept in named.intersection(lexicon.companions.get(key, ())) if weight >= SURELY else ():
            _raise(concepts, concept, ACCOMPANIES * weight)
