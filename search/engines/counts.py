"""Frequencies, pairs of letters, lengths and places that an index keeps beside its entries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from itertools import chain

from search.analysis.grams import grams
from search.analysis.keys import text_keys, written_keys
from search.documents import SearchDocument
from search.fields import FIELDS, Entry

from .base import Snapshot, Statistics
from .tables import Tables, Units, all_in
from .worth import all_keys

_COUNT = """
INSERT INTO search_term (key, frequency, surface) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET frequency = search_term.frequency + excluded.frequency
"""


def count(tables: Tables, added: Units, removed: Units) -> None:
    """What units that come and go change; a key counts once a unit, in whatever languages it stands there."""
    _count_sizes(tables, added, removed)
    changes = _frequencies(added)
    changes.subtract(_frequencies(removed))
    changed = {key: number for key, number in changes.items() if number}
    rows = all_in(tables, "SELECT key FROM search_term WHERE key IN (…)", sorted(changed))
    new = changed.keys() - {key for (key,) in rows}
    surfaces = _surfaces(chain.from_iterable(added.values()), new)
    tables.many(_COUNT, [(key, number, surfaces.get(key, "")) for key, number in sorted(changed.items())])
    tables.many("INSERT INTO search_gram (gram, size, key) VALUES (?, ?, ?)", _grams(new))
    gone = tables.all("DELETE FROM search_term WHERE frequency <= 0 RETURNING key")
    tables.many("DELETE FROM search_gram WHERE gram = ? AND size = ? AND key = ?", _grams(key for (key,) in gone))


def _count_sizes(tables: Tables, added: Units, removed: Units) -> None:
    changes: Counter[str] = Counter()
    for sign, units in ((1, added), (-1, removed)):
        changes["units"] += sign * len(units)
        for entry in chain.from_iterable(units.values()):
            changes["documents"] += sign
            for field, words in zip(FIELDS, entry.lengths, strict=True):
                changes[field] += sign * words
    tables.many("UPDATE search_state SET value = value + ? WHERE name = ?", [(n, name) for name, n in changes.items()])


def _frequencies(units: Units) -> Counter[str]:
    counted: Counter[str] = Counter()
    for entries in units.values():
        counted.update(set().union(*map(all_keys, entries)))
    return counted


def _grams(keys: Iterable[str]) -> list[tuple[str, int, str]]:
    return [(gram, len(key), key) for key in sorted(keys) if key[0] not in "zd" for gram in sorted(grams(key))]


def _surfaces(entries: Iterable[Entry], wanted: Set[str]) -> dict[str, str]:
    """A way to write each of these keys: as it stands in the first document that holds it."""
    surfaces: dict[str, str] = {}
    missing = set(wanted)
    for entry in entries:
        here = missing.intersection(entry.keys.keys.split())
        for key, written in _written(entry.document) if here else ():
            if key in here:
                surfaces.setdefault(key, written)
        missing -= here
    return surfaces


def _written(document: SearchDocument) -> Iterator[tuple[str, str]]:
    """Keys of all its words, each with the word as it stands there."""
    for text in (document.title, *document.names, document.summary, document.body):
        for written, found in written_keys(text, document.language):
            yield found.stem, written
            yield found.sound, written


def remember_places(tables: Tables, documents: Iterable[SearchDocument]) -> None:
    """Names of neighbourhoods, as they sound, of what stands in one community."""
    found = set()
    for document in documents:
        for name in document.place_names if len(document.place) == 1 else ():
            sounds = " ".join(keys.sound for keys in text_keys(name, document.language))
            found.add((sounds, document.place[0]))
    rows = sorted(pair for pair in found if pair[0])
    tables.many("INSERT INTO search_place (name, code) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)


def read_snapshot(tables: Tables, version: str) -> Snapshot:
    """Sizes and places as they stand in the tables."""
    state = dict(tables.all("SELECT name, value FROM search_state"))
    averages = {field: state[field] / max(state["documents"], 1) for field in FIELDS}
    places: dict[str, set[str]] = defaultdict(set)
    for name, code in tables.all("SELECT name, code FROM search_place ORDER BY name, code"):
        places[name].add(code)
    return Snapshot(
        version,
        Statistics(state["units"], averages),
        {name: frozenset(codes) for name, codes in places.items()},
    )
