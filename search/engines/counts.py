"""Frequencies, lengths and places that the embedded engine keeps beside its entries."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from search.analysis.keys import text_keys, written_keys
from search.documents import SearchDocument
from search.fields import FIELDS, Entry

from .base import Snapshot, Statistics, Term
from .schema import all_keys


def count_lengths(connection: sqlite3.Connection, entry: Entry, *, sign: int) -> None:
    changes = [(sign * words, field) for field, words in zip(FIELDS, entry.lengths, strict=True)] + [
        (sign, "documents")
    ]
    connection.executemany("UPDATE search_state SET value = value + ? WHERE name = ?", changes)


def count_terms(connection: sqlite3.Connection, entries: Sequence[Entry], *, sign: int) -> None:
    """Each key counts once a unit, in whatever languages it stands there."""
    units: dict[str, set[str]] = defaultdict(set)
    surfaces: dict[str, str] = {}
    for entry in entries:
        units[entry.document.unit] |= all_keys(entry)
        if sign > 0:
            _collect_surfaces(entry, surfaces)
    counted: dict[str, int] = defaultdict(int)
    for keys in units.values():
        for key in keys:
            counted[key] += sign
    connection.executemany(
        "INSERT INTO search_term (key, frequency, surface) VALUES (?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET frequency = frequency + excluded.frequency",
        [(key, number, surfaces.get(key, "")) for key, number in sorted(counted.items())],
    )
    if sign < 0:
        connection.execute("DELETE FROM search_term WHERE frequency <= 0")


def _collect_surfaces(entry: Entry, surfaces: dict[str, str]) -> None:
    document = entry.document
    for text in (document.title, *document.names, document.summary, document.body):
        for written, found in written_keys(text, document.language):
            surfaces.setdefault(found.stem, written)
            surfaces.setdefault(found.sound, written)


def remember_places(connection: sqlite3.Connection, document: SearchDocument) -> None:
    if len(document.place) != 1:
        return
    names = {" ".join(found.sound for found in text_keys(name, document.language)) for name in document.place_names}
    pairs = [(name, code) for name in sorted(names) if name for code in document.place]
    connection.executemany("INSERT OR IGNORE INTO search_place (name, code) VALUES (?, ?)", pairs)


def read_snapshot(connection: sqlite3.Connection, version: str) -> Snapshot:
    """Vocabulary, sizes and places as they stand in the tables."""
    terms = {
        key: Term(frequency, surface) for key, frequency, surface in connection.execute("SELECT * FROM search_term")
    }
    state = dict(connection.execute("SELECT name, value FROM search_state"))
    units = connection.execute("SELECT count(DISTINCT unit) FROM search_entry").fetchone()[0]
    averages = {field: state[field] / max(state["documents"], 1) for field in FIELDS}
    places: dict[str, set[str]] = defaultdict(set)
    for name, code in connection.execute("SELECT name, code FROM search_place"):
        places[name].add(code)
    return Snapshot(
        version,
        terms,
        Statistics(units, averages),
        {name: frozenset(codes) for name, codes in places.items()},
    )
