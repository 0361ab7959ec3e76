"""Stems of the other languages: English, Albanian, Ukrainian, Arabic. Light on purpose."""

import re
from functools import lru_cache

_VOWELS = "aeiouy"
_EN_DERIVED = (
    "ations",
    "ation",
    "ating",
    "ators",
    "ator",
    "ated",
    "ates",
    "ate",
    "ions",
    "ion",
    "ments",
    "ment",
)
_SQ_ENDINGS = ("ve", "te", "sh", "n", "t", "s")
_UK_ENDINGS = tuple(
    sorted(
        re.findall(
            r"\w+",
            "ами ями ові еві ого ому ими ість ості істю ання яння ення ься ать ять уть ють ити ати іти"
            " ої ою ею ів їв ах ях ам ям ом ем єм ий ій а я о е є и і ї у ю ь й в",
        ),
        key=len,
        reverse=True,
    )
)
_AR_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال")
_AR_ENDINGS = ("يات", "ات", "ين", "ون", "ان", "يه", "كم", "هم", "ها", "نا", "ه", "ي", "ك")


@lru_cache(maxsize=65_536)
def english(word: str) -> str:
    """Stem of an English word; at least three letters stay: vaccinations → vaccin."""
    if len(word) <= 3:
        return word
    stem = _en_plural(word)
    for ending in _EN_DERIVED:
        if stem.endswith(ending) and len(stem) - len(ending) >= 4:
            return stem[: -len(ending)]
    for ending in ("ing", "ed", "ly"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 3 and set(stem[: -len(ending)]) & set(_VOWELS):
            return _en_undouble(stem[: -len(ending)])
    if stem.endswith("y") and len(stem) > 3 and stem[-2] not in _VOWELS:
        return stem[:-1] + "i"
    return stem[:-1] if stem.endswith("e") and len(stem) > 3 else stem


def _en_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _en_undouble(stem: str) -> str:
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz" + _VOWELS:
        return stem[:-1]
    if stem.endswith("y") and len(stem) > 3 and stem[-2] not in _VOWELS:
        return stem[:-1] + "i"
    return stem[:-1] if stem.endswith("e") and len(stem) > 3 else stem


@lru_cache(maxsize=65_536)
def albanian(word: str) -> str:
    """Stem of a folded Albanian word; at least four letters stay: vaksinë, vaksina → vaksin."""
    for ending in _SQ_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4 and word[-len(ending) - 1] in "aeiou":
            word = word[: -len(ending)]
            break
    while len(word) > 4 and word[-1] in "aeiou":
        word = word[:-1]
    return word


@lru_cache(maxsize=65_536)
def ukrainian(word: str) -> str:
    """Stem of a folded Ukrainian word; at least four letters stay: лікаря, лікарі → лікар."""
    for _ in range(2):
        for ending in _UK_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word[: -len(ending)]
                break
    return word


@lru_cache(maxsize=65_536)
def arabic(word: str) -> str:
    """Stem of a folded Arabic word, without article and common endings; at least three letters stay."""
    for prefix in _AR_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for ending in _AR_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
