"""A document as keys by field: what engines store and what ranking reads."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .analysis.fold import fold
from .analysis.keys import Keys, token_keys
from .analysis.tokens import Token, tokens
from .documents import LONGEST_TEXT, Facts, SearchDocument
from .lexicon.compiled import Expression, Lexicon

FIELDS = ("title", "names", "summary", "body")
TITLE, NAMES, SUMMARY, BODY = range(4)  # their places
FIRST_SIGN = 48
# How surely a document is about a concept that is named in one of its fields.
CONCEPT_WEIGHT = {"title": 0.75, "names": 0.65, "summary": 0.45, "body": 0.3, "facet": 0.3}


class Entry:
    """One document with its keys, never changed, so that it can be kept in memory as long as its row exists.

    Of hundreds of entries that are weighed few are shown, and of hundreds of keys few are asked for: both stay text
    until then, which also spares the garbage collector thousands of small objects.
    """

    __slots__ = ("_document", "concepts", "facts", "keys", "lengths", "names", "title")

    def __init__(
        self, document: SearchDocument | str, facts: Facts, concepts: Mapping[str, float], texts: Texts
    ) -> None:
        self._document = document
        self.facts = facts
        self.concepts = concepts  # of the unit, in whatever language it says so
        self.keys, self.lengths, self.title, self.names = texts

    @property
    def document(self) -> SearchDocument:
        if isinstance(self._document, str):
            self._document = SearchDocument.read(self._document)
        return self._document


# What was made of its words: keys, how many words each of FIELDS has, title and names, folded.
Texts = tuple["KeyText", tuple[int, ...], str, tuple[str, ...]]


class KeyText(NamedTuple):
    """All keys of a document, and how often each stands in each of FIELDS, as three texts."""

    keys: str  # with a space between
    signs: str  # a letter for each key
    times: str  # "1.0.2.0" for each letter, in the order of the alphabet that begins with FIRST_SIGN

    @classmethod
    def of(cls, counted: Sequence[Counter[str]]) -> KeyText:
        keys = sorted(set().union(*counted))
        times = [".".join(str(each[key]) for each in counted) for key in keys]
        signs = {each: chr(FIRST_SIGN + number) for number, each in enumerate(dict.fromkeys(times))}
        return cls(" ".join(keys), "".join(signs[each] for each in times), " ".join(signs))

    def all(self) -> dict[str, tuple[int, ...]]:
        """Every key with its times."""
        return self._times(zip(self.keys.split(), self.signs, strict=True))

    def among(self, wanted: frozenset[str]) -> dict[str, tuple[int, ...]]:
        """Those of these keys that are here."""
        keys = self.keys.split(" ")
        found = wanted.intersection(keys)
        return self._times((key, self.signs[keys.index(key)]) for key in found) if found else {}

    def _times(self, signed: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
        times = self.times.split(" ")
        return {key: _numbers(times[ord(sign) - FIRST_SIGN]) for key, sign in signed}


@lru_cache(maxsize=4_096)
def _numbers(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split(".")))


def folded(text: str) -> str:
    """The words of a text, folded, with single spaces: what titles and names are compared by."""
    return " ".join(token.word for token in tokens(fold(text)))


def build_units(documents: Iterable[SearchDocument], lexicon: Lexicon) -> dict[str, tuple[Entry, ...]]:
    """The units of these documents by name, each in all its languages."""
    units: dict[str, list[SearchDocument]] = defaultdict(list)
    for document in documents:
        units[document.unit].append(document)
    return {unit: build_unit(each, lexicon) for unit, each in units.items()}


def build_unit(documents: Iterable[SearchDocument], lexicon: Lexicon) -> tuple[Entry, ...]:
    """A unit in all its languages; it is about what one of them says, as surely as the surest does."""
    read = [(document, *_read(document, lexicon)) for document in documents]
    concepts: dict[str, float] = {}
    for _, _, named in read:
        concepts |= {concept: max(weight, concepts.get(concept, 0.0)) for concept, weight in named.items()}
    return tuple(Entry(document, document.facts, concepts, texts) for document, texts, _ in read)


def _read(document: SearchDocument, lexicon: Lexicon) -> tuple[Texts, dict[str, float]]:
    """What is made of the words of a document, and the concepts that it names."""
    texts = {
        "title": (document.title,),
        "names": document.names,
        "summary": (document.summary,),
        "body": (document.body[:LONGEST_TEXT],),
    }
    counted: list[Counter[str]] = []
    lengths: list[int] = []
    named: list[tuple[str, float]] = []
    for field, parts in texts.items():
        words = [[(token, token_keys(token, document.language)) for token in tokens(part)] for part in parts]
        counted.append(_count(words, lexicon))
        lengths.append(sum(map(len, words)))
        found = {concept for part in words for concept in concepts_in(_passage(part, lexicon), lexicon)}
        named.extend((concept, CONCEPT_WEIGHT[field]) for concept in sorted(found))
    named.extend((concept, CONCEPT_WEIGHT["facet"]) for concept in _by_facet(document, lexicon))
    names = tuple(folded(name) for name in document.names)
    return (KeyText.of(counted), tuple(lengths), folded(document.title), names), _joined(named)


def _passage(part: Sequence[tuple[Token, Keys]], lexicon: Lexicon) -> Passage:
    return Passage(tuple(keys.stem for _, keys in part), tuple(lexicon.is_stop(token.word) for token, _ in part))


def _count(parts: Iterable[Sequence[tuple[Token, Keys]]], lexicon: Lexicon) -> Counter[str]:
    """Keys of the words; a stop word has none, because without its ending it looks like others."""
    counted: Counter[str] = Counter()
    for token, found in (pair for part in parts for pair in part):
        if not lexicon.is_stop(token.word):
            counted.update({found.stem, found.sound})
    return counted


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as spelling stems, with which of its words are stop words."""

    stems: tuple[str, ...]
    stops: tuple[bool, ...]


