"""An index of keys in tables of SQL: what is the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Self

from search.analysis.grams import grams
from search.documents import SearchDocument
from search.fields import Entry, build_units
from search.lexicon.compiled import Lexicon, shipped

from . import postings, schema
from .base import AWAY, MOST_CANDIDATES, Candidates, Question, Snapshot, State, Term
from .counts import count, read_snapshot, remember_places
from .postings import likeliest, rows_with
from .prefixes import forget_beginnings, found_beginning, remember_beginnings
from .tables import LAST, Tables, Units, all_in
from .worth import place_among_equals, tenths

MOST_UNITS_KEPT = 2_800
_ALIKE = """
SELECT key FROM search_gram WHERE gram IN (…) AND size BETWEEN ? AND ?
GROUP BY key ORDER BY count(*) DESC, key LIMIT ?
"""
_CHANGED = """
INSERT INTO search_change (grp, seq) VALUES (?, ?) ON CONFLICT (grp) DO UPDATE SET seq = excluded.seq
"""


class StoredEngine(ABC):
    """Reads and writes the tables; a subclass opens connections and changes generations."""

    name: str

    def __init__(self, lexicon: Callable[[], Lexicon] = shipped) -> None:
        self.lexicon = lexicon
        self._lock = threading.Lock()
        self._units: OrderedDict[tuple[str, int], tuple[Entry, ...]] = OrderedDict()
        self._snapshot: Snapshot | None = None

    # What each database does in its own way

    @abstractmethod
    def tables(self) -> Tables:
        """This thread's connection to the generation in use. Raises IndexMissing."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[Tables]:
        """A transaction of the only writer; makes an empty index when there is none."""

    @abstractmethod
    def generation(self) -> str:
        """Name of the generation in use; empty when there is none that this code can read."""

    @abstractmethod
    def begin(self) -> Self:
        """An empty index beside the one in use; `switch` puts it into use."""

    @abstractmethod
    def switch(self, beside: Self) -> None:
        """Put a built index into use in one step; the one before stays for readers who are still in it."""

    @abstractmethod
    def close(self) -> None:
        """Close this thread's connection."""

    # Reading

    def candidates(self, question: Question, limit: int = MOST_CANDIDATES) -> Candidates:
        """The units that the question wants most, in no order."""
        tables = self.tables()
        return Candidates(self._read(tables, likeliest(tables, question, limit)))

    def beginnings(self, words: Sequence[Sequence[str]], limit: int) -> Candidates:
        """Units whose title or names hold words that begin so, likeliest first."""
        tables = self.tables()
        return Candidates(self._read(tables, found_beginning(tables, words, limit)))

    def of_groups(self, groups: Sequence[str]) -> Candidates:
        """Units of these groups, in their order; pages of PDFs left out."""
        tables = self.tables()
        rows = dict(all_in(tables, "SELECT unit, row FROM search_entry WHERE unit IN (…)", groups))
        return Candidates(self._read(tables, [rows[group] for group in groups if group in rows]))

    def groups_with(self, keys: Sequence[str]) -> list[str]:
        """Groups of all documents that hold one of the keys."""
        tables = self.tables()
        rows = sorted(rows_with(tables, keys))
        return sorted({group for (group,) in all_in(tables, "SELECT grp FROM search_entry WHERE row IN (…)", rows)})

    def terms(self, keys: Iterable[str]) -> Mapping[str, Term]:
        """Those of the keys that stand in the index."""
        rows = all_in(self.tables(), "SELECT key, frequency, surface FROM search_term WHERE key IN (…)", sorted(keys))
        return {key: Term(frequency, surface) for key, frequency, surface in rows}

    def beginning(self, start: str, limit: int) -> list[str]:
        """Keys that begin so, in their order."""
        found = "SELECT key FROM search_term WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"
        return [key for (key,) in self.tables().all(found, (start, start + LAST, limit))]

    def alike(self, key: str, distance: int, limit: int) -> list[str]:
        """Keys of about this length that share most pairs of letters with it."""
        shared = sorted(grams(key))
        statement = _ALIKE.replace("…", ",".join("?" * len(shared)))
        values = (*shared, len(key) - distance, len(key) + distance, limit)
        return [near for (near,) in self.tables().all(statement, values)]

    def snapshot(self) -> Snapshot:
        """Sizes and places, read again only after a change."""
        tables = self.tables()
        version = f"{tables.generation}.{_state(tables, 'changes')}"
        kept = self._snapshot
        if kept is None or kept.version != version:
            kept = self._snapshot = read_snapshot(tables, version)
        return kept

    def state(self) -> State:
        """Whether readers get answers, and over how many things."""
        try:
            units = self.snapshot().statistics.units
        except AWAY as error:
            return State(ready=False, units=0, note=str(error))
        return State(ready=True, units=units)

    def ids(self) -> list[str]:
        """Ids of all documents."""
        rows = self.tables().all("SELECT unit, languages FROM search_entry")
        return sorted(f"{unit}:{language}" for unit, languages in rows for language in languages.split())

    def last_change(self) -> int:
        """Number of the last write."""
        return _state(self.tables(), "changes")

    def changed_since(self, change: int) -> list[str]:
        """Groups written or deleted after this write, for a rebuild that ran meanwhile."""
        rows = self.tables().all("SELECT grp FROM search_change WHERE seq > ? ORDER BY grp", (change,))
        return [group for (group,) in rows]

    def _read(self, tables: Tables, rows: Sequence[int]) -> dict[str, tuple[Entry, ...]]:
        """Units of these rows, in their order; those that were read lately come from memory."""
        with self._lock:
            found = {row: self._units[row] for row in ((tables.generation, row) for row in rows) if row in self._units}
        missing = [row for row in rows if (tables.generation, row) not in found]
        for row, entries in _entries(tables, "row", missing):
            found[tables.generation, row] = entries
        with self._lock:
            for key, entries in found.items():
                self._units[key] = entries
                self._units.move_to_end(key)
            while len(self._units) > MOST_UNITS_KEPT:
                self._units.popitem(last=False)
        ordered = (found[tables.generation, row] for row in rows if (tables.generation, row) in found)
        return {entries[0].facts.unit: entries for entries in ordered}

    # Writing

    def write(self, documents: Iterable[SearchDocument]) -> int:
        """Replace the groups of these documents; gives how many documents were written."""
        units = build_units(documents, self.lexicon())
        groups = dict.fromkeys(entries[0].facts.group for entries in units.values())
        self._replace(list(groups), units)
        return sum(map(len, units.values()))

    def delete(self, groups: Iterable[str]) -> int:
        """Forget these groups; gives how many documents went."""
        return self._replace(list(groups), {})

    def _replace(self, groups: Sequence[str], units: Units) -> int:
        """Put these units in the place of the groups; gives how many documents were there before."""
        with self.writing() as tables:
            removed = _remove(tables, groups)
            _add(tables, units)
            count(tables, units, removed)
            changes = _state(tables, "changes") + 1
            tables.many("UPDATE search_state SET value = ? WHERE name = 'changes'", [(changes,)])
            tables.many(_CHANGED, [(group, changes) for group in groups])
        return sum(map(len, removed.values()))


