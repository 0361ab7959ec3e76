"""Words typed with the other keyboard switched on."""

import re

_TO_GREEK = dict(zip("qwertyuiopasdfghjklzxcvbnm", ";ςερτυθιοπασδφγηξκλζχψωβνμ", strict=True))
_TO_LATIN = {greek: latin for latin, greek in _TO_GREEK.items()} | {"σ": "s", ";": "q"}
_VOWELS = dict(zip("aehioyv", "άέήίόύώ", strict=True))
_DEAD_KEY = re.compile(r"[;:\[]([aehioyv])")
_LOST_KEY = re.compile(r"(?<=\w);(?=\w)")  # the accent, hit a letter too late: `emvo;lia`


def as_greek(text: str) -> str:
    """What these keys give on a Greek keyboard; `;` before a vowel is the accent: `syss;itio`."""
    accented = _DEAD_KEY.sub(lambda match: _VOWELS[match.group(1)], text.lower())
    accented = _LOST_KEY.sub("", accented)
    return "".join(_TO_GREEK.get(letter, letter) for letter in accented)


def as_latin(text: str) -> str:
    """What Greek keys give on a Latin keyboard: «ψλινιψ» → clinic."""
    return "".join(_TO_LATIN.get(letter, letter) for letter in text)


def has_dead_key(text: str) -> bool:
    """A semicolon inside a word: nobody writes it on purpose."""
    return bool(re.search(r"[a-z][;:\[]?[;:][a-z]", text.lower()))
