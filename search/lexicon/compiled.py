"""The shipped lexicon, compiled once per process into an immutable snapshot with a version."""

from __future__ import annotations

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from search.analysis.fold import fold
from search.analysis.greek import sound
from search.analysis.keys import Keys, token_keys
from search.analysis.tokens import one_script, tokens

FOLDER = Path(__file__).parent
LANGUAGES = ("el", "en", "ar", "sq", "uk")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an expression, with the keys that queries and documents are compared by."""

    stem: str
    sound: str
    stop: bool


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name a concept.

    `whole`: without its stop words one common word would be left («δεν έχω σπίτι»), so all must be there.
    `said`: people say so in a query; a text that holds these words need not be about it («χαμηλό εισόδημα»).
    `asked`: the words that must be there.
    """

    concept: str
    words: tuple[Word, ...]
    asked: tuple[Word, ...]
    whole: bool
    said: bool


@dataclass(frozen=True, slots=True)
class Concept:
    """What people mean, whatever they call it."""

    id: str
    related: tuple[str, ...]
    narrower: tuple[str, ...]  # kinds of it: a soup kitchen is food
    facets: tuple[str, ...]  # "need:food", "group:homeless"
    words: Mapping[str, tuple[str, ...]]  # expressions by language; the first one is its name


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything that analysis alone does not know; never changed after it was compiled."""

    version: str
    concepts: Mapping[str, Concept]
    starts: Mapping[str, tuple[Expression, ...]]  # by stem and by sound of the first asked word
    owners: Mapping[str, frozenset[str]]  # key → concepts in whose expressions the word stands
    companions: Mapping[str, frozenset[str]]  # the same with what people say: a word of a sentence about it
    sounds: frozenset[str]  # every key, for repairs
    surfaces: Mapping[str, str]  # key → a way to write it
    facets: Mapping[str, tuple[str, ...]]  # facet → concepts
    stops: frozenset[str]  # folded words
    links: frozenset[str]  # stop words that join nouns: articles, prepositions, conjunctions
    joins: frozenset[str]  # links between things that stand side by side
    stop_sounds: frozenset[str]
    link_sounds: frozenset[str]
    weak: frozenset[str]  # keys
    conditions: tuple[tuple[str, ...], ...]  # phrases that say why or how, not what: «χωρίς λεφτά»
    persons: frozenset[str]  # concepts that say for whom
    types: Mapping[str, str]  # key → type
    type_phrases: tuple[tuple[tuple[str, ...], str], ...]
    now: frozenset[str]
    danger: tuple[tuple[str, ...], ...]
    months: Mapping[str, int]  # key → 1 to 12
    years: Mapping[str, int]  # key → years from today's

    def is_stop(self, word: str) -> bool:
        return word in self.stops


def _read(name: str) -> dict:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon that comes with the project."""
    return compile_lexicon(*shipped_rows())


@lru_cache(maxsize=1)
def shipped_rows() -> tuple[Sequence[dict], dict, dict]:
    """Concepts, stop words and intents as they stand in the files."""
    return _read("concepts.toml")["concept"], _read("stopwords.toml"), _read("intents.toml")


def compile_lexicon(rows: Sequence[dict], stopwords: dict, intents: dict) -> Lexicon:
    """Rows of concepts, stop words per language and intents → one snapshot."""
    stops, links = _folded(stopwords["words"]), _folded(stopwords["links"])
    stops |= links
    concepts = {row["id"]: _concept(row) for row in rows}
    known: dict[Word, Word] = {}
    written = [
        (_expression(row["id"], _words(text, language, stops=stops, known=known), said=said), text)
        for row in rows
        for said, texts in ((False, row), (True, row.get("said", {})))
        for language in LANGUAGES
        for text in texts.get(language, ())
    ]
    starts: dict[str, list[Expression]] = defaultdict(list)
    for expression, _ in written:
        first = expression.asked[0]
        for key in sorted({first.stem, first.sound}):
            starts[key].append(expression)
    owners, surfaces = _owners(written)
    companions = _companions(expression for expression, _ in written)
    told = _intents(intents)
    # Unless a concept is named by what sounds like it: «κάποιοι» like ΚΑΠΗ.
    named = _sounds({token.word for _, text in written for token in tokens(text)} - stops)
    facets: dict[str, list[str]] = defaultdict(list)
    for concept in concepts.values():
        for facet in concept.facets:
            facets[facet].append(concept.id)
    return Lexicon(
        version=hashlib.sha256(repr((rows, stopwords, intents)).encode()).hexdigest()[:8],
        concepts=concepts,
        starts={key: tuple(found) for key, found in starts.items()},
        # «ο γιος μου παίρνει ναρκωτικά» does not make every son an addict.
        owners={key: found for key, found in owners.items() if key not in told["weak"]},
        companions=companions,
        sounds=frozenset(surfaces),
        surfaces=surfaces,
        facets={key: tuple(found) for key, found in facets.items()},
        stops=stops,
        links=links,
        joins=_folded(stopwords["joins"]),
        stop_sounds=_sounds(stops) - named,
        link_sounds=_sounds(links) - named,
        **told,
    )


