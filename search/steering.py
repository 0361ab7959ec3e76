"""What editors decided: pages shown first or never for certain words. The same in every process within a second."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError
from wagtail.models import Page

from core.cache import expire_at
from core.snapshot import snapshot
from search.analysis.fold import fold
from search.analysis.greeklish import readings
from search.analysis.keys import text_keys
from search.analysis.tokens import tokens
from search.documents import group_of
from search.lexicon.compiled import shipped
from search.models import STEERING, Exclusion, Promotion, Steering
from search.plan import Plan, Slot
from search.sources import group_field, sources
from search.words import own_keys

MOST_PROMOTED = 2
SURELY = 0.65


@dataclass(frozen=True, slots=True)
class Rule:
    """One decision: for any of these phrases, a group, in a language (empty: all), between two moments."""

    phrases: tuple[tuple[frozenset[str], ...], ...]
    group: str
    language: str
    begins: datetime | None
    ends: datetime | None

    def holds(self, language: str, at: datetime) -> bool:
        return (
            self.language in ("", language)
            and (self.begins is None or self.begins <= at)
            and (self.ends is None or self.ends > at)
        )


@dataclass(frozen=True, slots=True)
class Steered:
    """Groups to show first, in their order, and groups not to show."""

    first: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()


def steered(plan: Plan, *, language: str, at: datetime) -> Steered:
    """What editors decided for a query; the page of results is renewed when a decision begins or ends."""
    try:
        promoted, excluded = _rules("promotion"), _rules("exclusion")
    except DatabaseError:
        return Steered()
    first = _groups(promoted, plan, language, at=at)
    return Steered(first[:MOST_PROMOTED], frozenset(_groups(excluded, plan, language, at=at)))


def _groups(rules: Iterable[Rule], plan: Plan, language: str, *, at: datetime) -> tuple[str, ...]:
    meant = [rule for rule in rules if any(_says(phrase, plan.slots) for phrase in rule.phrases)]
    for rule in meant:
        for moment in (rule.begins, rule.ends):
            if moment and moment > at:
                expire_at(moment)
    return tuple(dict.fromkeys(rule.group for rule in meant if rule.holds(language, at)))


def _says(phrase: tuple[frozenset[str], ...], slots: tuple[Slot, ...]) -> bool:
    """The words of the phrase stand in the query one after the other, however they are spelt."""
    heard = [_keys(slot) for slot in slots]
    return any(
        all(word & heard[start + offset] for offset, word in enumerate(phrase))
        for start in range(len(heard) - len(phrase) + 1)
    )


def _keys(slot: Slot) -> frozenset[str]:
    """What the word is, and what it is in Greek letters: editors decide about words that no text here has, too."""
    typed = tokens(fold(slot.word))[:1]
    own = {key for token in typed for key in own_keys(token)}
    greek = {f"g{heard}" for token in typed if token.script == "latin" for heard in readings(token.word)}
    return frozenset(own | greek | {key for key, weight in slot.alternatives.items() if weight >= SURELY})


@snapshot("search.steering", tags={STEERING})
def _rules(kind: str) -> tuple[Rule, ...]:
    model = {"promotion": Promotion, "exclusion": Exclusion}[kind]
    rows = list(model.objects.all())
    pages = {page.pk: page for page in Page.objects.filter(pk__in={row.page_id for row in rows}).specific()}
    found = (_rule(row, pages[row.page_id]) for row in rows if row.page_id in pages)
    return tuple(rule for rule in found if rule is not None)


def _rule(row: Steering, page: Page) -> Rule | None:
    group = group_of_page(page)
    if not group:
        return None
    lines = (_phrase(line) for line in row.words.splitlines())
    return Rule(tuple(line for line in lines if line), group, row.language, row.begins, row.ends)


def group_of_page(page: Page) -> str:
    """The group under which search knows a page; empty when it does not."""
    for source in sources():
        if source.label.lower() == page._meta.label_lower:
            return group_of(source, getattr(page, group_field(source)))
    return ""


def _phrase(line: str) -> tuple[frozenset[str], ...]:
    """The words that count, each with its keys; of stop words alone, all."""
    words = tokens(fold(line))
    kept = [token for token in words if not shipped().is_stop(token.word)] or words
    return tuple(
        frozenset(key for found in text_keys(token.word, "el") for key in (found.stem, found.sound))
        | frozenset(own_keys(token))
        for token in kept
    )
