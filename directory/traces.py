"""Where an address is written in a text: in any case, with or without accents, in Latin letters, as coordinates."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from core.text import latin, without_accents
from directory.sensitive import Address

CUT = "[…]"
SHORTEST = 4  # letters of a street that is worth looking for by itself
DECIMALS = 3  # from the third on, coordinates show a house
_MARKS = "[\u0300-\u036f]*"
_GAP = r"(?:[\s_+.,-]|%20)+"


class Traces:
    """All ways in which these addresses may be written; `cut` takes them out of a text or a tree of texts."""

    def __init__(self, addresses: Iterable[Address]) -> None:
        patterns = dict.fromkeys(pattern for address in addresses for pattern in _patterns(address))
        # The longest first: a street with its number goes as a whole.
        joined = "|".join(sorted(patterns, key=len, reverse=True))
        self._pattern = re.compile(joined, re.IGNORECASE) if joined else None

    def are_in(self, value: Any) -> bool:
        """Whether a text, or any text of a list or mapping, shows one of the addresses."""
        return self.cut(value) != value

    def cut(self, value: Any) -> Any:
        """The same value without the addresses."""
        if isinstance(value, dict):
            return {key: self.cut(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.cut(inner) for inner in value]
        if not isinstance(value, str) or self._pattern is None:
            return value
        tree = _tree(value)
        if tree is not None:
            clean = self.cut(tree)
            return json.dumps(clean, ensure_ascii=False) if clean != tree else value
        found, times = self._pattern.subn(CUT, unicodedata.normalize("NFD", value))
        return unicodedata.normalize("NFC", found) if times else value


def _tree(text: str) -> Any:
    """What a text of JSON holds (drafts keep trees inside trees); None for plain words."""
    if not text.startswith(("[", "{")):
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None


def _patterns(address: Address) -> Iterable[str]:
    number = rf"(?:{_GAP}{re.escape(address.number)}\b)?" if address.number else ""
    for street in dict.fromkeys((address.street, latin(address.street))):
        if len(street) >= SHORTEST:
            yield _words(street) + number
    if address.postal_code:
        digits = r"\s?".join(address.postal_code.replace(" ", ""))
        yield rf"\b{digits}\b"
    for degrees in (address.lat, address.lon):
        if degrees:
            whole, _point, decimals = degrees.partition(".")
            yield rf"\b{whole}[.,]{decimals[:DECIMALS]}\d*"
    for words in (*address.ways.values(), *address.notes):
        yield _words(words)


def _words(text: str) -> str:
    """The words with any accents, any final sigma, and any gap between them."""
    return _GAP.join(
        "".join(("[σς]" if letter == "σ" else re.escape(letter)) + _MARKS for letter in word)
        for word in re.findall(r"\w+", without_accents(text))
    )
