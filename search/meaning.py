"""Concepts of a query: the longest expressions over its words, then what single words point to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .lexicon.compiled import Expression, Lexicon, Word
from .words import LIKELY, Heard

POINTS_TO = 0.45  # the word stands in expressions of one concept only, though no expression is whole
NARROWER = 0.7
RELATED = 0.4
MOST_SKIPPED = 2
LEAST_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Match:
    """An expression found in the query."""

    concept: str
    places: tuple[int, ...]
    weight: float


def meanings(heard: Sequence[Heard], lexicon: Lexicon) -> list[dict[str, float]]:
    """Concept → weight for every word of the query."""
    found: list[dict[str, float]] = [{} for _ in heard]
    for match in _longest(_matches(heard, lexicon), heard):
        for place in match.places:
            _raise(found[place], match.concept, match.weight)
    for number, word in enumerate(heard):
        if not found[number] and not word.stop:
            _point(word, found[number], lexicon)
        if word.certainty >= LIKELY:  # what is hardly guessed has no neighbours
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
    matches: dict[tuple[str, tuple[int, ...]], float] = {}
    for start, word in enumerate(heard):
        expressions = {
            id(expression): expression for key in word.alternatives for expression in lexicon.starts.get(key, ())
        }
        for expression in expressions.values():
            match = _match(expression, heard, start)
            if match:
                key = (match.concept, match.places)
                matches[key] = max(matches.get(key, 0.0), match.weight)
    return [Match(concept, places, weight) for (concept, places), weight in matches.items()]


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
    return Match(expression.concept, tuple(places), weight)


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
