"""Candidates → ranked hits. Every factor is a named step, so that an order can be explained."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import mul
from typing import NamedTuple

from .analysis.keys import text_keys
from .documents import Facts
from .engines.base import Candidates, Statistics
from .fields import TITLE, Entry, folded
from .matching import SURE, Seen, find, seen_of, wanted_keys
from .plan import Plan

ENOUGH = 0.45  # a slot with this value counts as covered
HALF = 0.5
NAMED = 0.75  # a concept with this weight is a subject
ONE_NAMED = 0.5  # one of several subjects is as much as a sentence must be answered
LIKELY_NAMED = 0.6
KIND_VALUE = 0.6  # a thing of the kind, when nothing but the kind was asked for
PRIOR = {
    "structure": 1.0,
    "page": 0.93,
    "organisation": 0.85,
    "study": 0.62,
    "practice": 0.69,
    "indicator": 0.57,
    "news": 0.72,
    "consultation": 0.61,
    "project": 0.61,
    "study_page": 0.54,
}
# Of the others the date says when they were checked, not when they happened.
DATED = {"news", "study", "study_page", "indicator", "consultation", "project", "practice"}
PAGES_OF = {"study": "study_page"}
OTHER_LANGUAGE = 1 / 1.15
HALF_LIFE_MONTHS = 18
OLDEST_NEWS = 0.6
ENDED = 0.4
HERE = 1.7
ELSEWHERE = 0.62
CUT = 0.06

Titled = tuple[Seen, Sequence[float]]  # with how surely each word of the query stands in its title


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom the order is made: language (empty: none) and day."""

    language: str
    fallbacks: tuple[str, ...]
    today: date

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which a thing is shown, the first in which it is there; Greek for readers of none."""
        return (self.language, *self.fallbacks, "el") if self.language else ("el",)


class Hit(NamedTuple):
    """One thing that may answer, in the language in which it is shown."""

    entry: Entry
    score: float
    coverage: float
    named: bool  # half of the title was named
    steps: tuple[tuple[str, float], ...]
    values: tuple[float, ...] = ()  # what each counted word of the query found here
    answered: float = 0.0  # share of the query that is surely about this: guesses and words in passing count less

    @property
    def unit(self) -> str:
        return self.entry.facts.unit

    @property
    def facts(self) -> Facts:
        return self.entry.facts


def rank(plan: Plan, candidates: Candidates, *, statistics: Statistics, reader: Reader) -> list[Hit]:
    """All candidates that match anything, best first; ties by date, then by unit."""
    asked = _Asked(plan)
    hits = []
    for entries in candidates.units.values():
        if not asked.total or _excluded(plan, entries):
            continue
        hit = _hit(asked, entries, seen_of(entries, asked.wanted, statistics), reader)
        if hit.score > 0:
            hits.append(hit)
    return sorted(hits, key=lambda hit: (-round(hit.score, 9), -_ordinal(hit.facts.date), hit.unit))


class _Asked:
    """What is the same for every candidate of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.slots = plan.counted
        weights = [slot.idf if slot.factor == 0 else slot.weight for slot in self.slots]
        self.wanted = wanted_keys(self.slots)
        self.literals = [f" {slot.literal} " for slot in self.slots]
        self.is_of_kind_only = plan.is_of_kind_only
        # A place says where, not what: food that is not in Kaminia still answers who looks for food there.
        self.subjects = [0.0 if slot.codes else weight for weight, slot in zip(weights, self.slots, strict=True)]
        if not any(self.subjects):
            self.subjects = weights
        self.total = sum(self.subjects)
        # Who tells a trouble may name two things: «the dog», «the hospital». One of them is an answer.
        self.named = [
            number
            for number, slot in enumerate(self.slots)
            if plan.spoken and slot.factor == 1 and max(slot.concepts.values(), default=0.0) >= NAMED
        ]


def cut(hits: Sequence[Hit]) -> list[Hit]:
    """Without what is far below the first."""
    return [hit for hit in hits if hit.score >= CUT * hits[0].score] if hits else []


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _excluded(plan: Plan, entries: Sequence[Entry]) -> bool:
    if plan.excluded and any(entry.keys.among(plan.excluded) for entry in entries):
        return True
    return any(not _holds(phrase, entries) for phrase in plan.phrases)


def _holds(phrase: str, entries: Sequence[Entry]) -> bool:
    """The phrase stands in a title or name, or all its words in one text."""
    if any(f" {phrase} " in _named(entry) for entry in entries):
        return True
    words = set(phrase.split())
    texts = (text for entry in entries for text in (entry.document.summary, entry.document.body))
    return any(words <= set(folded(text).split()) for text in texts)


def _named(entry: Entry) -> str:
    """Words of the title and the names, folded, with a space around each."""
    return f" {entry.title} {' '.join(entry.names)} "


