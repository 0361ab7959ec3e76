"""From a query to hits, over any engine: understanding, candidates, ranking, abstention."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .abstain import decide
from .asking import question
from .engines.base import MOST_CANDIDATES, Engine
from .lexicon.compiled import Lexicon, shipped
from .plan import Plan
from .ranking import Hit, Reader, cut, rank
from .understanding import Situation, understand, unquoted
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits in their order; `related` only when there is no answer."""

    plan: Plan
    hits: tuple[Hit, ...]
    related: tuple[Hit, ...]


class Answerer:
    """Answers queries from one engine; keeps the vocabulary of its present state."""

    def __init__(self, engine: Engine, lexicon: Callable[[], Lexicon] = shipped) -> None:
        self.engine = engine
        self._lexicon = lexicon
        self._vocabulary: Vocabulary | None = None

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon in use at this moment."""
        return self._lexicon()

    def vocabulary(self) -> Vocabulary:
        snapshot, lexicon = self.engine.snapshot(), self.lexicon
        kept = self._vocabulary
        if kept is None or kept.snapshot is not snapshot or kept.lexicon is not lexicon:
            kept = self._vocabulary = Vocabulary(self.engine, snapshot, lexicon)
        return kept

    def ranked(
        self, query: str, reader: Reader, *, literal: bool = False, most: int = MOST_CANDIDATES
    ) -> tuple[Plan, list[Hit]]:
        """How a query is understood, and the things that have most in common with it, best first."""
        vocabulary = self.vocabulary()
        plan = understand(query, Situation(vocabulary, reader.today, literal=literal))
        candidates = self.engine.candidates(question(plan), most)
        return plan, rank(plan, candidates, statistics=vocabulary.snapshot.statistics, reader=reader)

    def answer(self, query: str, reader: Reader, *, literal: bool = False, most: int = MOST_CANDIDATES) -> Answer:
        """All hits of a query, unfiltered, among so many things at `most`."""
        plan, ranked = self.ranked(query, reader, literal=literal, most=most)
        if plan.phrases and not ranked:
            # Nobody is helped by an empty page: the same words without their quotes.
            return self.answer(unquoted(query), reader, literal=literal, most=most)
        # Who speaks of danger is shown what is nearest, and never told that there is nothing.
        hits, related = (cut(ranked), []) if plan.danger else decide(ranked, spoken=plan.spoken)
        return Answer(plan, tuple(hits), tuple(related))