def _state(tables: Tables, name: str) -> int:
    return int(tables.all("SELECT value FROM search_state WHERE name = ?", (name,))[0][0])


def _entries(tables: Tables, column: str, values: Sequence[Any]) -> Iterator[tuple[int, tuple[Entry, ...]]]:
    statement = f"SELECT row, texts, documents FROM search_entry WHERE {column} IN (…)"  # noqa: S608 -- our own name
    for row, texts, documents in all_in(tables, statement, values):
        yield row, schema.read_entries(texts, documents)


def _add(tables: Tables, units: Units) -> None:
    first = _state(tables, "rows") + 1  # never given out twice: units are remembered by it
    rows = dict(enumerate(units.values(), start=first))
    tables.many(
        "INSERT INTO search_entry (row, unit, grp, place, languages, texts, documents) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(row, *_columns(entries)) for row, entries in rows.items()],
    )
    tables.many("UPDATE search_state SET value = value + ? WHERE name = 'rows'", [(len(rows),)])
    postings.add(tables, {row: tenths(entries) for row, entries in rows.items()})
    remember_beginnings(tables, rows)
    remember_places(tables, [entry.document for entries in units.values() for entry in entries])


def _columns(entries: Sequence[Entry]) -> tuple[str, str, int, str, str, str]:
    first = entries[0].facts
    return (
        first.unit,
        first.group,
        place_among_equals(first.unit, first.date),
        " ".join(entry.facts.language for entry in entries),
        schema.texts_of(entries),
        schema.documents_of(entries),
    )


def _remove(tables: Tables, groups: Sequence[str]) -> Units:
    rows = dict(_entries(tables, "grp", groups))
    tables.many("DELETE FROM search_entry WHERE row = ?", [(row,) for row in rows])
    postings.remove(tables, {row: tenths(entries) for row, entries in rows.items()})
    forget_beginnings(tables, list(rows))
    return {entries[0].facts.unit: entries for entries in rows.values()}
