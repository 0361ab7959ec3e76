"""Greek typed in Latin letters: the sounds that it may stand for (queries only; nothing of it is stored)."""

from functools import lru_cache

from .greek import single, stem_of_sound

MOST_READINGS = 128
# Sounds, first the likelier one. What sounds alike (d for δ and ντ, b and mp for β) needs no second reading.
_TRIPLES = {
    "tch": ("ts",),
    # Here the second and third letter belong together: πένθος, συμφωνία, έλεγχος.
    "nth": ("n0", "di"),
    "mph": ("mf", "vi"),
    "nch": ("gh",),
    "nkh": ("gh",),
    "ngh": ("gh",),
}
_PAIRS = {
    "th": ("0", "ti"),
    "ou": ("u",),
    "oy": ("u",),
    "ai": ("e", "ai"),
    "ei": ("i", "ei"),
    "oi": ("i", "oi"),
    "eu": ("ev",),
    "ey": ("ev",),
    "au": ("av",),
    "ay": ("av",),
    "ef": ("ef", "ev"),
    "af": ("af", "av"),
    "mp": ("v",),
    "nt": ("d",),
    "nd": ("d",),
    "dh": ("di", "d"),
    "gh": ("gi", "g"),
    "gk": ("g",),
    "gg": ("g",),
    "ng": ("g",),
    "ch": ("h", "ki"),
    "kh": ("h", "ki"),
    "ph": ("f", "pi"),
    "tz": ("ts",),
}
_LETTERS = {
    "h": ("i", "h"),
    "x": ("h", "ks"),
    "u": ("i", "u"),
    "y": ("i",),
    "c": ("k", "s", "ts"),
    "b": ("v",),
    "j": ("ks", "ts"),
    "q": ("0",),
    "w": ("o",),
    "8": ("0",),
    "9": ("0",),
    "3": ("ks",),
    "4": ("ps",),
}


def _choices(word: str) -> list[tuple[str, ...]]:
    parts: list[tuple[str, ...]] = []
    at = 0
    while at < len(word):
        for length, table in ((3, _TRIPLES), (2, _PAIRS)):
            if word[at : at + length] in table:
                parts.append(table[word[at : at + length]])
                at += length
                break
        else:
            parts.append(_LETTERS.get(word[at], (word[at],)))
            at += 1
    return parts


@lru_cache(maxsize=4_096)
def sounds(word: str) -> tuple[str, ...]:
    """Sounds that a folded Latin word may stand for, likeliest first, at most 128.

    A word with more readings than that is nobody's Greek: it stays literal.
    """
    if word.isdigit() or not word.isascii():
        return ()
    found = [(0, "")]
    for part in _choices(word):
        found = [(rare + place, begun + option) for rare, begun in found for place, option in enumerate(part)]
        if len(found) > MOST_READINGS:
            return ()
    found.sort(key=lambda reading: reading[0])
    return tuple(dict.fromkeys(single(heard) for _, heard in found))


@lru_cache(maxsize=4_096)
def readings(word: str) -> tuple[str, ...]:
    """The same without endings: what the index is asked for."""
    return tuple(dict.fromkeys(stem_of_sound(heard) for heard in sounds(word)))
