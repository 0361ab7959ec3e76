"""The words of the query in the text of a hit: whole words marked, everything else escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    meant = frozenset(
        expression.asked[0].stem
        for expressions in lexicon.starts.values()
        for expression in expressions
        if expression.concept in concepts and len(expression.asked) == 1
    )
    return Marker(direct, meant)


def marked(text: str, language: str, marker: Marker) -> SafeString:
    """The whole text, escaped, with its marks."""
    return _marked(text, [(token, marker.weight(token, language)) for token in tokens(text)])


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


def _densest(text: str, language: str, marker: Marker) -> tuple[str, float]:
    found = [(token, marker.weight(token, language)) for token in tokens(text)]
    hits = [(token, weight) for token, weight in found if weight]
    best, start = 0.0, 0
    for number, (first, _) in enumerate(hits):
        inside = [
            (token.word, weight) for token, weight in hits[number:] if token.end - first.start <= LONGEST_FRAGMENT - 40
        ]
        value = sum(dict(inside).values())
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
        if not weight:
            continue
        parts.append(escape(text[at : token.start]))
        css = "" if weight > MEANT else ' class="meant"'
        parts.append(f"<mark{css}>{escape(text[token.start : token.end])}</mark>")
        at = token.end
    parts.append(escape(text[at:]))
    return mark_safe("".join(parts))  # noqa: S308 -- every piece of text is escaped above
