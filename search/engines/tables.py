"""What an engine asks of the database that holds its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from search.fields import Entry

LAST = "\U0010ffff"  # sorts behind every letter
MOST_VALUES = 400  # in one query
Units = Mapping[str, Sequence[Entry]]  # what readers find once, in all its languages


class Tables(Protocol):
    """A connection to the tables of one generation; statements mark values by `?`."""

    generation: str

    def all(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]: ...

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None: ...


def all_in(tables: Tables, statement: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows of a statement that says `IN (…)`, asked in portions."""
    for start in range(0, len(values), MOST_VALUES):
        part = values[start : start + MOST_VALUES]
        yield from tables.all(statement.replace("…", ",".join("?" * len(part))), part)
