"""What a person may mean while typing: needs, concepts with their door, titles. Never other people's queries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from core.cache import collect
from core.hooks import HelpLink, asked
from core.languages import order
from search.analysis.fold import visible
from search.answering import Answerer
from search.beginnings import begins, heard_words, other_keyboard, typed_keys
from search.engines.base import AWAY
from search.engines.tables import LAST
from search.fields import Entry
from search.index import answerer, engine
from search.lexicon.compiled import Lexicon
from search.ranking import Reader, shown

SHORTEST = 2
MOST = 8
MOST_NEEDS, MOST_CONCEPTS = 2, 2
LONGEST_TYPED = 80


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row below the box: what is written, what it leads to, and the language of its words."""

    text: str
    url: str
    kind: str  # "need", "concept", or a type of document
    note: str = ""  # title of the door of a concept
    language: str = ""


def suggest(typed: str, *, language: str, now: datetime) -> tuple[Suggestion, ...]:
    """At most eight rows for what was typed so far; none before two letters or without an index."""
    collect("search")
    text = visible(typed).strip()[:LONGEST_TYPED]
    if len(text) < SHORTEST:
        return ()
    reader = Reader(language, order(language), now.date())
    try:
        return _rows(text, reader, now) or _rows(other_keyboard(text), reader, now)
    except AWAY:
        return ()


def _rows(text: str, reader: Reader, now: datetime) -> tuple[Suggestion, ...]:
    words = typed_keys(text)
    titles = list(_titles(words, reader, now))
    taken = {row.url for row in titles}  # a title that begins so needs no concept that leads to it
    doors = [*_needs(words, reader.language), *_concepts(words, reader, now)]
    by_address = {row.url: row for row in reversed(doors) if row.url not in taken}
    return tuple([*reversed(by_address.values()), *titles][:MOST])


def _needs(words: list[tuple[str, ...]], language: str) -> list[Suggestion]:
    links: list[HelpLink] = [link for link in asked("hub_search_help", language) if link.kind == "need"]
    found = [link for link in links if begins(words, heard_words(link.title))]
    return [Suggestion(link.title, link.url, "need", language=link.language) for link in found[:MOST_NEEDS]]


def _concepts(words: list[tuple[str, ...]], reader: Reader, now: datetime) -> Iterator[Suggestion]:
    """Concepts that are named so, each with the first thing found for it."""
    here = answerer()
    version = f"{here.engine.snapshot().version}.{here.lexicon.version}"
    for concept, text in _named(words, here.lexicon)[:MOST_CONCEPTS]:
        door = _door(here, version, concept, reader)
        if door is not None and door.facts.is_public(now):
            document = door.document
            yield Suggestion(text, document.url, "concept", document.title, document.language)


def _named(words: list[tuple[str, ...]], lexicon: Lexicon) -> list[tuple[str, str]]:
    """Concepts with an expression whose first words begin so: the id and the expression, shortest first."""
    found: dict[str, tuple[int, int, str]] = {}
    for keys, place, concept, text in _begun(words[0] if words else (), lexicon):
        begun = len(keys) >= len(words) and all(
            any(key.startswith(each) for each in either) for either, key in zip(words, keys, strict=False)
        )
        if begun:
            found[concept] = min((len(text), place, text), found.get(concept, (len(text), place, text)))
    named = sorted((length, text, place, concept) for concept, (length, place, text) in found.items())
    return [(concept, text) for _, text, _, concept in named]


Named = tuple[tuple[str, ...], int, str, str]  # keys of an expression, its place, its concept, how it is written


def _begun(starts: Sequence[str], lexicon: Lexicon) -> Iterator[Named]:
    """Expressions whose first word begins so."""
    named = _expressions(lexicon)
    for start in starts:
        yield from named[bisect_left(named, ((start,),)) : bisect_left(named, ((start + LAST,),))]


@lru_cache(maxsize=2)
def _expressions(lexicon: Lexicon) -> tuple[Named, ...]:
    """All expressions in the order of their keys."""
    written = (
        (concept.id, text)
        for concept in lexicon.concepts.values()
        for texts in concept.words.values()
        for text in texts
    )
    named = ((heard_words(text), place, concept, text) for place, (concept, text) in enumerate(written))
    return tuple(sorted(each for each in named if each[0]))


@lru_cache(maxsize=1_024)
def _door(here: Answerer, version: str, concept: str, reader: Reader) -> Entry | None:
    names = here.lexicon.concepts[concept].words
    name = next(iter(names.get(reader.language) or names.get("el") or next(iter(names.values()))))
    hits = here.answer(name, reader).hits
    return hits[0].entry if hits else None


def _titles(words: list[tuple[str, ...]], reader: Reader, now: datetime) -> Iterator[Suggestion]:
    for entries in engine().beginnings(words, MOST * 2).units.values():
        entry = shown(entries, reader)[0]
        if entry.facts.page is None and entry.facts.is_public(now):
            document = entry.document
            yield Suggestion(document.title, document.url, document.type, language=document.language)
