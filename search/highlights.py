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
from search.lexicon.compiled import Lexicon
from search.plan import Plan

LONGEST_FRAGMENT = 200
LEAST_WEIGHT = 0.6
MEANT = 0.45  # a synonym is worth less than the word itself when the best window is chosen


@dataclass(frozen=True, slots=True)
class Marker:
    """Which words are marked, for one query."""

    direct: Mapping[str, float]  # key → weight
    meant: frozenset[str]

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
    return Marker(direct, frozenset().union(*(names.get(concept, ()) for concept in concepts)))


@lru_cache(maxsize=4)
def _single_words(lexicon: Lexicon) -> Mapping[str, set[str]]:
    """Words that name a concept by themselves, as they are spelt, by concept."""
    found: dict[str, set[str]] = defaultdict(set)
    for expression in {id(each): each for starting in lexicon.starts.values() for each in starting}.values():
        if len(expression.asked) == 1:
            found[expression.concept].add(expression.asked[0].stem)
    return found


def marked(text: str, language: str, marker: Marker) -> SafeString:
    """The whole text, escaped, with its marks."""
    return _marked(text, _weighed(text, language, marker))


def fragment(texts: Sequence[str], language: str, marker: Marker) -> SafeString:
    """The densest piece of at most 200 characters; of the first text when nothing is marked."""
    best, value = texts[0] if texts else "", 0.0
    for text in texts:
        piece, density = _densest(text, language, marker)
        if density > value:
            best, value = piece, density
    if not value:
        best = _cut(best, 0)
    return marked(best, language, marker)


def _weighed(text: str, language: str, marker: Marker) -> list[tuple[Token, float]]:
    """The words that are marked, with how well they answer."""
    found = ((token, marker.weight(token, language)) for token in tokens(text))
    return [(token, weight) for token, weight in found if weight]


def _densest(text: str, language: str, marker: Marker) -> tuple[str, float]:
    hits = _weighed(text, language, marker)
    best, start = 0.0, 0
    for number, (first, _) in enumerate(hits):
        inside: dict[str, float] = {}
        for token, weight in islice(hits, number, None):
            if token.end - first.start > LONGEST_FRAGMENT - 40:
                break
            inside[token.word] = weight
        value = sum(inside.values())
        if value > best:
            best, start = value, first.start
    return _cut(text, start), best


def _cut(text: str, start: int) -> str:
    """At most 200 characters around a place, from word to word, with an ellipsis where something is left out."""
    if len(text) <= LONGEST_FRAGMENT:
        return text
    begin = 0 if start < LONGEST_FRAGMENT // 3 else text.rfind(" ", 0, max(start - 30, 0)) + 1
    end = begin + LONGEST_FRAGMENT
    if end >= len(text):
        return ("…" if begin else "") + text[begin:]
    space = text.rfind(" ", begin, end)
    end = space if space > begin else end
    return ("…" if begin else "") + text[begin:end].rstrip(" ,.;:·") + "…"


def _marked(text: str, found: Sequence[tuple[Token, float]]) -> SafeString:
    parts, at = [], 0
    for token, weight in found:
        parts.append(escape(text[at : token.start]))
        css = "" if weight > MEANT else ' class="meant"'
        parts.append(f"<mark{css}>{escape(text[token.start : token.end])}</mark>")
        at = token.end
    parts.append(escape(text[at:]))
    return mark_safe("".join(parts))  # noqa: S308 -- every piece of text is escaped above