def _hit(asked: _Asked, entries: Sequence[Entry], seen: Sequence[Seen], reader: Reader) -> Hit:
    plan, slots = asked.plan, asked.slots
    first = entries[0].facts
    found = [find(slot, entries[0], seen) for slot in slots]
    score = sum(map(mul, asked.subjects, [each.value for each in found])) / asked.total
    coverage = sum(map(mul, asked.subjects, [min(1.0, each.value / ENOUGH) for each in found])) / asked.total
    answered = sum(map(mul, asked.subjects, [min(1.0, each.sure / ENOUGH) for each in found])) / asked.total
    if asked.named and any(found[number].sure >= ENOUGH for number in asked.named):
        answered = max(answered, ONE_NAMED)
    if asked.is_of_kind_only and first.type in plan.types:
        score, coverage, answered = max(score, KIND_VALUE), 1.0, 1.0
    steps = [("words", score), ("coverage", 0.25 + 0.75 * coverage**1.5)]
    titled = [(each, [each.title_weight(slot) for slot in slots]) for each in seen if each.titled]
    title_steps = _title_steps(asked, [each.entry for each in seen if each.named], titled)
    # «Κέντρο Πρόληψης»: a word that stands in the title need not be the place that it also names.
    steps += [*title_steps, *_intent_steps(plan, first, is_named="title" in dict(title_steps))]
    is_called = "name" in dict(title_steps)
    steps += _document_steps(plan, first, reader, is_called=is_called)
    entry, language_step = shown(entries, reader)
    steps.append(("language", language_step))
    return Hit(
        entry,
        _product(steps),
        coverage,
        named=any(_names_title(each, title) for each, title in titled),
        steps=tuple(steps),
        values=tuple(each.value for each in found),
        answered=1.0 if is_called else answered,
    )


def _names_title(seen: Seen, title: Sequence[float]) -> bool:
    """At least two words of the query, and at least half of the title."""
    named = sum(weight >= SURE for weight in title)
    return named >= 2 and named >= HALF * seen.entry.lengths[TITLE]


def _product(steps: Iterable[tuple[str, float]]) -> float:
    result = 1.0
    for _, factor in steps:
        result *= factor
    return result


def _title_steps(asked: _Asked, named: Sequence[Entry], titled: Sequence[Titled]) -> list[tuple[str, float]]:
    """Of the entries with a word of the query in their title or names, `titled` being those in whose title it is."""
    steps = []
    best = max((_share_of_title(each, title) for each, title in titled), default=0.0)
    if best > 0:
        steps.append(("title", 1.12 + 0.45 * best**2))
    if _is_named(named, asked.plan) or any(_sounds_like(each.entry, asked.plan) for each, _ in titled):
        steps.append(("name", 1.3))
    names = [_named(entry) for entry in named]
    if any(literal in each for literal in asked.literals for each in names):
        steps.append(("literal", 1.04))
    return steps


def _is_named(entries: Sequence[Entry], plan: Plan) -> bool:
    """The query is a title or a name of the thing, as it is written."""
    said = plan.folded
    return bool(said) and any(said == entry.title or said in entry.names for entry in entries)


def _sounds_like(entry: Entry, plan: Plan) -> bool:
    """The query is the title, as it sounds."""
    if entry.lengths[TITLE] != len(plan.said):
        return False
    title = text_keys(entry.title, entry.facts.language)
    return len(title) == len(plan.said) and all(keys.sound in said for keys, said in zip(title, plan.said, strict=True))


def _share_of_title(seen: Seen, title: Sequence[float]) -> float:
    """Share of the title that the query names; 0 unless every word of the query stands there."""
    if min(title) < LIKELY_NAMED:
        return 0.0
    return min(1.0, len(title) / max(seen.entry.lengths[TITLE], 1))


def _intent_steps(plan: Plan, facts: Facts, *, is_named: bool) -> list[tuple[str, float]]:
    steps = []
    if plan.types:
        pages = {PAGES_OF[kind] for kind in plan.types if kind in PAGES_OF}
        factor = 1.6 if facts.type in plan.types else 1.25 if facts.type in pages else 0.75
        steps.append(("type", factor))
    if plan.places:
        factor = HERE if set(facts.place) & plan.places else ELSEWHERE if facts.place and not is_named else 0.95
        steps.append(("place", factor))
    if (plan.years or plan.months) and facts.type in DATED:
        day = facts.date
        inside = day is not None and (
            (not plan.years or day.year in plan.years) and (not plan.months or day.month in plan.months)
        )
        steps.append(("date", (2.0 if inside else 0.7) * (1.2 if facts.type == "news" else 1.0)))
    return steps


def _document_steps(plan: Plan, facts: Facts, reader: Reader, *, is_called: bool) -> list[tuple[str, float]]:
    """Who says the whole name of a thing wants this one, whatever its kind and age."""
    steps = [("boost", facts.boost)]
    if not plan.types and not is_called:
        steps.append(("kind", PRIOR.get(facts.type, 0.6)))
    if facts.type == "news" and facts.date and not (plan.years or plan.months or is_called):
        months = max(0.0, (reader.today - facts.date).days / 30.4)
        steps.append(("age", max(OLDEST_NEWS, 0.5 ** (months / HALF_LIFE_MONTHS))))
    if facts.ends and facts.ends < reader.today:
        steps.append(("ended", ENDED))
    return steps


def shown(entries: Sequence[Entry], reader: Reader) -> tuple[Entry, float]:
    """The entry in the reader's language, else in the nearest one; the second costs a little."""
    entry = _in_first_of(reader.languages, entries)
    own = not reader.language or entry.facts.language == reader.language
    return entry, 1.0 if own else OTHER_LANGUAGE


def _in_first_of(languages: Iterable[str], entries: Sequence[Entry]) -> Entry:
    for language in languages:
        for entry in entries:
            if entry.facts.language == language:
                return entry
    return entries[0]
