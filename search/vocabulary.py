"""Which words exist, and which of them are near a word that does not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import lru_cache

from .engines.base import Snapshot
from .lexicon.compiled import Lexicon

MOST_NEAR = 6
MOST_FAMILY = 12
SHORTEST_FAMILY = 4
SHARED_START = 5
SHARED_PART = 0.8
_CHECKED = 40


class Vocabulary:
    """Keys of the index and of the lexicon at one moment; built once for each state of the index."""

    def __init__(self, snapshot: Snapshot, lexicon: Lexicon) -> None:
        self.snapshot = snapshot
        self.lexicon = lexicon
        self._extra = lexicon.sounds.union(lexicon.months, lexicon.types, lexicon.now, lexicon.weak, lexicon.years)
        self._extra |= {key for name in snapshot.places for key in name.split()}
        self._sorted: list[str] | None = None
        self._grams: dict[str, list[str]] | None = None

    def __contains__(self, key: str) -> bool:
        return key in self.snapshot.terms or key in self._extra

    def frequency(self, key: str) -> int:
        """In how many units the key stands; 0 when no document has it."""
        term = self.snapshot.terms.get(key)
        return term.frequency if term else 0

    def surface(self, key: str) -> str:
        """A way to write the key; empty when nobody wrote it."""
        term = self.snapshot.terms.get(key)
        return (term.surface if term else "") or self.lexicon.surfaces.get(key, "")

    def family(self, key: str) -> list[str]:
        """Longer words that begin with the key, and words that share most of their beginning with it."""
        if len(key) - 1 < SHORTEST_FAMILY:
            return []
        words = self._in_order()
        found = []
        for word in words[bisect_left(words, key) :]:
            if not word.startswith(key) or len(found) >= MOST_FAMILY:
                break
            if word != key:
                found.append(word)
        return found + self._cousins(key, found)

    def _cousins(self, key: str, known: list[str]) -> list[str]:
        start = key[: SHARED_START + 1]
        if len(key) <= SHARED_START:
            return []
        words = self._in_order()
        found = []
        for word in words[bisect_left(words, start) :]:
            if not word.startswith(start) or len(found) >= MOST_FAMILY:
                break
            common = _shared(word, key) - 1
            if word != key and word not in known and common >= SHARED_PART * (max(len(word), len(key)) - 1):
                found.append(word)
        return found

    def near(self, key: str, distance: int) -> list[tuple[str, int]]:
        """Words at most so many typing errors away, nearest first; the first letter of a key is its kind."""
        grams = self._by_gram()
        shared: Counter[str] = Counter()
        for gram in _grams(key):
            shared.update(grams.get(gram, ()))
        likely = [word for word, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))]
        likely = [word for word in likely if abs(len(word) - len(key)) <= distance][:_CHECKED]
        measured = [(word, edits(key[1:], word[1:], distance)) for word in likely]
        close = [(word, steps) for word, steps in measured if 0 < steps <= distance]
        return sorted(close, key=lambda item: (item[1], -self.frequency(item[0]), item[0]))[:MOST_NEAR]

    def _in_order(self) -> list[str]:
        if self._sorted is None:
            self._sorted = sorted(key for key in self.snapshot.terms if key[0] not in "zd")
        return self._sorted

    def _by_gram(self) -> dict[str, list[str]]:
        if self._grams is None:
            grams: dict[str, list[str]] = defaultdict(list)
            for key in sorted({*self.snapshot.terms, *self.lexicon.sounds}):
                for gram in () if key[0] in "zd" else _grams(key):
                    grams[gram].append(key)
            self._grams = grams
        return self._grams


def _grams(key: str) -> set[str]:
    kind, word = key[0], f"^{key[1:]}$"
    return {kind + word[at : at + 2] for at in range(len(word) - 1)}


def _shared(first: str, second: str) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


@lru_cache(maxsize=16_384)
def edits(first: str, second: str, limit: int) -> int:
    """Damerau-Levenshtein distance; limit + 1 when it is larger."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, start=1):
        older, before, row = before, row, [at]
        for to, other in enumerate(second, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == second[to - 2] and first[at - 2] == other:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1] if row[-1] <= limit else limit + 1
