"""Which things hold a key: lists of their rows by key and worth, and from them the likeliest things for a question.

A list is a value in a table of the database, in portions of rows, so that a change of one thing writes little. Rows
come as numbers of four bytes in the order of this machine; what is read is added up without looking at a thing.
"""

from __future__ import annotations

import heapq
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .base import Question
from .tables import Tables, all_in
from .worth import share

NAMED = 7  # tenths: it stands in the title or a name, or the thing is about it
PORTION = 13  # bits: rows of one list, at most
Place = tuple[str, int, int]  # key, worth in tenths, portion
Lists = Mapping[str, Sequence[tuple[int, "array[int]"]]]  # of each key, by worth in tenths
_READ = "SELECT key, tenth, portion, units FROM search_posting WHERE key IN (…)"
_WRITE = """
INSERT INTO search_posting (key, tenth, portion, units) VALUES (?, ?, ?, ?)
ON CONFLICT (key, tenth, portion) DO UPDATE SET units = excluded.units
"""
_DELETE = "DELETE FROM search_posting WHERE key = ? AND tenth = ? AND portion = ?"


def likeliest(tables: Tables, question: Question, limit: int) -> list[int]:
    """Rows of the things that get most; among equals that would be too many, the newer."""
    lists: dict[str, list[tuple[int, array[int]]]] = defaultdict(list)
    for key, tenth, _, units in all_in(tables, _READ, question.keys):
        lists[key].append((tenth, _numbers(units)))
    scores = _scores(question, lists, limit)
    if len(scores) <= limit:
        return list(scores)
    least = min(scores.values())
    surely = [row for row, score in scores.items() if score > least]
    equals = [row for row, score in scores.items() if score == least]
    return surely + _newest(tables, equals)[: limit - len(surely)]


def rows_with(tables: Tables, keys: Sequence[str]) -> set[int]:
    """Rows of all things that hold one of the keys."""
    return {row for *_, units in all_in(tables, _READ, keys) for row in _numbers(units)}


def add(tables: Tables, rows: Mapping[int, Mapping[str, int]]) -> None:
    """Remember things, each with its keys and their worth."""
    added = _by_place(rows)
    for place, units in _read(tables, added).items():
        added[place] = units + added[place]
    tables.many(_WRITE, [(*place, units.tobytes()) for place, units in sorted(added.items())])


def remove(tables: Tables, rows: Mapping[int, Mapping[str, int]]) -> None:
    """Forget things."""
    gone = _by_place(rows)
    left = {
        place: array("I", [row for row in units if row not in rows]) for place, units in _read(tables, gone).items()
    }
    tables.many(_WRITE, [(*place, units.tobytes()) for place, units in sorted(left.items()) if units])
    tables.many(_DELETE, [place for place, units in sorted(left.items()) if not units])


def _scores(question: Question, lists: Lists, limit: int) -> dict[int, int]:
    """What the best things get, `limit` of them and their equals: of every word its best key, and the sum of the words.

    Most things hold a word somewhere in their text. Those that are named so come first; of the lists of the others
    only those are added up by which a thing could still become one of the best.
    """
    words = [_shares(word, keys, lists) for word, keys in question.words]
    named = frozenset().union(*(rows for word in words for _, tenth, rows in word if tenth >= NAMED))
    scores = _sum([[(points, named.intersection(rows)) for points, _, rows in word] for word in words])
    least = _least(scores, limit)
    texts = [[(points, rows) for points, tenth, rows in word if tenth < NAMED] for word in words]
    most = [max((points for points, _ in word), default=0) for word in texts]
    hopeful = [
        [(points, rows) for points, rows in word if points + sum(most) - own >= least]
        for word, own in zip(texts, most, strict=True)
    ]
    scores = _sum(hopeful) | scores
    least = _least(scores, limit)
    return {row: score for row, score in scores.items() if score >= least}


def _least(scores: Mapping[int, int], limit: int) -> int:
    """What the last of the best gets."""
    return heapq.nlargest(limit, scores.values())[-1] if len(scores) > limit else 0


def _shares(word: float, keys: Mapping[str, float], lists: Lists) -> list[tuple[int, int, array[int]]]:
    """What things get for a word, the least first, with how it stands there and the list of those that get it."""
    return sorted(
        (
            (share(word, weight, tenth), tenth, rows)
            for key, weight in keys.items()
            for tenth, rows in lists.get(key, ())
        ),
        key=lambda found: found[0],
    )


def _sum(words: Iterable[Iterable[tuple[int, Iterable[int]]]]) -> dict[int, int]:
    scores: dict[int, int] = {}
    for word in words:
        best: dict[int, int] = {}
        for points, rows in word:
            best.update(dict.fromkeys(rows, points))  # the larger comes later and stays
        before, both = scores, scores.keys() & best.keys()
        scores = scores | best
        for row in both:
            scores[row] += before[row]
    return scores


def _newest(tables: Tables, rows: Sequence[int]) -> list[int]:
    places = all_in(tables, "SELECT place, row FROM search_entry WHERE row IN (…)", rows)
    return [row for _, row in sorted(places)]


def _by_place(rows: Mapping[int, Mapping[str, int]]) -> dict[Place, array[int]]:
    found: dict[Place, array[int]] = defaultdict(lambda: array("I"))
    for row, keys in rows.items():
        for key, tenth in keys.items():
            found[key, tenth, row >> PORTION].append(row)
    return found


def _read(tables: Tables, places: Iterable[Place]) -> dict[Place, array[int]]:
    """The lists of these places that are there."""
    wanted = set(places)
    keys = sorted({key for key, _, _ in wanted})
    portions = {portion for _, _, portion in wanted}
    within = f"{_READ} AND portion BETWEEN {min(portions, default=0)} AND {max(portions, default=0)}"
    found = {(key, tenth, portion): units for key, tenth, portion, units in all_in(tables, within, keys)}
    return {place: _numbers(units) for place, units in found.items() if place in wanted}


def _numbers(units: bytes) -> array[int]:
    rows = array("I")
    rows.frombytes(units)
    return rows
