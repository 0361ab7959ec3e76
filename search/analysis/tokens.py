"""Runs of letters and digits, each with its script and its place in the text."""

import re
from functools import lru_cache
from typing import NamedTuple

from .fold import APOSTROPHES, fold_word

LONGEST_WORD = 40
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200f\u2060"
_WORD = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # Κ.Ε.Α.
    rf"|[^\W_]+(?:(?:[{_MARKS}]|(?<=[\u0400-\u04ff])[{APOSTROPHES}](?=[\u0400-\u04ff])"
    rf"|(?<=[nN])[{APOSTROPHES}](?=[tT](?![^\W_])))[^\W_]*)*"  # can't, which many write cant
)
_NOT = re.compile(rf"n[{APOSTROPHES}]t$")
_GREEK_LOOKALIKES = str.maketrans("abehikmnoptuvxyz", "αβεηικμνορτυνχυζ")
_LATIN_LOOKALIKES = str.maketrans("αβεηικμνοπρτυχζ", "abehikmnoprtuxz")


class Token(NamedTuple):
    """One word: folded, with the script that decides its rules."""

    word: str
    script: str  # greek, latin, cyrillic, arabic, digit, other
    start: int
    end: int


def _script_of(character: str) -> str:
    code = ord(character)
    if code < 0x80:
        return "digit" if character.isdigit() else "latin"
    if 0x370 <= code <= 0x3FF or 0x1F00 <= code <= 0x1FFF:
        return "greek"
    if 0x400 <= code <= 0x52F:
        return "cyrillic"
    if 0x600 <= code <= 0x6FF or 0x750 <= code <= 0x77F:
        return "arabic"
    if code < 0x250:
        return "latin"
    return "digit" if character.isdigit() else "other"


def one_script(word: str) -> tuple[str, str]:
    """The folded word in the script of most of its letters: «kάρτα» with a Latin k is Greek."""
    scripts = [_script_of(character) for character in word]
    letters = [script for script in scripts if script != "digit"]
    if not letters:
        return word, "digit"
    greek, latin = letters.count("greek"), letters.count("latin")
    if greek and latin:
        word = word.translate(_GREEK_LOOKALIKES if greek >= latin else _LATIN_LOOKALIKES)
        letters = ["greek" if greek >= latin else "latin"]
    return word, max(sorted(set(letters)), key=letters.count)


def tokens(text: str) -> list[Token]:
    """All words of the text, in order; a word longer than 40 letters is cut."""
    read = ((_read(match.group()), match.span()) for match in _WORD.finditer(text))
    return [Token(word, script, start, end) for (word, script), (start, end) in read if word]


@lru_cache(maxsize=8_192)
def _read(written: str) -> tuple[str, str]:
    """A word as it was written, folded, and its script."""
    return one_script(_NOT.sub("nt", fold_word(written[:LONGEST_WORD].replace(".", ""))))
