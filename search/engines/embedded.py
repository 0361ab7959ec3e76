"""The engine inside: tables of SQLite in a file of its own, so that a rebuild never locks editors.

It needs a folder that the process may write to; nothing else runs. The folder holds
one file per generation of the index and `current`, a link to the one in use. The database of the site may
be of any kind: everything here can be built again from it (`manage.py search_rebuild`).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from search.lexicon.compiled import Lexicon, shipped

from . import schema
from .base import IndexMissing
from .stored import StoredEngine

_PREFIX = f"entries{schema.SCHEMA_VERSION}-"  # an index of another form is none


class SqliteTables:
    """A connection to one file."""

    def __init__(self, file: Path) -> None:
        self.generation = file.name
        # Most statements have as many marks as there are values, so few come twice; kept ones take up to 40 kB each.
        self.connection = sqlite3.connect(file, timeout=10, isolation_level=None, cached_statements=16)
        self.connection.execute("PRAGMA synchronous = NORMAL")

    def all(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self.connection.execute(statement, values).fetchall()

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        self.connection.executemany(statement, rows)


class EmbeddedEngine(StoredEngine):
    """One index folder. Connections are per thread; a switch of `current` is noticed at the next call."""

    name = "embedded"

    def __init__(self, folder: Path, lexicon: Callable[[], Lexicon] = shipped) -> None:
        super().__init__(lexicon)
        self.folder = folder
        self._current = str(folder / "current")
        self._local = threading.local()

    def tables(self) -> SqliteTables:
        """This thread's connection to the file in use."""
        generation = self.generation()
        if not generation:
            raise IndexMissing("There is no search index yet. Run: manage.py search_rebuild")
        kept: SqliteTables | None = getattr(self._local, "tables", None)
        if kept is None or kept.generation != generation:
            self.close()
            kept = self._local.tables = SqliteTables(self.folder / generation)
        return kept

    @contextlib.contextmanager
    def writing(self) -> Iterator[SqliteTables]:
        """A transaction of the only writer; others wait up to ten seconds."""
        if not self.generation():
            self.switch(self.begin())
        tables = self.tables()
        tables.connection.execute("BEGIN IMMEDIATE")
        try:
            yield tables
        except BaseException:
            tables.connection.execute("ROLLBACK")
            raise
        tables.connection.execute("COMMIT")

    def begin(self) -> EmbeddedEngine:
        """An empty index beside the one in use; `switch` puts it into use."""
        self.folder.mkdir(parents=True, exist_ok=True)
        numbers = [int(path.stem.split("-")[1]) for path in self.folder.glob(f"{_PREFIX}*.sqlite3")]
        beside = _Generation(self.folder, f"{_PREFIX}{max(numbers, default=0) + 1}.sqlite3", self.lexicon)
        beside.create()
        return beside

    def switch(self, beside: EmbeddedEngine) -> None:
        """Put a built index into use in one step; the one before stays for readers who still have it open."""
        generation = beside.generation()
        before = self.generation()
        link = self.folder / "current.new"
        link.unlink(missing_ok=True)
        link.symlink_to(generation)
        os.replace(link, self._current)
        for path in self.folder.glob("entries*.sqlite3*"):
            if not path.name.startswith((generation, before or generation)):
                path.unlink(missing_ok=True)

    def generation(self) -> str:
        """File name of the index in use; empty when there is none that this code can read."""
        try:
            name = os.readlink(self._current)  # a query asks some times: one call of the system each
        except OSError:
            return ""
        return name if name.startswith(_PREFIX) else ""

    def close(self) -> None:
        """Close this thread's connection."""
        tables: SqliteTables | None = getattr(self._local, "tables", None)
        if tables is not None:
            tables.connection.close()
            self._local.tables = None


class _Generation(EmbeddedEngine):
    """One index file, whatever `current` says: what a rebuild writes to."""

    def __init__(self, folder: Path, name: str, lexicon: Callable[[], Lexicon]) -> None:
        super().__init__(folder, lexicon)
        self._name = name

    def generation(self) -> str:
        return self._name

    def create(self) -> None:
        tables = self.tables()
        tables.connection.execute("PRAGMA journal_mode = WAL")
        form = schema.TABLES.format(text="TEXT", bytes="BLOB", row="row INTEGER", compact=" WITHOUT ROWID")
        tables.connection.executescript(form)
        tables.many("INSERT INTO search_state (name, value) VALUES (?, 0)", [(name,) for name in schema.STATE])
