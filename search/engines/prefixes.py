"""Beginnings of the words of titles, for suggestions: a table of keys in their order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from search.beginnings import title_keys
from search.fields import Entry

_UNITS = """
SELECT entry.unit FROM (
    SELECT row, sum(weight) AS weight FROM ({}) GROUP BY row HAVING count(*) = ? ORDER BY weight DESC, row LIMIT ?
) AS hit JOIN search_entry AS entry ON entry.row = hit.row ORDER BY hit.weight DESC, entry.unit
"""
_LAST = "\U0010ffff"  # sorts behind every letter


def remember_beginnings(connection: sqlite3.Connection, row: int, entry: Entry) -> None:
    rows = [(key, row, weight) for key, weight in title_keys(entry).items()]
    connection.executemany("INSERT INTO search_prefix (key, row, weight) VALUES (?, ?, ?)", rows)


def forget_beginnings(connection: sqlite3.Connection, row: int) -> None:
    connection.execute("DELETE FROM search_prefix WHERE row = ?", (row,))


def units_beginning(connection: sqlite3.Connection, words: Sequence[Sequence[str]], limit: int) -> list[str]:
    """Units in whose title or names a word begins with one of the keys of each typed word, likeliest first."""
    parts, values = [], []
    for keys in words:
        either = " OR ".join("(key >= ? AND key < ?)" for _ in keys)
        parts.append(f"SELECT row, max(weight) AS weight FROM search_prefix WHERE {either} GROUP BY row")  # noqa: S608 -- only marks
        values += [bound for key in keys for bound in (key, key + _LAST)]
    if not parts:
        return []
    rows = connection.execute(_UNITS.format(" UNION ALL ".join(parts)), (*values, len(parts), limit * 3))
    return list(dict.fromkeys(unit for (unit,) in rows))[:limit]
