"""The engine inside: SQLite's FTS5 in a file of its own, so that a rebuild never locks editors.

It needs a folder that the process may write to and a SQLite with FTS5; nothing else runs. The folder holds
one file per generation of the index and `current`, which names the one in use. The database of the site may
be of any kind: everything here can be built again from it (`manage.py search_rebuild`).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from search.documents import SearchDocument
from search.fields import FIELDS, Entry, build_entry
from search.lexicon.compiled import Lexicon, shipped

from . import schema
from .base import MOST_CANDIDATES, Candidates, Snapshot, State
from .counts import count_lengths, count_terms, read_snapshot, remember_places
from .prefixes import forget_beginnings, remember_beginnings, units_beginning

MOST_ENTRIES_KEPT = 3_000
_PREFIX = f"entries{schema.SCHEMA_VERSION}-"  # an index of another form is none
# Weights in the order of the columns: title, names, summary, body, concepts.
_FETCH = """
SELECT entry.unit FROM (
    SELECT rowid, bm25(search_fts, 5.0, 4.5, 2.2, 1.0, 3.0) AS score FROM search_fts
    WHERE search_fts MATCH ? ORDER BY score, rowid LIMIT ?
) AS hit JOIN search_entry AS entry ON entry.row = hit.rowid ORDER BY hit.score, hit.rowid
"""
_GROUPS = """
SELECT DISTINCT entry.grp FROM search_fts JOIN search_entry AS entry ON entry.row = search_fts.rowid
WHERE search_fts MATCH ? ORDER BY entry.grp
"""
_INSERT_KEYS = """
INSERT INTO search_fts (rowid, title, names, summary, body, concepts) VALUES (?, ?, ?, ?, ?, ?)
"""
_DELETE_KEYS = """
INSERT INTO search_fts (search_fts, rowid, title, names, summary, body, concepts)
VALUES ('delete', ?, ?, ?, ?, ?, ?)
"""


class IndexMissing(Exception):
    """There is no index yet; `manage.py search_rebuild` makes one."""


class EmbeddedEngine:
    """One index folder. Connections are per thread; a switch of `current` is noticed at the next call."""

    def __init__(self, folder: Path, lexicon: Callable[[], Lexicon] = shipped) -> None:
        self.folder = folder
        self.lexicon = lexicon
        self._local = threading.local()
        self._lock = threading.Lock()
        self._entries: OrderedDict[tuple[str, int], Entry] = OrderedDict()
        self._snapshot: Snapshot | None = None

    # Reading

    def candidates(self, keys: Sequence[str], limit: int = MOST_CANDIDATES) -> Candidates:
        """Units with at least one of the keys, the likeliest by BM25 first cut to the limit."""
        if not keys:
            return Candidates({})
        question = " OR ".join(f'"{key}"' for key in keys)
        connection = self._connection()
        rows = connection.execute(_FETCH, (question, limit * 4))
        units = list(dict.fromkeys(unit for (unit,) in rows))[:limit]
        return Candidates(self._units(connection, units))

    def beginnings(self, words: Sequence[Sequence[str]], limit: int = MOST_CANDIDATES) -> Candidates:
        """Units whose title or names hold words that begin so, likeliest first."""
        connection = self._connection()
        return Candidates(self._units(connection, units_beginning(connection, words, limit)))

    def of_groups(self, groups: Sequence[str]) -> Candidates:
        """Units of these groups, in their order; pages of PDFs left out."""
        connection = self._connection()
        return Candidates(self._units(connection, list(groups)))

    def groups_with(self, keys: Sequence[str]) -> list[str]:
        """Groups of all documents that hold one of the keys."""
        if not keys:
            return []
        question = " OR ".join(f'"{key}"' for key in keys)
        rows = self._connection().execute(_GROUPS, (question,))
        return [group for (group,) in rows]

    def snapshot(self) -> Snapshot:
        """Vocabulary of the index, read again only after a change."""
        connection = self._connection()
        changes = connection.execute("SELECT value FROM search_state WHERE name = 'changes'").fetchone()[0]
        version = f"{self._local.generation}.{changes}"
        kept = self._snapshot
        if kept is None or kept.version != version:
            kept = self._snapshot = read_snapshot(connection, version)
        return kept

    def state(self) -> State:
        """Whether readers get answers, and over how many things."""
        try:
            units = self.snapshot().statistics.units
        except (IndexMissing, sqlite3.Error, OSError) as error:
            return State(ready=False, units=0, note=str(error))
        return State(ready=True, units=units)

    # Writing

    def write(self, documents: Iterable[SearchDocument]) -> int:
        """Replace the groups of these documents; gives how many documents were written."""
        by_group: dict[str, list[Entry]] = defaultdict(list)
        lexicon = self.lexicon()
        for document in documents:
            by_group[document.group].append(build_entry(document, lexicon))
        with self._writing() as connection:
            for group, entries in by_group.items():
                self._remove(connection, group)
                self._add(connection, entries)
        return sum(map(len, by_group.values()))

    def delete(self, groups: Iterable[str]) -> int:
        """Forget these groups; gives how many documents went."""
        with self._writing() as connection:
            return sum(self._remove(connection, group) for group in groups)

    def ids(self) -> list[str]:
        """Ids of all documents."""
        return [each for (each,) in self._connection().execute("SELECT id FROM search_entry ORDER BY id")]

    def last_change(self) -> int:
        row = self._connection().execute("SELECT coalesce(max(seq), 0) FROM search_change").fetchone()
        return int(row[0])

    def changed_since(self, change: int) -> list[str]:
        """Groups written or deleted after this change, for a rebuild that ran meanwhile."""
        rows = self._connection().execute(
            "SELECT DISTINCT grp FROM search_change WHERE seq > ? ORDER BY grp", (change,)
        )
        return [group for (group,) in rows]

    # Generations

    def begin(self) -> EmbeddedEngine:
        """An empty index beside the one in use; `switch` puts it into use."""
        self.folder.mkdir(parents=True, exist_ok=True)
        numbers = [int(path.stem.split("-")[1]) for path in self.folder.glob(f"{_PREFIX}*.sqlite3")]
        generation = f"{_PREFIX}{max(numbers, default=0) + 1}.sqlite3"
        beside = _Generation(self.folder, generation, self.lexicon)
        beside.create()
        return beside

    def switch(self, beside: EmbeddedEngine) -> None:
        """Put a built index into use in one step; the one before stays for readers who still have it open."""
        generation = beside.generation()
        before = self.generation()
        pointer = self.folder / "current.new"
        pointer.write_text(generation, encoding="utf-8")
        os.replace(pointer, self.folder / "current")
        for path in self.folder.glob("entries*.sqlite3*"):
            if not path.name.startswith((generation, before or generation)):
                path.unlink(missing_ok=True)

    def generation(self) -> str:
        """File name of the index in use; empty when there is none that this code can read."""
        with contextlib.suppress(FileNotFoundError):
            name = (self.folder / "current").read_text(encoding="utf-8").strip()
            return name if name.startswith(_PREFIX) else ""
        return ""

    def ensure(self) -> None:
        """An empty index, when there is none yet."""
        if not self.generation():
            self.switch(self.begin())

    def close(self) -> None:
        """Close this thread's connection."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None

    def _connection(self) -> sqlite3.Connection:
        generation = self.generation()
        if not generation:
            raise IndexMissing("There is no search index yet. Run: manage.py search_rebuild")
        if getattr(self._local, "generation", None) != generation or self._local.connection is None:
            self.close()
            connection = sqlite3.connect(self.folder / generation, timeout=10, isolation_level=None)
            connection.execute("PRAGMA synchronous = NORMAL")
            self._local.connection = connection
            self._local.generation = generation
        return self._local.connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self.ensure()
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("UPDATE search_state SET value = value + 1 WHERE name = 'changes'")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def _units(self, connection: sqlite3.Connection, units: Sequence[str]) -> dict[str, tuple[Entry, ...]]:
        marks = ",".join("?" * len(units))
        rows = connection.execute(
            f"SELECT row, unit FROM search_entry WHERE unit IN ({marks}) ORDER BY row",  # noqa: S608 -- only marks
            units,
        ).fetchall()
        generation = self._local.generation
        with self._lock:
            missing = [row for row, _ in rows if (generation, row) not in self._entries]
        read = {}
        for start in range(0, len(missing), 400):
            part = missing[start : start + 400]
            marks = ",".join("?" * len(part))
            found = connection.execute(
                f"SELECT row, data FROM search_entry WHERE row IN ({marks})",  # noqa: S608 -- only marks
                part,
            )
            read.update({row: schema.from_json(data) for row, data in found})
        result: dict[str, list[Entry]] = {unit: [] for unit in units}
        with self._lock:
            for row, unit in rows:
                entry = read.get(row) or self._entries.get((generation, row))
                if entry is not None:
                    result[unit].append(entry)
                    self._entries[generation, row] = entry
                    self._entries.move_to_end((generation, row))
            while len(self._entries) > MOST_ENTRIES_KEPT:
                self._entries.popitem(last=False)
        return {unit: tuple(entries) for unit, entries in result.items() if entries}

    def _add(self, connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
        for entry in entries:
            document = entry.document
            row = connection.execute(
                "INSERT INTO search_entry (id, grp, unit, data) VALUES (?, ?, ?, ?)",
                (document.id, document.group, document.unit, schema.to_json(entry)),
            ).lastrowid
            connection.execute(
                _INSERT_KEYS,
                (row, *schema.fts_row(entry)),
            )
            count_lengths(connection, entry, sign=1)
            remember_places(connection, document)
            remember_beginnings(connection, row or 0, entry)
        count_terms(connection, entries, sign=1)
        if entries:
            connection.execute("INSERT INTO search_change (grp) VALUES (?)", (entries[0].document.group,))

    def _remove(self, connection: sqlite3.Connection, group: str) -> int:
        rows = connection.execute("SELECT row, data FROM search_entry WHERE grp = ?", (group,)).fetchall()
        entries = [schema.from_json(data) for _, data in rows]
        for (row, _), entry in zip(rows, entries, strict=True):
            connection.execute(
                _DELETE_KEYS,
                (row, *schema.fts_row(entry)),
            )
            connection.execute("DELETE FROM search_entry WHERE row = ?", (row,))
            forget_beginnings(connection, row)
            count_lengths(connection, entry, sign=-1)
        count_terms(connection, entries, sign=-1)
        if entries:
            connection.execute("INSERT INTO search_change (grp) VALUES (?)", (group,))
        return len(entries)


class _Generation(EmbeddedEngine):
    """One index file, whatever `current` says: what a rebuild writes to."""

    def __init__(self, folder: Path, name: str, lexicon: Callable[[], Lexicon]) -> None:
        super().__init__(folder, lexicon)
        self._name = name

    def generation(self) -> str:
        return self._name

    def create(self) -> None:
        connection = self._connection()
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(schema.TABLES)
        connection.executemany(
            "INSERT INTO search_state (name, value) VALUES (?, 0)",
            [(name,) for name in ("changes", "documents", *FIELDS)],
        )
