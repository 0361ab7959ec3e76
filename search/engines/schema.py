"""What the tables of an index hold: their columns, and entries as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import orjson

from search.documents import Facts
from search.fields import FIELDS, Entry, KeyText

SCHEMA_VERSION = 15  # raise it with every change of what rows hold
# Keys are compared letter by letter, by their numbers: {text} says how a database is told so. {row} is a large number.
# A row of `search_entry` is a unit in all its languages: what readers may find once.
TABLES = """
CREATE TABLE search_entry ({row} PRIMARY KEY, unit {text} NOT NULL UNIQUE, grp {text} NOT NULL,
    place BIGINT NOT NULL, languages TEXT NOT NULL, texts TEXT NOT NULL, documents TEXT NOT NULL);
CREATE INDEX search_entry_grp ON search_entry (grp);
CREATE TABLE search_posting (key {text} NOT NULL, tenth INTEGER NOT NULL, portion INTEGER NOT NULL,
    units {bytes} NOT NULL, PRIMARY KEY (key, tenth, portion)){compact};
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


def texts_of(entries: Sequence[Entry]) -> str:
    """What ranking reads of a unit: a line of facts, then for each language a line of words, which need no decoding.

    Facts are mostly the same in all languages, and are written once then.
    """
    facts = list(dict.fromkeys(entry.facts[1:] for entry in entries))
    counted = [(entry.facts.language, facts.index(entry.facts[1:]), entry.lengths) for entry in entries]
    words = ("\t".join([*entry.keys, entry.title, *entry.names]) for entry in entries)
    return "\n".join([orjson.dumps((entries[0].concepts, facts, counted)).decode(), *words])


def documents_of(entries: Sequence[Entry]) -> str:
    """What is shown of a unit: a line a language."""
    return "\n".join(entry.document.written() for entry in entries)


def read_entries(texts: str, documents: str) -> tuple[Entry, ...]:
    """A unit as it was written, in all its languages."""
    first, *words = texts.split("\n")
    concepts, facts, counted = orjson.loads(first)
    known = [_facts(*each) for each in facts]
    entries = []
    for document, line, (language, which, lengths) in zip(documents.split("\n"), words, counted, strict=True):
        keys, signs, times, title, *names = line.split("\t")
        made = KeyText(keys, signs, times), tuple(lengths), title, tuple(names)
        entries.append(Entry(document, Facts(language, *known[which]), concepts, made))
    return tuple(entries)


def _facts(*written: Any) -> tuple[Any, ...]:
    """All but the language; JSON knows neither tuples nor moments."""
    group, unit, kind, page, place, needs, groups, channels, languages, *moments, boost = written
    lists = tuple(place), tuple(needs), tuple(groups), tuple(channels), tuple(languages)
    if any(moments):
        day, ends, visible_from, visible_until = moments
        moments = [_day(day), _day(ends), _moment(visible_from), _moment(visible_until)]
    return group, unit, kind, page, *lists, *moments, boost


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
