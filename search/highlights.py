"""The words of the query in the text of a hit: whole words marked, everything else escaped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis.keys import token_keys
from search.analysis.tokens import Token, tokens
from search.fields import BODY, SUMMARY, Entry
from search.lexicon.compiled import Lexicon
from search.plan import Plan

LONGEST_FRAGMENT = 200
LEAST_WEIGHT = 0.6
MEANT = 0.45  # a synonym is worth less than the word itself when the best window is chosen
Words = Sequence[tuple[Token, float]]  # those that are marked, with how well they answer


@dataclass(frozen=True, slots=True)
class Marker:
    """Which words are marked, for one query."""

    direct: Mapping[str, float]  # key → weight
    meant: frozenset[str]
    keys: frozenset[str]  # all of them

    @classmethod
    def of(cls, direct: Mapping[str, float], meant: frozenset[str]) -> Marker:
        return cls(direct, meant, meant.union(direct))

    def weight(self, token: Token, language: str) -> float:
        """How well a word answers the query; 0 when it is not marked."""
        keys = token_keys(token, language)
        found = max(self.direct.get(keys.stem, 0.0), self.direct.get(keys.sound, 0.0))
        if found:
            return found
        return MEANT if keys.stem in self.meant else 0.0


def marker(plan: Plan, lexicon: Lexicon) -> Marker:
    """Words of the query, and single words that name its concepts."""
    direct: dict[str, float] = {}
    concepts: set[str] = set()
    for slot in plan.slots:
        for key, weight in slot.alternatives.items():
            if weight >= LEAST_WEIGHT:
                direct[key] = max(direct.get(key, 0.0), weight)
        concepts.update(concept for concept, weight in slot.concepts.items() if weight >= MEANT)
    names = _single_words(lexicon)
    return Marker.of(direct, frozenset().union(*(names.get(concept, ()) for concept in concepts)))


@lru_cache(maxsize=4)
def _single_words(lexicon: Lexicon) -> Mapping[str, set[str]]:
    """Words that name a concept by themselves, as they are spelt, by concept."""
    found: dict[str, set[str]] = defaultdict(set)
    for expression in {id(each): each for starting in lexicon.starts.values() for each in starting}.values():
        if len(expression.asked) == 1:
            found[expression.concept].add(expression.asked[0].stem)
    return found


def words_of(entry: Entry, marker: Marker) -> tuple[SafeString, SafeString]:
    """Title and text of a hit, marked; a text that holds no key which is marked is read only when none does."""
    document, language = entry.document, entry.facts.language
    held = entry.keys.among(marker.keys).values()
    texts = [(place, text) for place, text in ((SUMMARY, document.summary), (BODY, document.body)) if text]
    holding = [text for place, text in texts if any(times[place] for times in held)]
    shown = holding or [text for _, text in texts[:1]]
    return marked(document.title, language, marker), fragment(shown, language, marker)


def marked(text: str, language: str, marker: Marker) -> SafeString:
    """The whole text, escaped, with its marks."""
    return _marked(text, _weighed(text, language, marker), (0, len(text)))


def fragment(texts: Sequence[str], language: str, marker: Marker) -> SafeString:
    """The densest piece of at most 200 characters; of the first text when nothing is marked."""
    best, words, start, value = texts[0] if texts else "", [], 0, 0.0
    for text in texts:
        found = _weighed(text, language, marker)
        at, density = _densest(found)
        if density > value:
            best, words, start, value = text, found, at, density
    return _marked(best, words, _window(best, start))


def _weighed(text: str, language: str, marker: Marker) -> Words:
    """The words that are marked, with how well they answer."""
    found = ((token, marker.weight(token, language)) for token in tokens(text))
    return [(token, weight) for token, weight in found if weight]


def _densest(found: Words) -> tuple[int, float]:
    """Where the piece begins that holds most of what is looked for, and how much that is."""
    best, start = 0.0, 0
    for number, (first, _) in enumerate(found):
        inside: dict[str, float] = {}
        for token, weight in islice(found, number, None):
            if token.end - first.start > LONGEST_FRAGMENT - 40:
                break
            inside[token.word] = weight
        value = sum(inside.values())
        if value > best:
            best, start = value, first.start
    return start, best


def _window(text: str, start: int) -> tuple[int, int]:
    """At most 200 characters around a place, from word to word."""
    if len(text) <= LONGEST_FRAGMENT:
        return 0, len(text)
    begin = 0 if start < LONGEST_FRAGMENT // 3 else text.rfind(" ", 0, max(start - 30, 0)) + 1
    end = begin + LONGEST_FRAGMENT
    if end >= len(text):
        return begin, len(text)
    space = text.rfind(" ", begin, end)
    return begin, begin + len(text[begin : space if space > begin else end].rstrip(" ,.;:·"))


def _marked(text: str, found: Words, window: tuple[int, int]) -> SafeString:
    """A piece of the text with its marks, and an ellipsis where something is left out."""
    at, end = window
    parts = ["…" if at else ""]
    for token, weight in found:
        if token.start < at or token.end > end:
            continue
        css = "" if weight > MEANT else ' class="meant"'
        parts += escape(text[at : token.start]), f"<mark{css}>{escape(text[token.start : token.end])}</mark>"
        at = token.end
    parts += escape(text[at:end]), "…" if end < len(text) else ""
    return mark_safe("".join(parts))  # noqa: S308 -- every piece of text is escaped above
