"""Beginnings of the words of titles, for suggestions: a table of keys in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from search.beginnings import title_keys
from search.fields import Entry

from .tables import LAST, Tables

_FOUND = """
SELECT entry.row FROM (
    SELECT row, sum(weight) AS weight FROM ({}) AS word GROUP BY row HAVING count(*) = ?
    ORDER BY sum(weight) DESC, row LIMIT ?
) AS hit JOIN search_entry AS entry ON entry.row = hit.row ORDER BY hit.weight DESC, entry.unit
"""
_RANGE = "SELECT row, weight FROM search_prefix WHERE key >= ? AND key < ?"


def remember_beginnings(tables: Tables, rows: Mapping[int, Sequence[Entry]]) -> None:
    keys = [(key, row, weight) for row, entries in rows.items() for key, weight in _all_titles(entries).items()]
    tables.many("INSERT INTO search_prefix (key, row, weight) VALUES (?, ?, ?)", keys)


def _all_titles(entries: Iterable[Entry]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for entry in entries:
        for key, weight in title_keys(entry).items():
            weights[key] = max(weights.get(key, 0.0), weight)
    return weights


def forget_beginnings(tables: Tables, rows: Iterable[int]) -> None:
    tables.many("DELETE FROM search_prefix WHERE row = ?", [(row,) for row in rows])


def found_beginning(tables: Tables, words: Sequence[Sequence[str]], limit: int) -> list[int]:
    """Rows of the things in whose title or names a word begins with a key of each typed word, likeliest first."""
    parts: list[str] = []
    values: list[object] = []
    for keys in words:
        # A range each: of ranges joined by OR SQLite reads the whole table.
        either = " UNION ALL ".join(_RANGE for _ in keys)
        parts.append(f"SELECT row, max(weight) AS weight FROM ({either}) AS begun GROUP BY row")  # noqa: S608 -- only marks
        values += [bound for key in keys for bound in (key, key + LAST)]
    if not parts:
        return []
    found = tables.all(_FOUND.format(" UNION ALL ".join(parts)), (*values, len(parts), limit))
    return [row for (row,) in found]
