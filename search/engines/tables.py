"""What an engine asks of the database that holds its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from search.fields import Entry

from .base import Question

LAST = "\U0010ffff"  # sorts behind every letter
MOST_VALUES = 400  # in one query
Place = tuple[int, str]  # row and unit of a document
Rows = Sequence[tuple[int, Entry]]


class Tables(Protocol):
    """A connection to the tables of one generation; statements mark values by `?`."""

    generation: str

    def all(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]: ...

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None: ...

    def found(self, question: Question, groups: Sequence[Sequence[str]], limit: int) -> list[Place]:
        """Documents that hold a key of each group, the likeliest first."""
        ...

    def groups(self, keys: Sequence[str]) -> list[str]:
        """Groups of the documents that hold one of the keys, in order."""
        ...

    def index(self, rows: Rows) -> None:
        """Make documents findable by their keys."""
        ...

    def unindex(self, rows: Rows) -> None: ...


def all_in(tables: Tables, statement: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows of a statement that says `IN (…)`, asked in portions."""
    for start in range(0, len(values), MOST_VALUES):
        part = values[start : start + MOST_VALUES]
        yield from tables.all(statement.replace("…", ",".join("?" * len(part))), part)
