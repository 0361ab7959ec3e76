"""Whether text read from a PDF is text, line by line, and how it is mended when its letters are mapped wrongly.

Greek PDFs often lie about their letters: fonts without a map, or with that of another code page; often the headings
alone. A line is believed when most of its threes of letters also follow each other in Greek, English or Albanian.
Pure functions, no Django: they run in the process that reads the file (decision 0070).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

Mend = Callable[[str], str]

SOUND = 0.75  # share of known threes from which a line is believed
MENDED = 0.85  # what a mended line must reach: that of clean text
FEW = 8  # fewer threes say nothing about a line
GREEK, LATIN = "α-ω", "a-zà-öø-ÿ"
# What stands where a letter has no meaning: replacement, private use, control characters.
WRONG = "\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x80-\x9f"
_WORD = re.compile(rf"(?:[^\W\d_]|[{WRONG}])+")
_GREEK = re.compile(f"[{GREEK}]+")
_LATIN = re.compile(f"[{LATIN}]+")
# Scripts that are not judged: Cyrillic and Arabic PDFs of ours have no known fault.
_OTHER = re.compile(r"[Ѐ-ӿ؀-ۿ]+")
# Latin capitals and small letters that look like Greek ones.
_ALIKE = str.maketrans("ABEHIKMNOPTXYZovuµ", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖονυμ")
_FREQUENT = "αοιετσν"
_ACCENTED = map(chr, (*range(0x0370, 0x0400), *range(0x1F00, 0x2000)))
_BARE = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in _ACCENTED} | {ord("ς"): "σ"}


def folded(text: str) -> str:
    """Small letters; Greek ones without accents and with one sigma."""
    return text.lower().translate(_BARE)


def trigrams(word: str) -> Iterator[str]:
    """Each three neighbours of a word, its ends among them."""
    whole = f"<{word}>"
    return (whole[start : start + 3] for start in range(len(whole) - 2))


def judged(text: str) -> tuple[int, int]:
    """How many threes of letters of a text are known, and how many there are."""
    known = every = 0
    for word in _WORD.findall(folded(text)):
        table = _table_of(word)
        if table is None:
            continue
        threes = list(trigrams(word))
        every += len(threes)
        known += sum(three in table for three in threes)
    return known, every


def share(text: str) -> float:
    """The share of known threes; 1.0 where there are none to judge."""
    known, every = judged(text)
    return known / every if every else 1.0


def is_sound(line: str) -> bool:
    """Whether a line may be believed; short ones say nothing against themselves unless they hold wrong marks."""
    known, every = judged(line)
    return every < FEW or known / every >= SOUND


def mend_for(lines: Sequence[str]) -> Mend | None:
    """What makes unreadable lines of one document readable, all by the same fault; None when nothing does."""
    sample = "\n".join(lines)[:20_000]
    best = max(_mends(sample), key=lambda mend: share(mend(sample)))
    return best if share(best(sample)) >= MENDED else None


def _table_of(word: str) -> frozenset[str] | None:
    """The threes by which a word is judged; none known for a mixture, None for what is not judged."""
    if _GREEK.fullmatch(word):
        return _known("greek")
    if _LATIN.fullmatch(word):
        return _known("latin")
    return None if _OTHER.fullmatch(word) else frozenset()


@cache
def _known(script: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / f"{script}.txt").read_text(encoding="utf-8").split())


def _mends(sample: str) -> Iterator[Mend]:
    """Every repair that the faults of Greek PDFs suggest."""
    yield lambda text: text.translate(_ALIKE)
    for written, meant in (("cp1252", "cp1253"), ("latin-1", "iso8859-7"), ("mac_roman", "mac_greek")):
        yield _other_page(written, meant)
    for step in sorted(_steps(sample)):
        yield _shifted(step)


def _other_page(written: str, meant: str) -> Mend:
    """Bytes that were read by a wrong code page."""

    def mend(text: str) -> str:
        return "".join(_read_again(letter, written, meant) for letter in text)

    return mend


def _read_again(letter: str, written: str, meant: str) -> str:
    try:
        return letter.encode(written).decode(meant)
    except UnicodeError:
        return letter


def _shifted(step: int) -> Mend:
    """Numbers of glyphs that were taken for letters: all lie the same distance away."""

    def mend(text: str) -> str:
        return "".join(letter if letter.isspace() else chr(max(32, ord(letter) + step)) for letter in text)

    return mend


def _steps(sample: str) -> set[int]:
    """Distances that would make the most frequent signs frequent Greek letters."""
    signs = Counter(sign for sign in sample if not sign.isspace()).most_common(3)
    return {ord(letter) - ord(sign) for sign, _times in signs for letter in _FREQUENT} - {0}
