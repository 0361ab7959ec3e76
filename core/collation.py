"""The order of names as people of a language expect it, the same on every database.

Accents, capitals, quotation marks and dots do not count; numbers go by their size, so the 2nd stands before the
10th; the letters of the reader's own script come first («Άσυλο» before “Help desk” in Greek, after it in English).
This is the order of Unicode's root with the tailoring of CLDR for the hub's languages (decision 0033).
"""

import re
import unicodedata
from functools import cache

# First and last letter of the script that comes first.
_SCRIPTS = {"el": ("Ͱ", "Ͽ"), "uk": ("Ѐ", "ӿ"), "ar": ("؀", "ۿ")}
_LATIN = ("a", "z")
# Letters that stand after the one without their mark, and pairs that count as one letter.
_AFTER = {
    "uk": {"ґ": "г", "є": "е", "і": "и", "ї": "и", "й": "и"},
    "sq": {"ç": "c", "dh": "d", "ë": "e", "gj": "g", "ll": "l", "nj": "n", "rr": "r", "sh": "s", "th": "t",
           "xh": "x", "zh": "z"},
}  # fmt: skip
_LAST = 0x10FF00  # behind every letter: “dh” is written as d and this
_OTHERS = 0x20000  # so far behind the own script stand the letters of the others
_DIGITS = 10  # a number is filled up to so many
_NUMBER = re.compile(r"\d+")


def order_key(text: str, language: str) -> tuple[str, str]:
    """What names are sorted by for readers of `language`; of two that look alike the text itself decides."""
    plain = _tailored(text.casefold(), language)
    plain = unicodedata.normalize("NFD", plain).translate(_table(language))
    return " ".join(_NUMBER.sub(lambda found: found[0].zfill(_DIGITS), plain).split()), text


def _tailored(text: str, language: str) -> str:
    for place, (letter, before) in enumerate(_AFTER.get(language, {}).items()):
        text = text.replace(letter, before + chr(_LAST + place))
    return text


@cache
def _table(language: str) -> "_Table":
    return _Table(_SCRIPTS.get(language, _LATIN))


class _Table(dict[int, int | str | None]):
    """For `str.translate`: what stands for a letter in the key. Filled with the letters that it meets."""

    def __init__(self, own: tuple[str, str]) -> None:
        super().__init__()
        self._first, self._last = map(ord, own)

    def __missing__(self, code: int) -> int | str | None:
        self[code] = found = self._place(code)
        return found

    def _place(self, code: int) -> int | str | None:
        letter = chr(code)
        if code >= _LAST or letter.isdigit():
            return code
        if letter.isalpha():
            return code if self._first <= code <= self._last else code + _OTHERS
        return " " if letter.isspace() or unicodedata.category(letter) == "Pd" else None