def concepts_in(passage: Passage, lexicon: Lexicon) -> set[str]:
    """Concepts that a text names, found by spelling only; the longest expression at a place wins."""
    found: set[str] = set()
    at = 0
    while at < len(passage.stems):
        length, concepts = _longest(passage, at, lexicon)
        found |= concepts
        at += max(length, 1)
    return found


def _longest(passage: Passage, at: int, lexicon: Lexicon) -> tuple[int, set[str]]:
    best, concepts = 0, set()
    for expression in lexicon.starts.get(passage.stems[at], ()):
        length = 0 if expression.said else _span(expression, passage, at)
        if length > best:
            best, concepts = length, {expression.concept}
        elif length == best and length:
            concepts.add(expression.concept)
    return best, concepts


def _span(expression: Expression, passage: Passage, at: int) -> int:
    """How many words of the text the expression covers from here; 0 when it is not there."""
    here = at
    for number, word in enumerate(expression.asked):
        while number and not expression.whole and here < len(passage.stems) and passage.stops[here]:
            here += 1
        if here >= len(passage.stems) or passage.stems[here] != word.stem:
            return 0
        here += 1
    return here - at


def _by_facet(document: SearchDocument, lexicon: Lexicon) -> list[str]:
    codes = [f"need:{code}" for code in document.needs] + [f"group:{code}" for code in document.groups]
    return [concept for code in codes for concept in lexicon.facets.get(code, ())]


def _joined(named: Iterable[tuple[str, float]]) -> dict[str, float]:
    """1 − Π(1 − weight): each further mention says a little more."""
    doubt: dict[str, float] = {}
    for concept, weight in named:
        doubt[concept] = doubt.get(concept, 1.0) * (1 - weight)
    return {concept: round(1 - left, 4) for concept, left in sorted(doubt.items())}
