"""Which things hold a key: lists of their rows by key and worth, and from them the likeliest things for a question.

A list is a value in a table of the database, in portions of rows, so that a change of one thing writes little. Rows
come as numbers of four bytes; what is read is added up without looking at a thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from .base import Question
from .tables import Tables, all_in
from .worth import share

PORTION = 13  # bits: rows of one list, at most
ROW = np.dtype("<u4")
Rows = NDArray[np.uint32]
Place = tuple[str, int, int]  # key, worth in tenths, portion
Lists = Mapping[str, Sequence[tuple[int, Rows]]]  # of each key, by worth in tenths
_READ = "SELECT key, tenth, portion, units FROM search_posting WHERE key IN (…)"
_WRITE = """
INSERT INTO search_posting (key, tenth, portion, units) VALUES (?, ?, ?, ?)
ON CONFLICT (key, tenth, portion) DO UPDATE SET units = excluded.units
"""
_DELETE = "DELETE FROM search_posting WHERE key = ? AND tenth = ? AND portion = ?"


def likeliest(tables: Tables, question: Question, limit: int) -> list[int]:
    """Rows of the things that get most; among equals that would be too many, the newer."""
    lists: dict[str, list[tuple[int, Rows]]] = defaultdict(list)
    last = 0
    for key, tenth, portion, units in all_in(tables, _READ, question.keys):
        lists[key].append((tenth, _rows(units)))
        last = max(last, portion)
    scores = _scores(question, lists, (last + 1) << PORTION)
    found = np.flatnonzero(scores)
    if len(found) <= limit:
        return found.tolist()
    reached = scores[found]
    least = np.partition(reached, -limit)[-limit]
    surely = found[reached > least].tolist()
    return surely + _newest(tables, found[reached == least].tolist())[: limit - len(surely)]


def rows_with(tables: Tables, keys: Sequence[str]) -> set[int]:
    """Rows of all things that hold one of the keys."""
    return {row for *_, units in all_in(tables, _READ, keys) for row in _rows(units).tolist()}


def add(tables: Tables, rows: Mapping[int, Mapping[str, int]]) -> None:
    """Remember things, each with its keys and their worth."""
    added = _by_place(rows)
    before = _read(tables, added)
    written = [(*place, before.get(place, b"") + _written(new)) for place, new in sorted(added.items())]
    tables.many(_WRITE, written)


def remove(tables: Tables, rows: Mapping[int, Mapping[str, int]]) -> None:
    """Forget things."""
    gone = _by_place(rows)
    left = {place: _without(units, gone[place]) for place, units in _read(tables, gone).items()}
    tables.many(_WRITE, [(*place, units) for place, units in sorted(left.items()) if units])
    tables.many(_DELETE, [place for place, units in sorted(left.items()) if not units])


def _scores(question: Question, lists: Lists, size: int) -> NDArray[np.int32]:
    """What each row gets: of every word its best key, and the sum of the words."""
    scores = np.zeros(size, dtype=np.int32)
    for word, keys in question.words:
        best = np.zeros_like(scores)
        for points, rows in _shares(word, keys, lists):
            best[rows] = points  # the larger comes later and stays
        scores += best
    return scores


def _shares(word: float, keys: Mapping[str, float], lists: Lists) -> list[tuple[int, Rows]]:
    """What things get for a word, the least first, each with the list of those that get it."""
    found = [(share(word, weight, tenth), rows) for key, weight in keys.items() for tenth, rows in lists.get(key, ())]
    return sorted(found, key=itemgetter(0))


def _newest(tables: Tables, rows: Sequence[int]) -> list[int]:
    places = all_in(tables, "SELECT place, row FROM search_entry WHERE row IN (…)", rows)
    return [row for _, row in sorted(places)]


def _by_place(rows: Mapping[int, Mapping[str, int]]) -> dict[Place, list[int]]:
    found: dict[Place, list[int]] = defaultdict(list)
    for row, keys in rows.items():
        for key, tenth in keys.items():
            found[key, tenth, row >> PORTION].append(row)
    return found


def _read(tables: Tables, places: Iterable[Place]) -> dict[Place, bytes]:
    """The lists of these places that are there."""
    wanted = set(places)
    keys = sorted({key for key, _, _ in wanted})
    portions = {portion for _, _, portion in wanted}
    within = f"{_READ} AND portion BETWEEN {min(portions, default=0)} AND {max(portions, default=0)}"
    found = {(key, tenth, portion): units for key, tenth, portion, units in all_in(tables, within, keys)}
    return {place: bytes(units) for place, units in found.items() if place in wanted}


def _without(units: bytes, gone: Collection[int]) -> bytes:
    rows = _rows(units)
    return rows[~np.isin(rows, np.array(gone))].tobytes()


def _rows(units: bytes) -> Rows:
    return np.frombuffer(units, dtype=ROW)


def _written(rows: Sequence[int]) -> bytes:
    return np.array(rows, dtype=ROW).tobytes()
