"""What the page says about a query: how it was read, what else was looked for, what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable

from .analysis.fold import fold
from .analysis.tokens import tokens
from .answering import Answer, Answerer
from .fields import folded
from .lexicon.compiled import Lexicon
from .plan import Plan, Slot
from .ranking import ENOUGH, Reader
from .vocabulary import Vocabulary
from .words import LIKELY, likelihood, own_keys

HALF_COVERED, WELL_COVERED = 0.5, 0.7  # between them something else may have been meant
BETTER = 0.9
LOOKED_AT = 3
MOST_TRIED = 3
SHORTEST_CORRECTED = 4
MOST_OWN, MOST_NARROWER = 2, 2
LONGEST_RELATED = 2  # words of an expression that is shown
MEANT = 0.9
ENOUGH_TO_TELL = 20  # things among which the first of all of them is


def understood(plan: Plan) -> str:
    """The query as it was looked for; empty when that is what was typed."""
    text = plan.query
    for repair in plan.repairs:
        text = text.replace(repair.typed, repair.used, 1)
    return text if text != plan.query else ""


def related_words(plan: Plan, lexicon: Lexicon, language: str) -> tuple[str, ...]:
    """What else was looked for, in the reader's language: other words of the concepts meant, and kinds of them."""
    if plan.danger:
        return ()
    typed = [plan.query, *(slot.word for slot in plan.slots), *(repair.used for repair in plan.repairs)]
    meant = [
        lexicon.concepts[concept]
        for concept in dict.fromkeys(
            concept for slot in plan.slots for concept, weight in slot.concepts.items() if weight >= MEANT
        )
    ]
    own = [word for concept in meant for word in concept.words.get(language, ())]
    kinds = [lexicon.concepts[narrower].words.get(language, ()) for concept in meant for narrower in concept.narrower]
    known = {folded(word) for word in typed}
    words = _new(own, known)[:MOST_OWN]
    return (*words, *_new([names[0] for names in kinds if names], known.union(map(folded, words)))[:MOST_NARROWER])


def _new(words: Iterable[str], known: set[str]) -> list[str]:
    """Short ones that were not typed, each once."""
    found: dict[str, str] = {}
    for word in words:
        said = folded(word)
        if said not in known and len(said.split()) <= LONGEST_RELATED:
            found.setdefault(said, word)
    return list(found.values())


def did_you_mean(answer: Answer, answerer: Answerer, reader: Reader) -> str:
    """Another spelling that answers nearly the whole query, to be offered, not applied; empty when there is none."""
    guessed = understood(answer.plan)
    if guessed and not answer.hits:  # a guess too bold to answer by
        return guessed if _is_answered(guessed, answerer, reader) else ""
    best = (answer.hits or answer.related)[:LOOKED_AT]
    covered = max((hit.coverage for hit in best), default=0.0)
    if answer.plan.phrases or not HALF_COVERED <= covered < WELL_COVERED:
        return ""
    missed = [slot for slot, value in zip(answer.plan.counted, best[0].values, strict=True) if value < ENOUGH]
    # One word is exchanged. One that the lexicon knows is spelt well, though nothing here is about it: «έξωση» is no
    # «ένωση».
    if len(missed) != 1 or (missed[0].certainty == 1 and missed[0].concepts):
        return ""
    for word in _near(missed[0], answerer.vocabulary())[:MOST_TRIED]:
        reading = answer.plan.query.replace(missed[0].word, word, 1)
        if _is_answered(reading, answerer, reader):
            return reading
    return ""


def _is_answered(reading: str, answerer: Answerer, reader: Reader) -> bool:
    hits = answerer.answer(reading, reader, most=ENOUGH_TO_TELL).hits
    return bool(hits) and hits[0].coverage >= BETTER


def _near(slot: Slot, vocabulary: Vocabulary) -> list[str]:
    """Words that may have been meant, the nearest first."""
    (token, *_) = tokens(slot.word)
    if len(token.word) < SHORTEST_CORRECTED or any(letter.isdigit() for letter in token.word):
        return []
    found: dict[str, int] = {}
    for key in own_keys(token):
        for near, steps in vocabulary.near(key, 1 if len(key) <= SHORTEST_CORRECTED + 1 else 2):
            surface = vocabulary.surface(near)
            if surface and fold(surface) != token.word and likelihood(key, near, steps) >= LIKELY:
                found[surface] = min(found.get(surface, steps), steps)
    return sorted(found, key=lambda word: found[word])
