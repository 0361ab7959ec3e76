"""Words of an object in a reader's language; where one is missing, the nearest language lends it and is named."""

from collections.abc import Callable, Mapping
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from core.languages import codes, order

TEXTUAL = frozenset({"heading", "text", "quote", "steps", "callout"})
# Long lists of dates and codes: nothing in them is borrowed from another language.
UNMARKED = frozenset({"x-exceptions", "x-facts"})


class Written:
    """The rows of one object by language. `borrowed` is the first other language that had to lend a word.

    When no fallback has a word, any language does: which properties an object has must not depend on the reader.
    """

    def __init__(self, rows: Mapping[str, Any], language: str):
        self.rows, self.language, self.borrowed = rows, language, ""
        self._order = tuple(dict.fromkeys((*order(language), *codes())))

    def say(self, read: Callable[[Any], str]) -> str:
        """What `read` finds in the nearest language that has it; empty when none does."""
        for code in self._order:
            text = read(self.rows[code]).strip() if code in self.rows else ""
            if text:
                self.borrowed = self.borrowed or (code if code != self.language else "")
                return text
        return ""

    @property
    def mark(self) -> dict[str, str]:
        return {"x-lang": self.borrowed} if self.borrowed else {}


def told(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that say something: unknown is left out, never null or empty."""
    return {key: value for key, value in properties.items() if value not in (None, "", [], {}, ())}


def marked(told: dict[str, Any]) -> dict[str, Any]:
    """The same object, marked when something nested in it is: a reader of the whole need not look into all parts."""
    if "x-lang" in told:
        return told
    inner = _first_mark(told)
    return {"x-lang": inner} | told if inner else told


def _first_mark(told: Mapping[str, Any]) -> str:
    """The first mark in the parts of an object or below; plain loops, because a page holds fifty thousand values."""
    for name, value in told.items():
        if name in UNMARKED:
            continue
        for part in value if isinstance(value, list) else (value,):
            if isinstance(part, dict) and (found := part.get("x-lang") or _first_mark(part)):
                return found
    return ""


def texts(raw: Any) -> str:
    """The words of a stored body as lines, without reading images, documents or pages (no query)."""
    return "\n".join(line for block in raw if block["type"] in TEXTUAL for line in _lines(block["value"]))


def _lines(value: Any) -> list[str]:
    if isinstance(value, str):
        plain = unescape(strip_tags(value.replace("</p>", "</p>\n").replace("</li>", "</li>\n"))).strip()
        return [plain] if plain else []
    if isinstance(value, dict):
        named = (part for key, part in value.items() if key not in ("id", "type", "tone"))
        return [line for part in named for line in _lines(part)]
    return [line for part in value for line in _lines(part)] if isinstance(value, list) else []
