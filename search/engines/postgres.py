"""The engine in the site's PostgreSQL: the tables of the embedded engine, in schemas of their own.

Every generation of the index is a schema, and the table `current` names the one in use. Keys and their lists are
made here, so no text search configuration of the database is ever asked, its Greek one least of all. Connections are
the engine's own, one a thread: a reader's page holds no transaction of the site, and a rebuild locks no editor
(decision 0041).
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import errors
from psycopg.conninfo import make_conninfo

from search.lexicon.compiled import Lexicon, shipped

from . import schema
from .base import IndexAway, IndexMissing
from .stored import StoredEngine

NAME = "hub_search"
# How a connection of the site is secured and found; what else stands in its options is Django's business.
_OPTIONS = ("connect_timeout", "service", "passfile", "sslmode", "sslrootcert", "sslcert", "sslkey")


class PostgresTables:
    """A connection that sees the tables of one generation."""

    def __init__(self, connection: psycopg.Connection[tuple[Any, ...]], generation: str) -> None:
        self.connection = connection
        self.generation = generation
        self.all(f'SET search_path TO "{generation}"')

    def all(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with _told():
            cursor = self.connection.execute(_marked(statement), values)
            return cursor.fetchall() if cursor.description else []

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        with _told(), self.connection.cursor() as cursor:
            cursor.executemany(_marked(statement), rows)


class PostgresEngine(StoredEngine):
    """The schemas of one name in a database; its user must be allowed to make schemas there."""

    name = "postgresql"

    def __init__(self, address: str, name: str = NAME, lexicon: Callable[[], Lexicon] = shipped) -> None:
        super().__init__(lexicon)
        self.address = address
        self.prefix = name
        self._local = threading.local()

    def tables(self) -> PostgresTables:
        """This thread's connection, on the generation in use."""
        generation = self.generation()
        if not generation:
            raise IndexMissing("There is no search index yet. Run: manage.py search_rebuild")
        kept: PostgresTables | None = getattr(self._local, "tables", None)
        if kept is None or kept.generation != generation or kept.connection is not self._connection():
            kept = self._local.tables = PostgresTables(self._connection(), generation)
        return kept

    @contextlib.contextmanager
    def writing(self) -> Iterator[PostgresTables]:
        """A transaction of the only writer; others wait for its end."""
        if not self.generation():
            self.switch(self.begin())
        tables = self.tables()
        with _told(), tables.connection.transaction():
            tables.all("LOCK TABLE search_state IN EXCLUSIVE MODE")
            yield tables

    def begin(self) -> PostgresEngine:
        """An empty index beside the one in use; `switch` puts it into use."""
        with self._alone() as connection:
            numbers = [int(name.rsplit("_", 1)[1]) for name in self._generations(connection)]
            beside = _Generation(self.address, f"{self._beginning}{max(numbers, default=0) + 1}", self.lexicon)
            connection.execute(f'CREATE SCHEMA "{beside.generation()}"')
        beside.create()
        return beside

    def switch(self, beside: PostgresEngine) -> None:
        """Put a built index into use in one step; the one before stays for readers who are still in it."""
        generation, before = beside.generation(), self.generation()
        beside.tables().all("ANALYZE search_posting, search_entry, search_term, search_gram, search_prefix")
        with self._alone() as connection:
            connection.execute(f'CREATE SCHEMA IF NOT EXISTS "{self.prefix}"')
            connection.execute(f'CREATE TABLE IF NOT EXISTS "{self.prefix}".current (generation TEXT NOT NULL)')
            connection.execute(f'DELETE FROM "{self.prefix}".current')  # noqa: S608 -- our own name
            connection.execute(f'INSERT INTO "{self.prefix}".current VALUES (%s)', (generation,))  # noqa: S608 -- our own name
        with self._alone() as connection:
            for old in set(self._generations(connection)) - {generation, before}:
                connection.execute(f'DROP SCHEMA "{old}" CASCADE')

    def generation(self) -> str:
        """Schema of the index in use; empty when there is none that this code can read."""
        with _told(), contextlib.suppress(errors.UndefinedTable):
            rows = self._connection().execute(f'SELECT generation FROM "{self.prefix}".current').fetchall()  # noqa: S608 -- our own name
            return next((name for (name,) in rows if name.startswith(self._beginning)), "")
        return ""

    def forget(self) -> None:
        """Delete every index of this name."""
        with self._alone() as connection:
            for name in [*self._generations(connection), self.prefix]:
                connection.execute(f'DROP SCHEMA IF EXISTS "{name}" CASCADE')
        # The next index begins with the same name and the same number of changes.
        self._snapshot = None
        self._units.clear()
        self.close()

    def close(self) -> None:
        """Close this thread's connection."""
        connection: psycopg.Connection[Any] | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = self._local.tables = None

    @property
    def _beginning(self) -> str:
        return f"{self.prefix}_{schema.SCHEMA_VERSION}_"  # an index of another form is none

    def _connection(self) -> psycopg.Connection[tuple[Any, ...]]:
        kept: psycopg.Connection[tuple[Any, ...]] | None = getattr(self._local, "connection", None)
        if kept is None or kept.closed:
            with _told():
                kept = self._local.connection = psycopg.connect(self.address, autocommit=True)
        return kept

    def _generations(self, connection: psycopg.Connection[tuple[Any, ...]]) -> list[str]:
        rows = connection.execute("SELECT nspname FROM pg_namespace").fetchall()
        return [name for (name,) in rows if name.startswith(f"{self.prefix}_") and name.rsplit("_", 1)[1].isdigit()]

    @contextlib.contextmanager
    def _alone(self) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        """A transaction that changes generations; there is never a second one."""
        connection = self._connection()
        with _told(), connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (self.prefix,))
            yield connection


class _Generation(PostgresEngine):
    """One schema, whatever `current` says: what a rebuild writes to."""

    def generation(self) -> str:
        return self.prefix

    def create(self) -> None:
        tables = self.tables()
        form = schema.TABLES.format(text='TEXT COLLATE "C"', bytes="BYTEA", row="row BIGINT", compact="")
        tables.all(form)
        tables.many("INSERT INTO search_state (name, value) VALUES (?, 0)", [(name,) for name in schema.STATE])


def address_of(database: BaseDatabaseWrapper) -> str:
    """Where a connection of the site leads, for connections of our own."""
    given = database.settings_dict
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    options = {name: given["OPTIONS"][name] for name in _OPTIONS if name in given["OPTIONS"]}
    return make_conninfo(**{name: given[key] for name, key in named.items() if given[key]}, **options)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """What goes wrong over there is one thing to readers: the index is away."""
    try:
        yield
    except psycopg.Error as error:
        raise IndexAway(f"{type(error).__name__}: {str(error)[:120]}") from error


def _marked(statement: str) -> str:
    return statement.replace("?", "%s")
