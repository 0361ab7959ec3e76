"""What an engine is asked for: every key, and in a very large index no more than can be read in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .engines.base import Question
from .plan import Plan, Slot, heaviest
from .vocabulary import Vocabulary

LARGE = 20_000  # units; below it everything is fetched
MOST_ROWS = 3_000  # matches that are weighed for one query
SUBJECT = 0.8  # words that count at least so much say what is wanted


def question(plan: Plan, vocabulary: Vocabulary) -> Question:
    """The keys of a plan by words; of a large index first what holds the two rarest words, then the rarest keys."""
    keys = plan.keys
    is_large = vocabulary.snapshot.statistics.units >= LARGE
    if is_large:
        vocabulary.look_up([*keys, *(key for slot in plan.counted for key in slot.fetching)])
        keys = _affordable(keys, vocabulary)
    allowed = set(keys)
    words = [(slot.weight, [key for key in heaviest(slot.fetching) if key in allowed]) for slot in plan.slots]
    kinds = allowed.difference(*(keys for _, keys in words))
    found = [(weight, keys) for weight, keys in [*words, (1.0, sorted(kinds))] if keys]
    return Question(found, _rarest(plan, vocabulary) if is_large else ())


def _affordable(keys: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """The keys that say most, until they bring as many matches as can be weighed; one in any case."""
    taken: list[str] = []
    rows = 0
    for key in keys:
        rows += vocabulary.frequency(key)
        if taken and rows > MOST_ROWS:
            break
        taken.append(key)
    return taken


def _rarest(plan: Plan, vocabulary: Vocabulary) -> Sequence[Sequence[str]]:
    """The keys of the two words that say most about the subject; nothing when there are not two."""
    subjects = sorted((slot for slot in plan.counted if _is_subject(slot)), key=lambda slot: -slot.weight)
    found = [_affordable(heaviest(slot.fetching), vocabulary) for slot in subjects[:2] if slot.fetching]
    return found if len(found) == 2 else ()


def _is_subject(slot: Slot) -> bool:
    """A kind of thing and a place need not stand in the text."""
    return slot.factor >= SUBJECT and not slot.names_kind and not slot.codes
