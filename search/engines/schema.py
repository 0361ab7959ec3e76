"""What the tables of an index hold: their columns, and entries as rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from search.documents import SearchDocument
from search.fields import FIELDS, Entry
from search.plan import kind_key

SCHEMA_VERSION = 5  # raise it with every change of what rows hold
# Keys are compared letter by letter, by their numbers: {text} says how a database is told so. {row} is a large number.
TABLES = """
CREATE TABLE search_entry ({row} PRIMARY KEY, id {text} NOT NULL UNIQUE,
    grp {text} NOT NULL, unit {text} NOT NULL, language {text} NOT NULL, data TEXT NOT NULL);
CREATE INDEX search_entry_grp ON search_entry (grp);
CREATE INDEX search_entry_unit ON search_entry (unit);
CREATE TABLE search_term (key {text} NOT NULL PRIMARY KEY, frequency INTEGER NOT NULL, surface TEXT NOT NULL){compact};
CREATE INDEX search_term_gone ON search_term (frequency) WHERE frequency <= 0;
CREATE TABLE search_gram (gram {text} NOT NULL, size INTEGER NOT NULL, key {text} NOT NULL,
    PRIMARY KEY (gram, size, key)){compact};
CREATE TABLE search_prefix (key {text} NOT NULL, {row} NOT NULL, weight REAL NOT NULL, PRIMARY KEY (key, row)){compact};
CREATE INDEX search_prefix_row ON search_prefix (row);
CREATE TABLE search_place (name {text} NOT NULL, code {text} NOT NULL, PRIMARY KEY (name, code)){compact};
CREATE TABLE search_state (name {text} NOT NULL PRIMARY KEY, value BIGINT NOT NULL){compact};
CREATE TABLE search_change (grp {text} NOT NULL PRIMARY KEY, seq BIGINT NOT NULL){compact};
"""
# Sizes and numbers that were given out; `changes` is raised by every write.
STATE = ("changes", "rows", "units", "documents", *FIELDS)
# A concept in passing is no reason to fetch a document.
FETCHED_CONCEPT = 0.2
_TUPLES = ("names", "place", "place_names", "needs", "groups", "channels", "languages")


def fetching_keys(entry: Entry) -> tuple[dict[str, int], ...]:
    """The keys that fetch, with how often they stand there: for each of FIELDS, and one more for concepts and kind."""
    columns: list[dict[str, int]] = [
        {key: times[place] for key, times in entry.keys.items() if times[place] and key[0] != "o"}
        for place in range(len(FIELDS))
    ]
    meant = [f"z{concept}" for concept in fetching_concepts(entry)]
    return (*columns, dict.fromkeys([*meant, kind_key(entry.document.type)], 1))


def fts_row(entry: Entry) -> tuple[str, ...]:
    """The same as texts; always the same for one entry, because FTS5 needs them to delete it."""
    return tuple(" ".join(" ".join([key] * times) for key, times in each.items()) for each in fetching_keys(entry))


def fetching_concepts(entry: Entry) -> list[str]:
    return [concept for concept, weight in entry.concepts.items() if weight >= FETCHED_CONCEPT]


def all_keys(entry: Entry) -> set[str]:
    """Keys that count in the vocabulary."""
    return {*entry.keys, *(f"z{concept}" for concept in fetching_concepts(entry))}


def to_json(entry: Entry) -> str:
    row = {
        "document": asdict(entry.document),
        "keys": _packed(entry.keys),
        "lengths": entry.lengths,
        "concepts": entry.concepts,
        "title": entry.title,
        "names": entry.names,
    }
    return json.dumps(row, ensure_ascii=False, default=_plain)


def _packed(keys: Mapping[str, tuple[int, ...]]) -> dict[str, str]:
    """Keys that stand equally often in the same fields as one text: quickly read, and a third shorter."""
    alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for key, times in keys.items():
        alike[times].append(key)
    return {" ".join(map(str, times)): " ".join(found) for times, found in alike.items()}


def _unpacked(packed: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    keys: dict[str, tuple[int, ...]] = {}
    for times, found in packed.items():
        keys.update(dict.fromkeys(found.split(" "), _times(times)))
    return keys


@lru_cache(maxsize=4_096)
def _times(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split(" ")))


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in the index")


def from_json(text: str) -> Entry:
    row = json.loads(text)
    fields = row["document"]
    for name in _TUPLES:
        fields[name] = tuple(fields[name])
    for name, kind in (
        ("date", date),
        ("ends", date),
        ("visible_from", datetime),
        ("visible_until", datetime),
    ):
        if fields[name] is not None:
            fields[name] = kind.fromisoformat(fields[name])
    return Entry(
        SearchDocument(**fields),
        _unpacked(row["keys"]),
        tuple(row["lengths"]),
        row["concepts"],
        row["title"],
        tuple(row["names"]),
    )