def _folded(words: Mapping[str, str]) -> frozenset[str]:
    return frozenset(fold(word) for text in words.values() for word in text.split())


def _sounds(words: Iterable[str]) -> frozenset[str]:
    """How Greek words sound, endings included."""
    return frozenset(sound(word) for word in words if one_script(word)[1] == "greek")


def _concept(row: dict) -> Concept:
    return Concept(
        row["id"],
        tuple(row.get("related", ())),
        tuple(row.get("narrower", ())),
        tuple(row.get("facets", ())),
        {language: tuple(row[language]) for language in LANGUAGES if row.get(language)},
    )


def _keys(text: str, language: str) -> list[Keys]:
    return [token_keys(token, language) for token in tokens(text)]


def _words(text: str, language: str, *, stops: frozenset[str], known: dict[Word, Word]) -> tuple[Word, ...]:
    """The words of a text, those of `known` where they are there: of the words of expressions one in five is new."""
    found = [(token.word, token_keys(token, language)) for token in tokens(text)]
    words = [Word(keys.stem, keys.sound, word in stops) for word, keys in found]
    return tuple(known.setdefault(word, word) for word in words)


def _expression(concept: str, words: tuple[Word, ...], *, said: bool) -> Expression:
    content = tuple(word for word in words if not word.stop)
    whole = len(content) < min(2, len(words))
    return Expression(concept, words, asked=words if whole else content, whole=whole, said=said)


def _owners(
    written: Sequence[tuple[Expression, str]],
) -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    """Which concepts a key belongs to, not counting a word of a sentence, and a way to write it."""
    owners: dict[str, set[str]] = defaultdict(set)
    surfaces: dict[str, str] = {}
    for expression, text in written:
        named = not expression.said or len(expression.asked) == 1
        pairs = zip(expression.words, tokens(text), strict=True)
        keys = [(key, token) for word, token in pairs if not word.stop for key in (word.stem, word.sound)]
        for key, token in keys:
            surfaces.setdefault(key, text[token.start : token.end].lower())
            if named:
                owners[key].add(expression.concept)
    return _shared(owners), surfaces


def _companions(expressions: Iterable[Expression]) -> dict[str, frozenset[str]]:
    """Which concepts a key is spoken of with."""
    found: dict[str, set[str]] = defaultdict(set)
    for expression in expressions:
        for word in expression.words if len(expression.words) > 1 else ():
            if not word.stop:
                found[word.stem].add(expression.concept)
                found[word.sound].add(expression.concept)
    return _shared(found)


def _shared(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """Never the same set twice: most keys belong to one concept."""
    kept: dict[frozenset[str], frozenset[str]] = {}
    sets = ((key, frozenset(concepts)) for key, concepts in found.items())
    return {key: kept.setdefault(concepts, concepts) for key, concepts in sets}


def _intents(intents: dict) -> dict:
    def keys(text: str) -> set[str]:
        return {key for found in _keys(text, "el") + _keys(text, "sq") for key in (found.stem, found.sound)}

    def stems(phrase: str) -> tuple[str, ...]:
        return tuple(found.sound for found in _keys(phrase, "el"))

    months = {
        key: number
        for names in intents["months"].values()
        for number, name in enumerate(names, start=1)
        for key in keys(name)
    }
    return {
        "weak": frozenset(keys(intents["weak"])),
        "conditions": tuple(stems(phrase) for phrase in intents["conditions"]["phrases"]),
        "persons": frozenset(intents["persons"]["concepts"]),
        "types": {key: kind for kind, row in intents["types"].items() for key in keys(row["words"])},
        "type_phrases": tuple(
            (stems(phrase), kind) for kind, row in intents["types"].items() for phrase in row.get("phrases", ())
        ),
        "now": frozenset(keys(intents["now"]["words"])),
        "danger": tuple(stems(phrase) for phrase in intents["danger"]["phrases"]),
        "months": months,
        "years": {key: offset for name, offset in intents["years"].items() if " " not in name for key in keys(name)},
    }
