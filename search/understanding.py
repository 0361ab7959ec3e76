"""A query → `Plan`: keyboard, words, alternatives, concepts, intents. The same for every engine."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from .analysis import layout
from .analysis.fold import fold, visible
from .analysis.greeklish import readings
from .analysis.tokens import Token, tokens
from .intents import WEAK_COUNTS, Intents, intents_of
from .meaning import meanings
from .plan import MOST_SLOTS, Plan, Repair, Slot
from .vocabulary import Vocabulary
from .words import LIKELY, Heard, are_greeklish, hear, own_keys, possible_keys, sounds_as_stop

LONGEST_QUERY = 200
HIGHEST_IDF = 6.0
CONCEPT_MARGIN = 0.5  # a word with a concept is at most this much rarer than the concept
# An unknown Greek word may be the whole question; the vocabulary of the other scripts here is small.
UNKNOWN = {"greek": 5.0, "latin": 3.5, "digit": 3.5}
UNKNOWN_OTHER = 2.0
UNKNOWN_LETTER = 0.5
WEAK_IDF = 2.5  # what is no subject says little, however rare: "English speaking"
# Endings of Greek verbs, and of hardly a noun; the second line for greeklish.
_VERB = re.compile("(ω|μαι|ουμε|αμε|ουνε?|ανε|ει|[εα]ται|ονται|[σξψκ]αν|[ηιωα]σα|[ξψ]α)$")
_VERB_IN_LATIN = re.compile("(w|ao|mai|o[uy]me|ame|o[uy]n|ei|etai|ontai|(s|x|ks|ps)an|[hiwa]sa|(ks|ps)a)$")
AT_LENGTH = 5  # words
# Who tells a trouble in a sentence names it and says more besides: «τα φάρμακά μου είναι ακριβά».
CIRCUMSTANCE = 0.35
MOST_REST = 0.9
NAMED = 0.75
LEAST_NAMED = 0.5
BESIDE_SUBJECT = 0.44  # a person: less than the least subject
CLEARLY_MORE = 0.1
WITH_DEAD_KEY = -0.3
_PHRASE = re.compile(r'["“”«»]([^"“”«»]{2,})["“”«»]')
_QUOTES = re.compile(r'["“”«»]')
_EXCLUDED = re.compile(r"(?:^|\s)-([^\W\d_][^\s]*)")


@dataclass(frozen=True, slots=True)
class Situation:
    """What a plan depends on besides the query."""

    vocabulary: Vocabulary
    today: date
    literal: bool = False  # the reader wants exactly what was typed: no repair


def understand(query: str, situation: Situation) -> Plan:
    """The plan of a query; one without slots when nothing searchable was typed."""
    text = visible(query)[:LONGEST_QUERY].strip()
    phrases = tuple(" ".join(token.word for token in tokens(fold(found))) for found in _PHRASE.findall(text))
    excluded = frozenset(
        key for word in _EXCLUDED.findall(text) for token in tokens(word)[:1] for key in own_keys(token)
    )
    plain = _EXCLUDED.sub(" ", text)
    repaired = plain if situation.literal or phrases else _other_keyboard(plain, situation.vocabulary)
    heard = _heard(repaired, situation)
    intents = intents_of(heard, situation.vocabulary, today=situation.today)
    slots, kept = _slots(heard, intents, situation.vocabulary)
    repairs = (Repair(plain, repaired),) if repaired != plain else _repairs(kept, situation.vocabulary)
    return Plan(
        query=text,
        folded=" ".join(word.token.word for word in heard),
        slots=slots,
        types=intents.types,
        places=intents.places,
        years=intents.years,
        months=intents.months,
        now=intents.now,
        danger=intents.danger,
        spoken=_is_spoken(heard),
        repairs=repairs,
        said=tuple(frozenset(possible_keys(word.token)) for word in heard),
        phrases=phrases,
        excluded=excluded,
    )


def unquoted(query: str) -> str:
    """The query without quotes."""
    return _QUOTES.sub(" ", query)


def _other_keyboard(text: str, vocabulary: Vocabulary) -> str:
    """The text as the other keyboard would give it, when that covers clearly more words."""
    scripts = {token.script for token in tokens(text)}
    if "latin" in scripts:
        other = layout.as_greek(text)
    elif "greek" in scripts:
        other = layout.as_latin(text)
    else:
        return text
    margin = WITH_DEAD_KEY if layout.has_dead_key(text) else CLEARLY_MORE
    return other if _covered(other, vocabulary) >= _covered(text, vocabulary) + margin else text


def _covered(text: str, vocabulary: Vocabulary) -> float:
    found = tokens(text)
    if not found:
        return 0.0
    vocabulary.look_up(key for token in found for key in possible_keys(token))
    return sum(len(token.word) for token in found if _exists(token, vocabulary)) / sum(
        len(token.word) for token in found
    )


def _exists(token: Token, vocabulary: Vocabulary) -> bool:
    if vocabulary.lexicon.is_stop(token.word) or any(key in vocabulary for key in own_keys(token)):
        return True
    if token.script != "latin":
        return False
    return bool(sounds_as_stop(token, vocabulary)) or any(
        len(sound) > 2 and f"g{sound}" in vocabulary for sound in readings(token.word)
    )


def _heard(text: str, situation: Situation) -> list[Heard]:
    words = []
    found = tokens(text)[: MOST_SLOTS * 3]
    situation.vocabulary.look_up(key for token in found for key in possible_keys(token))
    greeklish = are_greeklish(found, situation.vocabulary)
    for token in found:
        word = hear(token, text[token.start : token.end], situation.vocabulary, greeklish=greeklish)
        if situation.literal:
            word = replace(
                word,
                alternatives={key: 1.0 for key in own_keys(token) if key in situation.vocabulary},
                guessed=False,
            )
        words.append(word)
    return words


def _slots(heard: Sequence[Heard], intents: Intents, vocabulary: Vocabulary) -> tuple[tuple[Slot, ...], list[Heard]]:
    """Slots of the words that count; of stop words only when nothing else is left."""
    counted = [number for number, word in enumerate(heard) if not word.stop] or list(range(len(heard)))
    found = meanings(heard, vocabulary.lexicon, intents.conditions)
    meant = (f"z{concept}" for concepts in found for concept in concepts)
    vocabulary.look_up(chain(meant, (key for word in heard for key in word.alternatives)))
    spoken = _is_spoken(heard)
    pairs = []
    for number in counted:
        slot = _slot(heard[number], {} if number in intents.codes else found[number], vocabulary)
        measured = spoken or not intents.weak.isdisjoint((number - 1, number + 1))  # «δουλειά για 50 χρονών»
        amount = measured and not slot.concepts and heard[number].token.script == "digit"
        is_weak = amount or number in intents.weak
        slot = replace(
            slot,
            idf=min(slot.idf, WEAK_IDF) if is_weak else slot.idf,
            factor=min(WEAK_COUNTS, intents.factors.get(number, 1.0)) if is_weak else intents.factors.get(number, 1.0),
            names_kind=number in intents.kinds,
            codes=intents.codes.get(number, frozenset()),
        )
        pairs.append((slot, heard[number]))
    if spoken:
        pairs = _with_circumstances(pairs, vocabulary.lexicon.persons)
    else:
        pairs = _narrowed(_side_by_side(pairs, heard, vocabulary.lexicon.joins))
    pairs = _lightened(pairs)
    if len(pairs) > MOST_SLOTS:
        rarest = sorted(pairs, key=lambda pair: -pair[0].weight)[:MOST_SLOTS]
        pairs = [pair for pair in pairs if pair in rarest]
    return tuple(slot for slot, _ in pairs), [word for _, word in pairs]


def _is_spoken(heard: Sequence[Heard]) -> bool:
    """Somebody speaks: with pronouns, auxiliaries or asking words, or with a verb; or at some length.

    Articles, prepositions and conjunctions join nouns too.
    """
    if any(word.stop and not word.link for word in heard):
        return True
    if any(_is_verb(word) for word in heard if not word.stop):
        return True
    return sum(not word.stop for word in heard) >= AT_LENGTH


def _is_verb(word: Heard) -> bool:
    if word.token.script == "latin":
        return word.guessed and bool(_VERB_IN_LATIN.search(word.token.word))
    return word.token.script == "greek" and bool(_VERB.search(word.token.word))


def _with_circumstances(pairs: Sequence[tuple[Slot, Heard]], persons: frozenset[str]) -> list[tuple[Slot, Heard]]:
    """In a sentence the words that the lexicon understands best are what it is about, the others count less."""
    meant = [_named(slot, persons) for slot, _ in pairs]
    understood = min(NAMED, max(meant))
    if understood < LEAST_NAMED:
        return list(pairs)
    return [
        (slot, word)
        if slot.codes or weight >= understood
        else (replace(slot, factor=min(slot.factor, CIRCUMSTANCE)), word)
        for (slot, word), weight in zip(pairs, meant, strict=True)
    ]


def _lightened(pairs: Sequence[tuple[Slot, Heard]]) -> list[tuple[Slot, Heard]]:
    """Circumstances, however many, never outweigh the subject."""
    weights = [slot.weight for slot, _ in pairs]
    subject = sum(weight for weight, (slot, _) in zip(weights, pairs, strict=True) if slot.factor > CIRCUMSTANCE)
    rest = sum(weights) - subject
    if not subject or rest <= MOST_REST * subject:
        return list(pairs)
    return [
        (slot if slot.factor > CIRCUMSTANCE else replace(slot, factor=slot.factor * MOST_REST * subject / rest), word)
        for slot, word in pairs
    ]


def _named(slot: Slot, persons: frozenset[str]) -> float:
    """How well the lexicon understands a word as a subject; who it is for is none beside another."""
    if not slot.concepts or slot.certainty < LIKELY:
        return 0.0
    best = max(slot.concepts, key=lambda concept: slot.concepts[concept])
    return min(slot.concepts[best], BESIDE_SUBJECT) if best in persons else slot.concepts[best]


def _side_by_side(
    pairs: Sequence[tuple[Slot, Heard]], heard: Sequence[Heard], joins: frozenset[str]
) -> list[tuple[Slot, Heard]]:
    """«Μαξιλάρια και σεντόνια»: of two things that stand side by side the one that is understood answers."""
    between = [number for number, word in enumerate(heard) if word.token.word in joins]
    beside = {id(heard[at]) for number in between for at in (number - 1, number + 1) if 0 <= at < len(heard)}
    joined = [slot for slot, word in pairs if id(word) in beside]
    if not any(slot.factor == 1 and max(slot.concepts.values(), default=0.0) >= NAMED for slot in joined):
        return list(pairs)
    return [
        (replace(slot, factor=CIRCUMSTANCE, idf=min(slot.idf, WEAK_IDF)), word)
        if id(word) in beside and not slot.concepts and not slot.codes
        else (slot, word)
        for slot, word in pairs
    ]


def _narrowed(pairs: Sequence[tuple[Slot, Heard]]) -> list[tuple[Slot, Heard]]:
    """Where nouns stand alone each one narrows: a word that no record holds is at least as rare as the rarest."""
    rarest = max((slot.idf for slot, _ in pairs), default=0.0)

    def unknown(slot: Slot, word: Heard) -> bool:
        return not slot.alternatives and word.token.script in UNKNOWN and len(word.token.word) > 1

    return [(replace(slot, idf=max(slot.idf, rarest)) if unknown(slot, word) else slot, word) for slot, word in pairs]


def _slot(word: Heard, concepts: dict[str, float], vocabulary: Vocabulary) -> Slot:
    units = max(vocabulary.snapshot.statistics.units, 1)
    frequent = max((vocabulary.frequency(key) for key, weight in word.alternatives.items() if weight >= 0.6), default=0)
    if frequent:
        idf = min(HIGHEST_IDF, math.log(1 + units / frequent))
    else:
        idf = UNKNOWN.get(word.token.script, UNKNOWN_OTHER) if len(word.token.word) > 1 else UNKNOWN_LETTER
    known = [
        math.log(1 + units / frequency)
        for concept, weight in concepts.items()
        if weight >= 0.45 and (frequency := vocabulary.frequency(f"z{concept}"))
    ]
    if known:
        idf = min(idf, max(known) + CONCEPT_MARGIN)
    return Slot(word.typed, word.alternatives, idf, concepts, literal=word.token.word, certainty=word.certainty)


def _repairs(words: Sequence[Heard], vocabulary: Vocabulary) -> tuple[Repair, ...]:
    """Words read as greeklish or corrected, as the reader may be told."""
    told = []
    for word in words:
        if not word.guessed or not word.alternatives:
            continue
        best = max(word.alternatives, key=lambda key: (word.alternatives[key], vocabulary.frequency(key), key))
        surface = vocabulary.surface(best)
        if surface and fold(surface) != word.token.word:
            told.append(Repair(word.typed, surface))
    return tuple(told)
