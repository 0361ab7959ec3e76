"""Greek names as people write them in Cyrillic or Arabic letters: Καμίνια, каміня, كامينيا."""

import re
from functools import lru_cache

SHORTEST = 3  # sounds without ending that are enough to be known by
_CYRILLIC = {
    "a": "[ая]", "e": "[еєэ]", "i": "[иіїйьы]", "o": "[оё]", "u": "[ую]",
    "k": "к+", "l": "л+", "m": "м+", "n": "н+", "p": "п+", "r": "р+", "s": "[сшз]+", "t": "т+", "z": "[зж]+",
    "f": "[фв]+", "h": "[хг]+", "g": "н?[гґкй]", "d": "н?[дт]+", "v": "м?[вбп]+", "0": "[тф]+", "ks": "(?:кс|х)",
    "ps": "пс", "ts": "(?:[цч]|тс|дз)",
}  # fmt: skip
# Vowels are often left out, and those of one letter are not told apart.
_ARABIC = {
    "a": "[اعه]?", "e": "[ايه]?", "i": "ي*", "o": "و?", "u": "و?",
    "k": "[كق]", "l": "ل+", "m": "م", "n": "ن", "p": "ب", "r": "ر", "s": "[سصش]", "t": "[تط]", "z": "[زذ]",
    "f": "ف", "h": "[خحه]", "g": "ن?[غجكي]", "d": "ن?[دضذت]", "v": "م?[فب]", "0": "[ثت]", "ks": "كس",
    "ps": "بس", "ts": "(?:تس|تش|ز)",
}  # fmt: skip
_SOUND = re.compile("ks|ps|ts|.")
# Letters, what must be there, endings, vowels that one letter writes.
_WAYS = {
    "cyrillic": (_CYRILLIC, "", "(?:[аеєиіїйоуюьяы]+[смйхв]?)?", {"ia": "[иіьй]*[ая]", "iu": "[иіьй]*[ую]"}),
    "arabic": (_ARABIC, "(?=.*[اوي].)", "[اهيوعء]*[سنه]?", {}),
}
SCRIPTS = frozenset(_WAYS)


def is_written(word: str, script: str, stem: str) -> bool:
    """Whether the word may be a Greek one of this sound, its ending aside, in other letters."""
    first = _SOUND.findall(stem)[0]
    if not re.match(_WAYS[script][0].get(first, first), word):  # patterns of most names are never made
        return False
    return _spelling(stem, script).fullmatch(word) is not None


@lru_cache(maxsize=1_024)
def _spelling(stem: str, script: str) -> re.Pattern[str]:
    letters, needed, ending, together = _WAYS[script]
    ways = "".join(letters.get(sound, sound) for sound in _SOUND.findall(stem))
    for sounds, written in together.items():
        ways = ways.replace(letters[sounds[0]] + letters[sounds[1]], written)
    return re.compile(needed + ways + ending)
