"""What words would do before they are saved: the same index, read with another lexicon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from core.languages import order
from search.answering import Answerer
from search.engines.base import MOST_CANDIDATES, Candidates, Engine, Question, Term
from search.engines.beside import Beside
from search.engines.worth import all_keys
from search.fields import Entry, build_unit
from search.lexicon.compiled import Lexicon
from search.ranking import Reader

FIRST = 3
MOST_REREAD = 300  # things that hold one of the words; a word in more of them is hardly worth a trial


@dataclass(frozen=True, slots=True)
class Before:
    """First results of a query as it is now, and as it would be; titles, best first."""

    query: str
    language: str
    now: tuple[str, ...]
    then: tuple[str, ...]
    graded: bool = False  # editors said what it should find

    @property
    def is_other(self) -> bool:
        """Whether another thing, or none, would stand first."""
        return self.now[:1] != self.then[:1]


@dataclass(frozen=True, slots=True)
class Trial:
    """What would change: for the words themselves, and for queries whose first result would be another."""

    own: tuple[Before, ...]
    others: tuple[Before, ...]
    asked: int


class OtherWords(Beside):
    """An engine as it would be with other words: `old` units are read again with the lexicon."""

    def __init__(self, engine: Engine, old: Mapping[str, tuple[Entry, ...]], lexicon: Lexicon) -> None:
        super().__init__(engine)
        self._units = {
            unit: build_unit((entry.document for entry in entries), lexicon) for unit, entries in old.items()
        }
        self._keys = {unit: _keys(entries) for unit, entries in self._units.items()}
        self._more = Counter(_concept_keys(self._keys.values()))
        self._more.subtract(_concept_keys(map(_keys, old.values())))

    def candidates(self, question: Question, limit: int = MOST_CANDIDATES) -> Candidates:
        found = self.stored.candidates(question, limit).units
        asked = frozenset(question.keys)
        joined = {unit: self._units[unit] for unit, own in self._keys.items() if own & asked}
        return Candidates({unit: self._units.get(unit, entries) for unit, entries in found.items()} | joined)

    def terms(self, keys: Iterable[str]) -> Mapping[str, Term]:
        """Also the concepts that things would gain or lose."""
        wanted = set(keys)
        terms = dict(self.stored.terms(wanted))
        for key in wanted & self._more.keys():
            term = terms.get(key, Term(0, ""))
            terms[key] = replace(term, frequency=term.frequency + self._more[key])
        return {key: term for key, term in terms.items() if term.frequency > 0}


def _keys(entries: Iterable[Entry]) -> set[str]:
    return {key for entry in entries for key in all_keys(entry)}


def _concept_keys(units: Iterable[set[str]]) -> list[str]:
    return [key for keys in units for key in keys if key[0] == "z"]


def compare(
    now: Answerer,
    then: Answerer,
    *,
    own: Iterable[tuple[str, str]],
    others: Iterable[tuple[str, str, bool]],
    today: date,
) -> Trial:
    """First results before and after: of the words themselves, and of those queries that would change."""
    tried = tuple(_before(now, then, query, language, today=today) for query, language in own)
    compared = [
        replace(_before(now, then, query, language, today=today), graded=graded) for query, language, graded in others
    ]
    return Trial(tried, tuple(each for each in compared if each.is_other), len(compared))


def _before(now: Answerer, then: Answerer, query: str, language: str, *, today: date) -> Before:
    reader = Reader(language, order(language), today)
    return Before(query, language, _titles(now, query, reader), _titles(then, query, reader))


def _titles(answerer: Answerer, query: str, reader: Reader) -> tuple[str, ...]:
    return tuple(hit.entry.document.title for hit in answerer.answer(query, reader).hits[:FIRST])
