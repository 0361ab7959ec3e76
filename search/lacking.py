"""Why a page does not answer a query, or not sooner: what it lacks, word by word and factor by factor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wagtail.models import Page

from core.languages import order
from search.abstain import decide
from search.answering import Answerer
from search.engines.base import Candidates
from search.fields import FIELDS, Entry
from search.index import engine
from search.matching import find, seen_of, wanted_keys
from search.plan import Plan, Slot
from search.ranking import ENOUGH, Hit, Reader, rank
from search.steering import group_of_page, steered

LITTLE = 0.3  # a concept that is worth less to a thing is only touched
TOLD_FACTOR = 0.05  # a smaller difference between two factors decides nothing


class Reason(StrEnum):
    """What keeps a page away before any word is weighed."""

    NONE = ""
    NOT_SEARCHED = "not searched"  # search does not look into pages of its kind
    DRAFT = "draft"
    NOT_INDEXED = "not indexed"
    NOT_NOW = "not now"
    EXCLUDED = "excluded"
    NOTHING = "nothing in common"
    TOO_WEAK = "too weak"  # readers are told that there is nothing
    FAR_BELOW = "far below"  # cut off, or behind too many others


@dataclass(frozen=True, slots=True)
class WordHere:
    """What a word of the query found in the page: the parts of its text, by meaning, and whether that is enough."""

    word: str
    fields: tuple[str, ...]
    is_meant: bool
    value: float

    @property
    def is_enough(self) -> bool:
        return self.value >= ENOUGH


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of the page and of the first result."""

    name: str
    here: float
    first: float


@dataclass(frozen=True, slots=True)
class Lack:
    """`place` counts from 1, 0 when readers do not get the page; `first` is the title of the first result."""

    title: str
    place: int
    reason: Reason
    words: tuple[WordHere, ...] = ()
    factors: tuple[Factor, ...] = ()
    first: str = ""


def lack(page: Page, query: str, here: Answerer, *, language: str, now: datetime) -> Lack:
    """Where the page stands for readers of a language, and what it lacks. Raises IndexMissing."""
    group = group_of_page(page.specific)
    if not group:
        return Lack(page.title, 0, Reason.NOT_SEARCHED)
    entries = engine().of_groups([group]).units.get(group, ())
    if not entries:
        return Lack(page.title, 0, Reason.NOT_INDEXED if page.live else Reason.DRAFT)
    reader = Reader(language, order(language), now.date())
    plan, ranked = here.ranked(query, reader)
    statistics = here.vocabulary().snapshot.statistics
    seen = seen_of(entries, wanted_keys(plan.counted), statistics)
    # The page as a hit, whether it was fetched or not.
    own = next(iter(rank(plan, Candidates({group: entries}), statistics=statistics, reader=reader)), None)
    never = steered(plan, language=language, at=now).never
    public = [hit for hit in ranked if hit.facts.is_public(now) and hit.facts.group not in never]
    answers = public if plan.danger else decide(public, spoken=plan.spoken)[0]
    place = next((number for number, hit in enumerate(answers, start=1) if hit.unit == group), 0)
    reason = _reason(own, entries, plan, is_excluded=group in never, is_answered=bool(answers), now=now)
    return Lack(
        page.title,
        place,
        Reason.NONE if place else reason,
        tuple(_word(slot, entries, find(slot, entries[0], seen).value) for slot in plan.counted),
        _factors(own, public[0]) if own and public and public[0].unit != group else (),
        public[0].entry.document.title if public else "",
    )


def _reason(
    own: Hit | None, entries: Iterable[Entry], plan: Plan, *, is_excluded: bool, is_answered: bool, now: datetime
) -> Reason:
    if not any(entry.facts.is_public(now) for entry in entries):
        return Reason.NOT_NOW
    if is_excluded:
        return Reason.EXCLUDED
    if own is None or not any(own.values):
        return Reason.NOTHING
    return Reason.FAR_BELOW if is_answered else Reason.TOO_WEAK


def _word(slot: Slot, entries: Sequence[Entry], value: float) -> WordHere:
    held = [times for entry in entries for times in entry.keys.among(frozenset(slot.alternatives)).values()]
    fields = tuple(name for place, name in enumerate(FIELDS) if any(times[place] for times in held))
    meant = any(entry.concepts.get(concept, 0) >= LITTLE for entry in entries for concept in slot.concepts)
    return WordHere(slot.word, fields, meant, round(value, 2))


def _factors(own: Hit, first: Hit) -> tuple[Factor, ...]:
    """Factors in which the two differ, those that cost the page most first."""
    ours, theirs = dict(own.steps), dict(first.steps)
    names = dict.fromkeys([*theirs, *ours])
    both = (Factor(name, round(ours.get(name, 1.0), 2), round(theirs.get(name, 1.0), 2)) for name in names)
    told = [factor for factor in both if abs(factor.here - factor.first) >= TOLD_FACTOR]
    return tuple(sorted(told, key=lambda factor: factor.here - factor.first))
