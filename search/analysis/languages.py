"""Stems of the other languages: English, Albanian, Ukrainian, Arabic. Light on purpose."""

import re

_VOWELS = "aeiouy"
# What an ending becomes; at least four letters stay.
_EN_DERIVED = {
    **dict.fromkeys(("ations", "ation", "ating", "ators", "ator", "ated", "ates", "ate", "ions", "ion"), ""),
    **dict.fromkeys(("ments", "ment", "ness", "ance", "al"), ""),
    **{"bility": "bl", "ancy": "ant", "ence": "ent"},
}
_EN_IRREGULAR = {"children": "child", "teeth": "tooth", "women": "woman", "men": "man", "lives": "life"}
_SQ_ENDINGS = ("ve", "te", "sh", "n", "t", "s")
_UK_ENDINGS = tuple(
    sorted(
        re.findall(
            r"\w+",
            "ами ями ові еві ого ому ими ість ості істю ання яння ення анням енням ься ать ять уть ють ити ати іти"
            " ила или ило ала али ало ив ав ією ої ою ею ів їв ах ях ам ям ом ем єм им их ий ій ень"
            " а я о е є и і ї у ю ь й в",
        ),
        key=len,
        reverse=True,
    )
)
# Sounds that change before an ending: рука, руці; допомога, допомозі.
_UK_CHANGED = {"ц": "к", "з": "г"}
_AR_PREFIXES = ("وال", "بال", "فال", "كال", "ولل", "لل", "ال")
_AR_ENDINGS = (
    "يات", "تنا", "تها", "تهم", "ات", "تي", "ين", "ون", "ان", "يه", "كم", "هم", "ها", "نا", "ه", "ي", "ك", "ا", "ء",
)  # fmt: skip
_AR_PERSONS = "ايتن"  # how a verb begins: I, he, she or you, we
_AR_JOINED = "وفبلكس"  # and, so, in, for, as, will: written together with the next word


def english(word: str) -> str:
    """Stem of an English word; at least three letters stay: vaccinations → vaccin."""
    if len(word) <= 3:
        return word
    stem = _en_plural(_EN_IRREGULAR.get(word, word))
    if stem.endswith("iness"):
        stem = stem[:-5] + "y"
    if stem.endswith("er") and len(stem) >= 7 and stem[-3] not in _VOWELS:
        stem = stem[:-2]  # who does it: interpreter
    for ending, other in _EN_DERIVED.items():
        if stem.endswith(ending) and len(stem) - len(ending) >= 4:
            stem = stem[: -len(ending)] + other
            break
    for ending, least in (("ing", 3), ("ed", 3), ("ly", 4)):
        if stem.endswith(ending) and len(stem) - len(ending) >= least and set(stem[: -len(ending)]) & set(_VOWELS):
            return _en_undouble(stem[: -len(ending)])
    return _en_end(stem)


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
    return _en_end(stem)


def _en_end(stem: str) -> str:
    if stem.endswith("y") and len(stem) > 3 and stem[-2] not in _VOWELS:
        return stem[:-1] + "i"
    return stem[:-1] if stem.endswith("e") and len(stem) > 3 else stem


def albanian(word: str) -> str:
    """Stem of a folded Albanian word; at least four letters stay: shtëpinë, shtëpisë → shtep."""
    for vowels in ("aeiou", "aio"):
        for ending in _SQ_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 4 and word[-len(ending) - 1] in vowels:
                word = word[: -len(ending)]
                break
        while len(word) > 4 and word[-1] in "aeiou":
            word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] in "jv" else word


def ukrainian(word: str) -> str:
    """Stem of a folded Ukrainian word; at least four letters stay: лікаря, лікарі → лікар."""
    if word.endswith("ок") and len(word) > 4:
        return word[:-2] + "к"  # садок, садка
    for _ in range(2):
        for ending in _UK_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word[: -len(ending)]
                break
    return word[:-1] + _UK_CHANGED.get(word[-1], word[-1])


def arabic(word: str) -> str:
    """Stem of a folded Arabic word, without article and common endings; at least three letters stay."""
    for prefix in _AR_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for _ in range(2):
        for ending in _AR_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                word = word[: -len(ending)]
                break
    return word


def arabic_bare(word: str) -> list[str]:
    """The word without what may be joined before it: وحفاضات → حفاضات; ولاطفالي → لاطفالي, اطفالي."""
    bare: list[str] = []
    while word[:1] in _AR_JOINED and len(word) > 3 and len(bare) < 2:
        word = word[1:]
        bare.append(word)
    return bare


def arabic_persons(word: str) -> list[str]:
    """The verb as others say it: ننام → انام, ينام, تنام."""
    if word[:1] not in _AR_PERSONS or len(word) < 4:
        return []
    return [person + word[1:] for person in _AR_PERSONS if person != word[0]]
