"""Find every text of code and templates that is to be translated, without gettext's programs.

`python tools/messages.py` brings site/locale/{el,en} up to date; `missing()` is what the house test asks.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "site" / "locale"
APPS = ("core", "search", "directory", "studies", "news", "consultations", "network", "home", "site/portal")
COMPLETE = ("el", "en")

# How each of gettext's functions names its arguments; templatize() writes the same names.
SHAPES = {
    "_": ("text",),
    "gettext": ("text",),
    "gettext_lazy": ("text",),
    "gettext_noop": ("text",),
    "pgettext": ("context", "text"),
    "pgettext_lazy": ("context", "text"),
    "ngettext": ("text", "plural"),
    "ngettext_lazy": ("text", "plural"),
    "npgettext": ("context", "text", "plural"),
    "npgettext_lazy": ("context", "text", "plural"),
}
STRING = r"""u?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
TEMPLATE_CALL = re.compile(rf"\b(_|n?p?gettext)\(((?:\s*(?:{STRING}|[\w.]+)\s*,?)+)\)", re.S)
LITERAL = re.compile(STRING, re.S)


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text to translate: what stands in the code, and where it was found first."""

    text: str
    context: str | None
    plural: str | None
    place: str

    @property
    def key(self) -> tuple[str, str | None]:
        """Return what a catalogue looks it up by."""
        return self.text, self.context


def in_python(source: str, place: str) -> Iterator[Message]:
    """Yield the texts in gettext calls of a Python file."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        shape = SHAPES.get(node.func.id, ())
        values = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if shape and len(values) >= len(shape):
            yield _message(dict(zip(shape, values, strict=False)), f"{place}:{node.lineno}")


def in_template(source: str, place: str) -> Iterator[Message]:
    """Yield the texts of {% trans %}, {% blocktrans %} and _("…") in a template."""
    for call in TEMPLATE_CALL.finditer(templatize(source, origin=place)):
        values = [ast.literal_eval(literal) for literal in LITERAL.findall(call[2])]
        shape = SHAPES[call[1]]
        if len(values) >= len(shape):
            yield _message(dict(zip(shape, values, strict=False)), place)


def _message(parts: dict[str, str], place: str) -> Message:
    return Message(parts["text"], parts.get("context"), parts.get("plural"), place)


def all_messages() -> dict[tuple[str, str | None], Message]:
    """Return every text of the project by its key."""
    found: list[Message] = []
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                found += in_python(path.read_text(), str(path.relative_to(ROOT)))
    for path in sorted((ROOT / "site" / "templates").rglob("*")):
        if path.suffix in {".html", ".txt", ".xml", ".svg"}:
            found += in_template(path.read_text(), str(path.relative_to(ROOT)))
    by_key: dict[tuple[str, str | None], Message] = {}
    for message in found:
        known = by_key.get(message.key)
        if known is None or (message.plural and not known.plural):
            by_key[message.key] = message
    return by_key


def catalogue(language: str) -> Catalog:
    """Return the project's translations into `language`; an empty catalogue when there are none."""
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale=language, domain="django")
    with path.open("rb") as lines:
        return read_po(lines, locale=language, domain="django")


def missing(language: str) -> list[Message]:
    """Return what is not translated into `language`. A fuzzy translation counts as missing."""
    known = catalogue(language)
    return [message for message in all_messages().values() if not _translated(known, message)]


def _translated(known: Catalog, message: Message) -> bool:
    entry = known.get(message.text, message.context)
    if entry is None or entry.fuzzy:
        return False
    words = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
    return all(words) and (message.plural is None or len(words) == known.num_plurals)


def update(language: str) -> int:
    """Add new texts to the catalogue of `language`; English ones translate themselves. Return how many."""
    known, new = catalogue(language), 0
    for message in sorted(all_messages().values(), key=lambda each: (each.text, each.context or "")):
        if _translated(known, message):
            continue
        new += 1
        texts = (message.text, message.plural) if message.plural else message.text
        words = texts if language == "en" else None
        known.delete(message.text, message.context)
        known.add(texts, words, context=message.context)
    known.revision_date = datetime.now(UTC)
    # A header marked as fuzzy looks like words nobody has checked.
    known.fuzzy = False
    known.project, known.header_comment = "Social hub", f"# Words of the hub in {known.locale.english_name}."
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        write_po(out, known, width=0, sort_output=True, omit_header=False)
    return new


def main() -> int:
    """Bring the catalogues up to date and say what waits for words."""
    for language in COMPLETE:
        new = update(language)
        print(f"{language}: {new} new, {len(missing(language))} without words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
