"""How much a key says about a thing, before anything of the thing is read: the same numbers in every engine.

A key is worth what the best field is worth in which it stands, a concept as much as the thing is about it. From the
key's weight in the query and what the word says comes a whole number; the best key of each word counts, words add up.
Whole numbers add up to the same sum everywhere, so every engine hands over the same things in the same order.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from datetime import date

from search.fields import TITLE, Entry
from search.plan import kind_key, place_key

# In tenths, of title, names, summary and body: what `matching.py` makes of a word that stands there once.
FIELD_TENTHS = (7, 7, 5, 3)
SHORT_TITLE = {1: 9, 2: 8}  # words that are no stop words → what a title says that says little besides
WORD_TENTHS = (3, 5, 7, 8, 9)
WHOLE_TENTHS = 6  # of everything of a kind, or of a community
# A concept in passing is no reason to fetch a thing.
FETCHED_CONCEPT = 0.2
EXACT = 100  # of tenths
_NEWEST = 9_999_999  # days


def tenths(entries: Iterable[Entry]) -> dict[str, int]:
    """Every key that fetches a thing, with what it is worth there: over all languages the most."""
    best: dict[str, int] = {}
    for entry in entries:
        keys = {key: times for key, times in entry.keys.all().items() if key[0] != "o"}
        title = SHORT_TITLE.get(sum(times[TITLE] for times in keys.values()), FIELD_TENTHS[TITLE])
        for key, times in keys.items():
            worth = max(tenth for tenth, count in zip((title, *FIELD_TENTHS[1:]), times, strict=True) if count)
            best[key] = max(best.get(key, 0), worth)
        wholes = (kind_key(entry.facts.type), *map(place_key, entry.facts.place))
        best |= dict.fromkeys(wholes, WHOLE_TENTHS)
        best |= {f"z{concept}": round(entry.concepts[concept] * 10) for concept in fetching_concepts(entry)}
    return best


def possible_tenths(key: str) -> Sequence[int]:
    """What a key of its sort can be worth."""
    return range(2, 11) if key[0] == "z" else (WHOLE_TENTHS,) if key[0] in "kp" else WORD_TENTHS


def share(word: float, key: float, tenth: int) -> int:
    """What a thing gets for holding a key of this weight, for a word that says so much."""
    return max(1, round(word * key * tenth * EXACT))


def fetching_concepts(entry: Entry) -> list[str]:
    return [concept for concept, weight in entry.concepts.items() if weight >= FETCHED_CONCEPT]


def all_keys(entry: Entry) -> set[str]:
    """Keys that count in the vocabulary."""
    return {*entry.keys.keys.split(), *(f"z{concept}" for concept in fetching_concepts(entry))}


def place_among_equals(unit: str, day: date | None) -> int:
    """A number that is smaller for what is newer; of one day by chance, but always by the same."""
    days = day.toordinal() if day else 0
    return (_NEWEST - days) << 32 | zlib.crc32(unit.encode())
