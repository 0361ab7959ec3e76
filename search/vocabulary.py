"""Which words exist, and which of them are near a word that does not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from .analysis import abroad
from .analysis.grams import edits, grams
from .engines.base import Engine, Snapshot, Term
from .lexicon.compiled import Lexicon

MOST_NEAR = 6
MOST_FAMILY = 12
SHORTEST_FAMILY = 4
SHARED_START = 5
SHARED_PART = 0.8
_CHECKED = 40
_MOST_COUSINS = 200
_MOST_REMEMBERED = 20_000
_NO_WORDS = "zd"  # kinds of keys that have neither family nor typing errors: concepts, digits


class Vocabulary:
    """Keys of the index and of the lexicon at one state of the index.

    They stay in the engine's tables: what was asked for once is remembered, nothing else is in memory.
    """

    def __init__(self, engine: Engine, snapshot: Snapshot, lexicon: Lexicon) -> None:
        self.engine = engine
        self.snapshot = snapshot
        self.lexicon = lexicon
        self._extra = lexicon.sounds.union(lexicon.months, lexicon.types, lexicon.now, lexicon.weak, lexicon.years)
        placed = frozenset(key for name in snapshot.places for key in name.split())
        self._extra |= placed
        self._abroad = sorted(key for key in placed if key[0] == "g" and len(key) > abroad.SHORTEST)
        self._extra |= {key for phrase in lexicon.conditions for key in phrase}
        self._terms: dict[str, Term | None] = {}
        self.family: Callable[[str], list[str]] = lru_cache(2_048)(self._family)
        self.near: Callable[[str, int], list[tuple[str, int]]] = lru_cache(2_048)(self._near)

    def __contains__(self, key: str) -> bool:
        return key in self._extra or self._term(key) is not None

    def written_abroad(self, word: str, script: str) -> list[str]:
        """Greek names that may be written so in Cyrillic or Arabic letters."""
        return [key for key in self._abroad if abroad.is_written(word, script, key[1:])]

    def frequency(self, key: str) -> int:
        """In how many units the key stands; 0 when no document has it."""
        term = self._term(key)
        return term.frequency if term else 0

    def surface(self, key: str) -> str:
        """A way to write the key; empty when nobody wrote it."""
        term = self._term(key)
        return (term.surface if term else "") or self.lexicon.surfaces.get(key, "")

    def look_up(self, keys: Iterable[str]) -> Mapping[str, Term | None]:
        """Read these keys at once, because each by itself would be a query; gives all that are known now."""
        kept = self._terms
        unknown = {key for key in keys if key not in kept}
        if unknown:
            if len(kept) > _MOST_REMEMBERED:
                kept = self._terms = {}
            found = self.engine.terms(unknown)
            kept.update({key: found.get(key) for key in unknown})
        return kept

    def _term(self, key: str) -> Term | None:
        kept = self._terms
        return kept[key] if key in kept else self.look_up([key])[key]

    def _family(self, key: str) -> list[str]:
        """Longer words that begin with the key, and words that share most of their beginning with it."""
        if len(key) - 1 < SHORTEST_FAMILY or key[0] in _NO_WORDS:
            return []
        found = [word for word in self._beginning(key, MOST_FAMILY + 1) if word != key][:MOST_FAMILY]
        return found + self._cousins(key, found)

    def _cousins(self, key: str, known: list[str]) -> list[str]:
        if len(key) <= SHARED_START:
            return []
        words = self._beginning(key[: SHARED_START + 1], _MOST_COUSINS)
        alike = [
            word
            for word in words
            if word != key and _shared(word, key) - 1 >= SHARED_PART * (max(len(word), len(key)) - 1)
        ]
        return [word for word in alike if word not in known][:MOST_FAMILY]

    def _beginning(self, start: str, most: int) -> list[str]:
        """Keys of the index and of the lexicon that begin so, in their order."""
        return sorted({*self.engine.beginning(start, most), *_beginning(self.lexicon, start)})[:most]

    def _near(self, key: str, distance: int) -> list[tuple[str, int]]:
        """Words at most so many typing errors away, nearest first; the first letter of a key is its kind."""
        if not distance or key[0] in _NO_WORDS:
            return []
        likely = {*self.engine.alike(key, distance, _CHECKED), *_alike(self.lexicon, key, distance)}
        measured = [(word, edits(key[1:], word[1:], distance)) for word in likely]
        close = [(word, steps) for word, steps in measured if 0 < steps <= distance]
        self.look_up(word for word, _ in close)
        return sorted(close, key=lambda item: (item[1], -self.frequency(item[0]), item[0]))[:MOST_NEAR]


@lru_cache(maxsize=4)
def _in_order(lexicon: Lexicon) -> list[str]:
    return sorted(key for key in lexicon.sounds if key[0] not in _NO_WORDS)


def _beginning(lexicon: Lexicon, start: str) -> list[str]:
    keys = _in_order(lexicon)
    return keys[bisect_left(keys, start) : bisect_left(keys, start + "\U0010ffff")]


@lru_cache(maxsize=4)
def _by_gram(lexicon: Lexicon) -> dict[str, list[str]]:
    """Keys of the lexicon by their pairs of letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in sorted(lexicon.sounds):
        for gram in () if key[0] in _NO_WORDS else grams(key):
            found[gram].append(key)
    return found


def _alike(lexicon: Lexicon, key: str, distance: int) -> list[str]:
    """The same as `Engine.alike` among the keys of the lexicon."""
    shared: Counter[str] = Counter()
    for gram in grams(key):
        shared.update(_by_gram(lexicon).get(gram, ()))
    likely = [(-count, word) for word, count in shared.items() if abs(len(word) - len(key)) <= distance]
    return [word for _, word in sorted(likely)[:_CHECKED]]


def _shared(first: str, second: str) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
