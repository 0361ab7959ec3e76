"""Greek words by spelling and by sound."""

import re

from .verbs import FORMS

SHORTEST = 3
_PAIRS = {
    "αι": "e",
    "ει": "i",
    "οι": "i",
    "υι": "i",
    "ου": "u",
    "αυ": "av",
    "ευ": "ev",
    "ηυ": "iv",
    "μπ": "v",
    "ντ": "d",
    "γκ": "g",
    "γγ": "g",
    "τζ": "ts",
}
_LETTERS = {
    **dict(zip("αβγδεζηθικλμν", "avgdezi0iklmn", strict=True)),
    **dict(zip("ξοπρστυφχψω", ("ks", "o", "p", "r", "s", "t", "i", "f", "h", "ps", "o"), strict=True)),
}
_VOWELS = "aeiou"
# Endings of sounds, longest first. A neuter in -μα has three stems in writing and one here.
_NEUTER = ("matos", "maton", "mata")
_VERB = (
    "omaste",
    "odusan",
    "umaste",
    "odas",
    "ome",
    "ume",
    "une",
    "ese",
    "ete",
    "ane",
    "ame",
    "ate",
    "ode",
    "oste",
    "usan",
    "usa",
    "un",
)
# An adverb whose end is no ending: «δωρεάν» is not «δωρεά».
_ADVERB, _ADVERB_SOUND = "δωρεαν", "dorean"
# How what is small ends, by its sound: παιδάκι, λεφτουδάκια, τσαντούλα, δουλίτσα.
_SMALL = re.compile("(?:(?:ud|ar)?ak(?:i|ia|os)|ul(?:a|as|es|i|ia|is)|its(?:a|as|es))$")
_SPELLED_NEUTER = ("ματοσ", "ματων", "ματα")


def sound(word: str) -> str:
    """How a folded Greek word sounds: «συσσίτιο» and «σισίτιο» → sisitio."""
    out: list[str] = []
    at = 0
    while at < len(word):
        pair = _PAIRS.get(word[at : at + 2])
        if pair is not None:
            out.append(pair)
            at += 2
            continue
        out.append(_LETTERS.get(word[at], word[at]))
        at += 1
    return single("".join(out))


def single(letters: str) -> str:
    """Double letters written once; digits stay."""
    kept = letters[:1]
    for letter in letters[1:]:
        if letter != kept[-1] or letter in "123456789":
            kept += letter
    return kept


_SOUNDS = {sound(form): sound(verb) for form, verb in FORMS.items()}


def stem_of_sound(heard: str) -> str:
    """The sound without its ending; at least three characters stay."""
    heard = _SOUNDS.get(heard, heard)
    if heard == _ADVERB_SOUND:
        return heard
    for ending in _NEUTER:
        if heard.endswith(ending) and len(heard) - len(ending) >= SHORTEST - 1:
            return heard[: 1 - len(ending)]
    for ending in _VERB:
        if heard.endswith(ending) and len(heard) - len(ending) >= SHORTEST:
            return heard[: -len(ending)]
    if heard[-1:] in ("n", "s") and len(heard) > SHORTEST:
        heard = heard[:-1]
    while len(heard) > SHORTEST and heard[-1] in _VOWELS:
        heard = heard[:-1]
    return heard


def sound_stem(word: str) -> str:
    """Key by sound of a folded Greek word."""
    return stem_of_sound(sound(word))


def spelling_stem(word: str) -> str:
    """Key by spelling of a folded Greek word: keeps μείνω apart from μήνα, which sounds alike."""
    if word == _ADVERB:
        return word
    word = FORMS.get(word, word)
    for ending in _SPELLED_NEUTER:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - 1:
            return word[: 1 - len(ending)]
    if word[-1:] in ("ν", "σ") and len(word) > SHORTEST:
        word = word[:-1]
    while len(word) > SHORTEST and word[-1] in "αεηιουω":
        word = word[:-1]
    return word


def undiminished(heard: str) -> list[str]:
    """Stems of the word of which this sound may be the small form: pedaki → ped."""
    small = _SMALL.search(heard)
    if small is None or small.start() < SHORTEST:
        return []
    return list(dict.fromkeys(stem_of_sound(heard[: small.start()] + ending) for ending in ("", "a")))
