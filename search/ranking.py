"""Candidates → ranked hits. Every factor is a named step, so that an order can be explained."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .engines.base import Candidates, Statistics
from .fields import TITLE, Entry, folded
from .matching import SURE, find
from .plan import Plan, Slot

ENOUGH = 0.45  # a slot with this value counts as covered
HALF = 0.5
KIND_VALUE = 0.6  # a thing of the kind, when nothing but the kind was asked for
PRIOR = {
    "structure": 1.0,
    "page": 0.95,
    "organisation": 0.9,
    "study": 0.8,
    "practice": 0.78,
    "indicator": 0.74,
    "news": 0.74,
    "consultation": 0.72,
    "project": 0.72,
    "study_page": 0.66,
}
# Of the others the date says when they were checked, not when they happened.
DATED = {"news", "study", "study_page", "indicator", "consultation", "project", "practice"}
WITHOUT_SUBJECT = 0.3
PAGES_OF = {"study": "study_page"}
OTHER_LANGUAGE = 1 / 1.15
HALF_LIFE_MONTHS = 18
OLDEST_NEWS = 0.6
ENDED = 0.4
CUT = 0.06


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


@dataclass(frozen=True, slots=True)
class Hit:
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
        return self.entry.document.unit


def rank(plan: Plan, candidates: Candidates, *, statistics: Statistics, reader: Reader) -> list[Hit]:
    """All candidates that match anything, best first; ties by date, then by unit."""
    hits = []
    for entries in candidates.units.values():
        if _excluded(plan, entries):
            continue
        hit = _hit(plan, entries, statistics=statistics, reader=reader)
        if hit is not None and hit.score > 0:
            hits.append(hit)
    hits.sort(key=lambda hit: hit.unit)
    hits.sort(key=lambda hit: (-round(hit.score, 9), -_ordinal(hit.entry.document.date)))
    return hits


def cut(hits: Sequence[Hit]) -> list[Hit]:
    """Without what is far below the first."""
    return [hit for hit in hits if hit.score >= CUT * hits[0].score] if hits else []


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _excluded(plan: Plan, entries: Sequence[Entry]) -> bool:
    if any(not plan.excluded.isdisjoint(entry.keys) for entry in entries):
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


def _hit(plan: Plan, entries: Sequence[Entry], *, statistics: Statistics, reader: Reader) -> Hit | None:
    counted = plan.counted
    weights = [slot.idf if slot.factor == 0 else slot.weight for slot in counted]
    total = sum(weights)
    if not total:
        return None
    found = [find(slot, entries, statistics) for slot in counted]
    score = sum(weight * each.value for weight, each in zip(weights, found, strict=True)) / total
    covered = [weight * min(1.0, each.value / ENOUGH) for weight, each in zip(weights, found, strict=True)]
    coverage = sum(covered) / total
    # A place says where, not what: food that is not in Kaminia still answers who looks for food there.
    asked = [0.0 if slot.codes else weight for weight, slot in zip(weights, counted, strict=True)]
    asked = asked if any(asked) else weights
    answered = sum(weight * min(1.0, each.sure / ENOUGH) for weight, each in zip(asked, found, strict=True)) / sum(
        asked
    )
    if plan.is_of_kind_only and entries[0].document.type in plan.types:
        score, coverage, answered = max(score, KIND_VALUE), 1.0, 1.0
    steps = [("words", score), ("coverage", 0.25 + 0.75 * coverage**1.5)]
    about = sum(weight for weight, slot in zip(weights, counted, strict=True) if not slot.codes)
    if plan.places and about:
        subject = sum(part for part, slot in zip(covered, counted, strict=True) if not slot.codes)
        steps.append(("subject", WITHOUT_SUBJECT + (1 - WITHOUT_SUBJECT) * subject / about))
    steps += _title_steps(plan, counted, entries)
    steps += _intent_steps(plan, entries)
    steps += _document_steps(plan, entries[0], reader)
    entry, language_step = shown(entries, reader)
    steps.append(("language", language_step))
    return Hit(
        entry,
        _product(steps),
        coverage,
        named=any(_names_title(counted, entry) for entry in entries),
        steps=tuple(steps),
        values=tuple(each.value for each in found),
        answered=answered,
    )


def _names_title(slots: Sequence[Slot], entry: Entry) -> bool:
    """At least two words of the query, and at least half of the title."""
    named = sum(_in_title(slot, entry, SURE) for slot in slots)
    return named >= 2 and named >= HALF * entry.lengths[TITLE]


def _in_title(slot: Slot, entry: Entry, surely: float) -> bool:
    """The title holds an alternative of the word with at least this weight."""
    return any(
        entry.keys[key][TITLE] and slot.alternatives[key] >= surely
        for key in slot.alternatives.keys() & entry.keys.keys()
    )


def _product(steps: Iterable[tuple[str, float]]) -> float:
    result = 1.0
    for _, factor in steps:
        result *= factor
    return result


def _title_steps(plan: Plan, slots: Sequence[Slot], entries: Sequence[Entry]) -> list[tuple[str, float]]:
    steps = []
    shares = [_share_of_title(slots, entry) for entry in entries]
    best = max(shares)
    if best > 0:
        steps.append(("title", 1.12 + 0.45 * best**2))
    if any(plan.folded and plan.folded in (entry.title, *entry.names) for entry in entries):
        steps.append(("name", 1.3))
    if any(f" {slot.literal} " in named for named in map(_named, entries) for slot in slots):
        steps.append(("literal", 1.04))
    return steps


def _share_of_title(slots: Sequence[Slot], entry: Entry) -> float:
    """Share of the title that the query names; 0 unless every word of the query stands there."""
    if not all(_in_title(slot, entry, 0.6) for slot in slots):
        return 0.0
    return min(1.0, len(slots) / max(entry.lengths[TITLE], 1))


def _intent_steps(plan: Plan, entries: Sequence[Entry]) -> list[tuple[str, float]]:
    document = entries[0].document
    steps = []
    if plan.types:
        pages = {PAGES_OF[kind] for kind in plan.types if kind in PAGES_OF}
        factor = 1.6 if document.type in plan.types else 1.25 if document.type in pages else 0.75
        steps.append(("type", factor))
    if plan.places:
        factor = 1.5 if set(document.place) & plan.places else 0.62 if document.place else 0.95
        steps.append(("place", factor))
    if (plan.years or plan.months) and document.type in DATED:
        day = document.date
        inside = day is not None and (
            (not plan.years or day.year in plan.years) and (not plan.months or day.month in plan.months)
        )
        steps.append(("date", (2.0 if inside else 0.7) * (1.2 if document.type == "news" else 1.0)))
    return steps


def _document_steps(plan: Plan, entry: Entry, reader: Reader) -> list[tuple[str, float]]:
    document = entry.document
    steps = [("boost", document.boost)]
    if not plan.types:
        steps.append(("kind", PRIOR.get(document.type, 0.7)))
    if document.type == "news" and document.date and not (plan.years or plan.months):
        months = max(0.0, (reader.today - document.date).days / 30.4)
        steps.append(("age", max(OLDEST_NEWS, 0.5 ** (months / HALF_LIFE_MONTHS))))
    if document.ends and document.ends < reader.today:
        steps.append(("ended", ENDED))
    return steps


def shown(entries: Sequence[Entry], reader: Reader) -> tuple[Entry, float]:
    """The entry in the reader's language, else in the nearest one; the second costs a little."""
    by_language = {entry.document.language: entry for entry in entries}
    entry = next((by_language[each] for each in reader.languages if each in by_language), entries[0])
    own = not reader.language or entry.document.language == reader.language
    return entry, 1.0 if own else OTHER_LANGUAGE
