"""One spelling for all ways of typing the same letters."""

import re
import unicodedata
from functools import lru_cache

# Letters whose mark makes another letter: й and ї are not и and і with decoration.
_KEPT = {"\u0438\u0306": "\u0439", "\u0456\u0308": "\u0457"}
_KEPT_PAIR = re.compile("|".join(_KEPT))
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_LETTERS = str.maketrans({"ς": "σ", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss"})
APOSTROPHES = "'\u2019\u02bc\u0060\u00b4"
_CYRILLIC_APOSTROPHE = re.compile(rf"(?<=[\u0400-\u04ff])[{APOSTROPHES}](?=[\u0400-\u04ff])")
_ACRONYM = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?")
SHORT = 64  # letters of a text that is remembered


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cf", "Cc", "Cs", "Co", "Cn"} and character not in "\t\n\r"


def visible(text: str) -> str:
    """The text without what nobody sees: zero-width and bidi controls, soft hyphens, lone surrogates, NUL.

    Marks piled on a letter are cut to two, so that what is shown again cannot cover the page.
    """
    seen = "".join(" " if character in "\t\n\r" else character for character in text if not _invisible(character))
    return _few_marks(unicodedata.normalize("NFC", seen))


def _few_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= 2:
            kept.append(character)
    return "".join(kept)


def fold_word(word: str) -> str:
    """Fold a single word; `fold` for whole texts."""
    if word.isascii():
        return word.lower()
    text = unicodedata.normalize("NFKC", word).lower()
    text = "".join(character for character in text if not _invisible(character))
    text = unicodedata.normalize("NFD", text)
    text = _KEPT_PAIR.sub(lambda match: _KEPT[match.group()], text)
    text = "".join(character for character in text if not unicodedata.combining(character))
    text = unicodedata.normalize("NFC", text).translate(_LETTERS).translate(_ARABIC)
    return _CYRILLIC_APOSTROPHE.sub("", text)


def fold(text: str) -> str:
    """Lower case, no accents, one sigma, acronyms without dots («Κ.Ε.Α.» → «κεα»)."""
    joined = _ACRONYM.sub(lambda match: match.group().replace(".", ""), unicodedata.normalize("NFKC", text))
    return _fold_short(joined) if len(joined) <= SHORT else fold_word(joined)


_fold_short = lru_cache(maxsize=8_192)(fold_word)
