"""An index of keys in tables of SQL: what is the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Self

from search.analysis.grams import grams
from search.documents import SearchDocument
from search.fields import Entry, build_entry
from search.lexicon.compiled import Lexicon, shipped

from . import schema
from .base import AWAY, ENOUGH, MOST_CANDIDATES, Candidates, Question, Snapshot, State, Term
from .counts import count, read_snapshot, remember_places
from .prefixes import forget_beginnings, found_beginning, remember_beginnings
from .tables import LAST, Place, Tables, all_in

MOST_ENTRIES_KEPT = 3_000
MOST_LANGUAGES = 4  # of a unit, as a rule
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
        self._entries: OrderedDict[tuple[str, int], Entry] = OrderedDict()
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
        """Units that the question wants, the likeliest first, cut to the limit."""
        tables = self.tables()
        found: list[Place] = []
        if question.both:
            found = tables.found(question, question.both, limit * MOST_LANGUAGES)
        if len({unit for _, unit in found}) < ENOUGH and question.keys:
            found += tables.found(question, [question.keys], limit * MOST_LANGUAGES)
        return Candidates(self._units(tables, found, limit))

    def beginnings(self, words: Sequence[Sequence[str]], limit: int, languages: Sequence[str] = ()) -> Candidates:
        """Units whose title or names hold words that begin so, likeliest first."""
        tables = self.tables()
        found = found_beginning(tables, words, limit * MOST_LANGUAGES)
        return Candidates(self._units(tables, found, limit, languages))

    def of_groups(self, groups: Sequence[str], languages: Sequence[str] = ()) -> Candidates:
        """Units of these groups, in their order; pages of PDFs left out."""
        tables = self.tables()
        rows = dict(all_in(tables, "SELECT unit, row FROM search_entry WHERE unit IN (…)", groups))
        found = [(rows[group], group) for group in groups if group in rows]
        return Candidates(self._units(tables, found, len(found), languages))

    def groups_with(self, keys: Sequence[str]) -> list[str]:
        """Groups of all documents that hold one of the keys."""
        return self.tables().groups(keys) if keys else []

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
        return [each for (each,) in self.tables().all("SELECT id FROM search_entry ORDER BY id")]

    def last_change(self) -> int:
        """Number of the last write."""
        return _state(self.tables(), "changes")

    def changed_since(self, change: int) -> list[str]:
        """Groups written or deleted after this write, for a rebuild that ran meanwhile."""
        rows = self.tables().all("SELECT grp FROM search_change WHERE seq > ? ORDER BY grp", (change,))
        return [group for (group,) in rows]

    def _units(
        self, tables: Tables, found: Sequence[Place], limit: int, languages: Sequence[str] = ()
    ) -> dict[str, tuple[Entry, ...]]:
        """Entries of the first units: all, or those that were found and the one in the first of these languages."""
        units: dict[str, set[int]] = {unit: set() for unit in list(dict.fromkeys(unit for _, unit in found))[:limit]}
        for row, unit in found:
            if unit in units:
                units[unit].add(row)
        order = {language: place for place, language in enumerate(languages)}
        shown: dict[str, tuple[int, int]] = {}
        statement = "SELECT row, unit, language FROM search_entry WHERE unit IN (…)"
        for row, unit, language in all_in(tables, statement, list(units)):
            if not languages:
                units[unit].add(row)
            here = (order.get(language, len(order)), row)
            shown[unit] = min(here, shown.get(unit, here))
        wanted = {unit: sorted(rows | {shown[unit][1]}) for unit, rows in units.items() if unit in shown}
        entries = self._read(tables, [row for rows in wanted.values() for row in rows])
        return {unit: tuple(entries[row] for row in rows) for unit, rows in wanted.items()}

    def _read(self, tables: Tables, rows: Sequence[int]) -> dict[int, Entry]:
        """Entries by row; those that were read lately come from memory."""
        with self._lock:
            kept = {row: self._entries.get((tables.generation, row)) for row in rows}
        found = {row: entry for row, entry in kept.items() if entry is not None}
        missing = [row for row in kept if row not in found]
        for row, data in all_in(tables, "SELECT row, data FROM search_entry WHERE row IN (…)", missing):
            found[row] = schema.from_json(data)
        with self._lock:
            for row, entry in found.items():
                self._entries[tables.generation, row] = entry
                self._entries.move_to_end((tables.generation, row))
            while len(self._entries) > MOST_ENTRIES_KEPT:
                self._entries.popitem(last=False)
        return found

    # Writing

    def write(self, documents: Iterable[SearchDocument]) -> int:
        """Replace the groups of these documents; gives how many documents were written."""
        lexicon = self.lexicon()
        by_group: dict[str, list[Entry]] = defaultdict(list)
        for document in documents:
            by_group[document.group].append(build_entry(document, lexicon))
        entries = [entry for found in by_group.values() for entry in found]
        self._replace(list(by_group), entries)
        return len(entries)

    def delete(self, groups: Iterable[str]) -> int:
        """Forget these groups; gives how many documents went."""
        return self._replace(list(groups), [])

    def _replace(self, groups: Sequence[str], entries: Sequence[Entry]) -> int:
        """Put these entries in the place of the groups; gives how many were there before."""
        with self.writing() as tables:
            removed = _remove(tables, groups)
            _add(tables, entries)
            count(tables, entries, removed)
            changes = _state(tables, "changes") + 1
            tables.many("UPDATE search_state SET value = ? WHERE name = 'changes'", [(changes,)])
            tables.many(_CHANGED, [(group, changes) for group in groups])
        return len(removed)


def _state(tables: Tables, name: str) -> int:
    return int(tables.all("SELECT value FROM search_state WHERE name = ?", (name,))[0][0])


def _named(document: SearchDocument) -> tuple[str, str, str, str]:
    return document.id, document.group, document.unit, document.language


def _add(tables: Tables, entries: Sequence[Entry]) -> None:
    first = _state(tables, "rows") + 1  # never given out twice: entries are remembered by it
    rows = list(enumerate(entries, start=first))
    tables.many(
        "INSERT INTO search_entry (row, id, grp, unit, language, data) VALUES (?, ?, ?, ?, ?, ?)",
        [(row, *_named(entry.document), schema.to_json(entry)) for row, entry in rows],
    )
    tables.many("UPDATE search_state SET value = value + ? WHERE name = 'rows'", [(len(entries),)])
    tables.index(rows)
    remember_beginnings(tables, rows)
    remember_places(tables, [entry.document for entry in entries])


def _remove(tables: Tables, groups: Sequence[str]) -> list[Entry]:
    found = all_in(tables, "SELECT row, data FROM search_entry WHERE grp IN (…)", groups)
    rows = [(row, schema.from_json(data)) for row, data in found]
    tables.unindex(rows)
    tables.many("DELETE FROM search_entry WHERE row = ?", [(row,) for row, _ in rows])
    forget_beginnings(tables, [row for row, _ in rows])
    return [entry for _, entry in rows]
