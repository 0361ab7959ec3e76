"""Why a query gives what it gives: words with their alternatives, and every factor of every hit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.languages import order
from search.abstain import decide
from search.answering import Answerer
from search.echoes import understood
from search.plan import Plan, Slot
from search.ranking import Hit, Reader
from search.steering import Steered, steered
from search.vocabulary import Vocabulary

MOST_HITS = 10
MOST_ALTERNATIVES = 8
INTENTS = ("types", "places", "years", "months", "excluded")


@dataclass(frozen=True, slots=True)
class WordView:
    """A word that counts; `alternatives` are ways to write what was looked for, with their weights."""

    word: str
    weight: float
    certainty: float
    alternatives: tuple[tuple[str, float], ...]
    concepts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class HitView:
    """A thing with its factors; `place` counts from 1, `values` say what each word found in it."""

    place: int
    unit: str
    title: str
    url: str
    score: float
    answered: float
    named: bool
    values: tuple[tuple[str, float], ...]
    steps: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The way of a query through search, at a moment and for readers of a language."""

    query: str
    understood: str
    repairs: tuple[tuple[str, str], ...]  # typed, and looked for instead
    words: tuple[WordView, ...]
    intents: tuple[str, ...]
    is_answered: bool
    hits: tuple[HitView, ...]
    wanted: HitView | None  # the thing that was asked about; None when it has nothing in common with the query
    steered: Steered


def explain(query: str, here: Answerer, *, language: str, now: datetime, wanted: str = "") -> Explanation:
    """Everything readers may see of a query's way; `wanted` is a unit whose place is asked for."""
    reader = Reader(language, order(language), now.date())
    plan, ranked = here.ranked(query, reader)
    public = [hit for hit in ranked if hit.facts.is_public(now)]
    views = [_hit(place, hit, plan) for place, hit in enumerate(public, start=1)]
    answers, _related = decide(public, spoken=plan.spoken)
    return Explanation(
        query=plan.query,
        understood=understood(plan) or plan.query,
        repairs=tuple((repair.typed.strip(), repair.used.strip()) for repair in plan.repairs),
        words=tuple(_word(slot, here.vocabulary()) for slot in plan.counted),
        intents=tuple(_intents(plan)),
        is_answered=bool(answers),
        hits=tuple(views[:MOST_HITS]),
        wanted=next((view for view in views if view.unit == wanted), None),
        steered=steered(plan, language=language, at=now),
    )


def _word(slot: Slot, vocabulary: Vocabulary) -> WordView:
    written: dict[str, float] = {}
    for key, weight in slot.alternatives.items():
        shown = vocabulary.surface(key) or key[1:]
        written[shown] = max(written.get(shown, 0.0), round(weight, 2))
    names = {concept: _name(concept, vocabulary) for concept in slot.concepts}
    return WordView(
        slot.word,
        round(slot.weight, 2),
        round(slot.certainty, 2),
        tuple(_heaviest(written.items())),
        tuple(_heaviest((names[concept], round(weight, 2)) for concept, weight in slot.concepts.items())),
    )


def _heaviest(pairs: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:MOST_ALTERNATIVES]


def _name(concept: str, vocabulary: Vocabulary) -> str:
    words = vocabulary.lexicon.concepts[concept].words
    return next(iter(words.get("el") or next(iter(words.values()), (concept,))))


def _hit(place: int, hit: Hit, plan: Plan) -> HitView:
    found = zip((slot.word for slot in plan.counted), hit.values, strict=True)
    document = hit.entry.document
    return HitView(
        place,
        hit.unit,
        document.title,
        document.url,
        round(hit.score, 3),
        round(hit.answered, 2),
        hit.named,
        tuple((word, round(value, 2)) for word, value in found),
        tuple((name, round(factor, 3)) for name, factor in hit.steps),
    )


def _intents(plan: Plan) -> list[str]:
    said = [f"{name}: {', '.join(sorted(map(str, getattr(plan, name))))}" for name in INTENTS if getattr(plan, name)]
    return said + [name for name in ("now", "danger") if getattr(plan, name)]
