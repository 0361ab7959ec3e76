"""One word of a query: which keys may stand for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .analysis import abroad, languages
from .analysis.greek import sound, stem_of_sound, undiminished
from .analysis.greeklish import readings, sounds
from .analysis.keys import keys_of
from .analysis.tokens import Token
from .vocabulary import Vocabulary

SOUND_ONLY = 0.65  # the sound agrees, but the corpus knows this very spelling
BESIDE_ENGLISH = 0.75  # greeklish reading of a word that is also English or Albanian
LESS_LIKELY = 0.8  # a reading of greeklish that is not the first one known
FUZZY = 0.85
FUZZY_STEP = 0.2
DOUBT = 2.0  # per error and letter of what was compared; an error in the first letter is rare, so it counts twice
LIKELY = 0.4  # below this a guess may say little: one letter of three
UNLIKELY = 0.6
FAMILY = 0.75
FAMILY_BESIDE = 0.62
SHORTEST_GREEKLISH_GUESS = 5
_READINGS_GUESSED = 6


@dataclass(frozen=True, slots=True)
class Heard:
    """A word with its alternatives; `known` when the index or the lexicon has it as typed or as it sounds."""

    token: Token
    typed: str
    alternatives: dict[str, float] = field(default_factory=dict)
    known: bool = False
    stop: bool = False
    link: bool = False  # a stop word that only joins nouns
    guessed: bool = False  # corrected by a guess or read as greeklish
    certainty: float = 1.0  # that a guess is what was meant


def hear(token: Token, typed: str, vocabulary: Vocabulary, *, greeklish: bool = False) -> Heard:
    """All alternatives of a word, the surest first; among words in greeklish «toy» is no toy."""
    if token.script == "arabic":
        token = _bare(token, vocabulary)
    stop = vocabulary.lexicon.is_stop(token.word)
    direct = _direct(token, vocabulary)
    read = _greeklish(token, vocabulary, beside=bool(direct))
    link = token.word in vocabulary.lexicon.links
    said = sounds_as_stop(token, vocabulary)
    if not stop and said and (greeklish or own_keys(token)[0] not in vocabulary):
        stop, link = True, vocabulary.lexicon.link_sounds.issuperset(said)
    alternatives = {**read, **direct}
    known = bool(alternatives)
    guessed = bool(read) and not direct
    certainty = 1.0
    if not known and not stop and token.script in abroad.SCRIPTS:
        alternatives = _names(token, vocabulary)
        known = guessed = bool(alternatives)
    if not known and not stop and token.script in ("greek", "latin"):
        alternatives = _larger(token, vocabulary)
        known = bool(alternatives)
    if not known and not stop:
        alternatives, certainty = _guesses(token, vocabulary)
        guessed = bool(alternatives)
    if stop:
        # A stop word carries nothing, but expressions hold it: «δεν έχω να φάω», `den exw na faw`.
        held = [*own_keys(token), *(f"g{stem_of_sound(heard)}" for heard in said)]
        alternatives = {**dict.fromkeys(held, 1.0), **alternatives}
    else:
        _add_family(alternatives, token, vocabulary)
    return Heard(token, typed, alternatives, known=known, stop=stop, link=link, guessed=guessed, certainty=certainty)


def _bare(token: Token, vocabulary: Vocabulary) -> Token:
    """The word without what is joined before it, or of another person, when it is known only so: وحفاضات, ننام."""
    bare = (token.word, *languages.arabic_bare(token.word))
    persons = (word for each in bare for word in languages.arabic_persons(each))
    ways = (token._replace(word=word) for word in (*bare, *persons))
    return next((way for way in ways if vocabulary.lexicon.is_stop(way.word) or own_keys(way)[0] in vocabulary), token)


def own_keys(token: Token) -> list[str]:
    """The keys of the word as typed, spelling first."""
    if token.script == "latin" and not any(letter.isdigit() for letter in token.word):
        return list(dict.fromkeys(["l" + languages.english(token.word), "l" + languages.albanian(token.word)]))
    found = keys_of(token.word, token.script, "el")
    return list(dict.fromkeys([found.stem, found.sound]))


def possible_keys(token: Token) -> list[str]:
    """Every key by which the word may be known, to be looked up at once."""
    keys = own_keys(token)
    return keys + [f"g{sound}" for sound in readings(token.word)] if token.script in ("latin", "digit") else keys


def _direct(token: Token, vocabulary: Vocabulary) -> dict[str, float]:
    keys = own_keys(token)
    if token.script != "greek" or len(keys) == 1:
        return {key: 1.0 for key in keys if key in vocabulary}
    stem, sound = keys
    if stem in vocabulary:
        return {stem: 1.0, sound: SOUND_ONLY}
    return {sound: 1.0} if sound in vocabulary else {}


def _greeklish(token: Token, vocabulary: Vocabulary, *, beside: bool) -> dict[str, float]:
    if token.script not in ("latin", "digit"):
        return {}
    weight = BESIDE_ENGLISH if beside else 1.0
    known = [f"g{sound}" for sound in readings(token.word) if len(sound) > 1 and f"g{sound}" in vocabulary]
    return {key: weight if key == known[0] else weight * LESS_LIKELY for key in known}


def _larger(token: Token, vocabulary: Vocabulary) -> dict[str, float]:
    """The words of which it may be the small form: «παιδάκι», `paidaki`."""
    heard = sounds(token.word) if token.script == "latin" else (sound(token.word),)
    keys = (f"g{stem}" for small in heard for stem in undiminished(small))
    return {key: 1.0 for key in keys if key in vocabulary}


def _names(token: Token, vocabulary: Vocabulary) -> dict[str, float]:
    """Greek names in the letters of the word, an Arabic one also behind what is joined before it: بكامينيا."""
    joined = languages.arabic_bare(token.word) if token.script == "arabic" else ()
    ways = (vocabulary.written_abroad(word, token.script) for word in (token.word, *joined))
    return dict.fromkeys(next(filter(None, ways), ()), 1.0)


def are_greeklish(found: Iterable[Token], vocabulary: Vocabulary) -> bool:
    """The Latin words that say something are Greek ones, and none is known as it is written."""
    latin = [token for token in found if token.script == "latin" and not sounds_as_stop(token, vocabulary)]
    if any(vocabulary.lexicon.is_stop(token.word) or own_keys(token)[0] in vocabulary for token in latin):
        return False
    return any(_greeklish(token, vocabulary, beside=False) for token in latin)


def sounds_as_stop(token: Token, vocabulary: Vocabulary) -> list[str]:
    """Stop words that it sounds like, in greeklish or misspelt: «πλιροφορίες»."""
    heard = (sound(token.word),) if token.script == "greek" else sounds(token.word)
    return [each for each in heard if each in vocabulary.lexicon.stop_sounds]


def _guesses(token: Token, vocabulary: Vocabulary) -> tuple[dict[str, float], float]:
    """Words one or two typing errors away, and how certain the nearest is; never for digits."""
    if token.script == "digit" or any(letter.isdigit() for letter in token.word):
        return {}, 1.0
    keys = own_keys(token)
    if token.script == "latin":
        heard = readings(token.word)[:_READINGS_GUESSED]
        keys += [f"g{sound}" for sound in heard if len(sound) >= SHORTEST_GREEKLISH_GUESS]
    found: dict[str, float] = {}
    certainty = 0.0
    for key in keys:
        for near, steps in vocabulary.near(key, _distance(key)):
            sure = likelihood(key, near, steps)
            weight = FUZZY - FUZZY_STEP * (steps - 1)
            found[near] = max(found.get(near, 0.0), weight if sure >= LIKELY else weight * UNLIKELY)
            certainty = max(certainty, sure)
    return found, certainty if found else 1.0


def likelihood(key: str, near: str, steps: int) -> float:
    """That a key with so many errors was meant to be the other."""
    errors = steps + (key[1] != near[1])
    return max(0.0, 1 - DOUBT * errors / (len(key) - 1))


def _distance(key: str) -> int:
    letters = len(key) - 1
    if key[0] == "o":
        return 0 if letters < 6 else 1 if letters < 8 else 2
    return 0 if letters < 3 else 1 if letters < 7 else 2


def _add_family(alternatives: dict[str, float], token: Token, vocabulary: Vocabulary) -> None:
    """Longer words with the same beginning; for guesses and stop words there is none."""
    exact = {key for key, weight in alternatives.items() if weight >= SOUND_ONLY and key[0] != "o"}
    starts = sorted(exact) or [key for key in possible_keys(token) if key[0] != "o"]
    weight = FAMILY_BESIDE if exact else FAMILY
    for start in starts[:4]:
        for key in vocabulary.family(start):
            alternatives.setdefault(key, weight)
