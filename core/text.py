"""Greek letters done right (Latin slugs by ISO 843, accent-blind order), keys, numbers and cuts."""

import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import count

# ISO 843:1997 type 2 (transcription), pairs before letters.
_PAIRS = {
    "ου": "ou", "οι": "oi", "ει": "ei", "αι": "ai", "υι": "yi",
    "γγ": "ng", "γξ": "nx", "γχ": "nch", "ντ": "nt", "μπ": "mp", "γκ": "gk", "τζ": "tz",
}  # fmt: skip
_LETTERS = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_UNVOICED = "θκξπσςτφχψ"
_ACUTE = "\u0301"
_DIAERESIS = "\u0308"


def greek(text: str) -> str:
    """`el` for words that hold Greek letters, else nothing: names and titles of sources carry no language."""
    return "el" if re.search(r"[Ͱ-Ͽἀ-῿]\.?[Ͱ-Ͽἀ-῿]", text) else ""  # «π.μ.» too


def written_in(text: str) -> str:
    """Language of a title that nobody named a language for, by its letters; Latin ones are taken for English."""
    return greek(text) or ("en" if re.search(r"[A-Za-z]{2}", text) else "")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may be in another language than the page: components mark them with `language`."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.text


def without_accents(text: str) -> str:
    """Lower-case letters without any mark; final sigma becomes σ. For comparing and ordering."""
    folded = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).replace("ς", "σ")


def latin(text: str) -> str:
    """Greek in Latin letters by ISO 843 («Ευαγγελία» → «evangelia»), without accents, lower case."""
    marked = unicodedata.normalize("NFD", text.lower())
    # A diaeresis separates two vowels: keep it as a break that no pair matches.
    plain = marked.replace(_ACUTE, "")
    plain = re.sub(rf"([ιυ]){_DIAERESIS}", "\x00\\1", plain)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(rf"([αεη])υ(?=[{_UNVOICED}]|$|\W)", lambda m: _LETTERS[m[1]] + "f", plain)
    plain = re.sub(r"([αεη])υ(?=\w)", lambda m: _LETTERS[m[1]] + "v", plain)
    for pair, written in _PAIRS.items():
        plain = plain.replace(pair, written)
    return "".join(_LETTERS.get(letter, letter) for letter in plain).replace("\x00", "")


def slug(text: str, *, length: int = 60) -> str:
    """An address of Latin letters, digits and hyphens, cut at a word («Η Κοινότητα Β΄» → «i-koinotita-v»)."""
    words = re.findall(r"[a-z0-9]+", latin(text))
    kept = ""
    for word in words:
        joined = f"{kept}-{word}" if kept else word
        if len(joined) > length:
            break
        kept = joined
    return kept or "-".join(words)[:length]


def free_key(stem: str, taken: Container[str]) -> str:
    """The stem, or the stem with the first number from 2 on that nobody has."""
    numbered = (f"{stem}-{number}" for number in count(2))
    return stem if stem not in taken else next(key for key in numbered if key not in taken)


def whole_number(written: str) -> int:
    """What is written in digits; 0 for anything else, and for more digits than any list is long."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0


def shortened(text: str, *, length: int = 200) -> str:
    """The text, cut after a word with an ellipsis when it is longer."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",.·;:") + "…"


def ranges(numbers: Sequence[int]) -> str:
    """Rising numbers as people write them: “3–7, 12”."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}–{last}" if last > first else str(first) for first, last in runs)
