"""Find every text of code and templates that is to be translated, without gettext's programs.

`python tools/messages.py` brings the catalogues in site/locale up to date; `missing()` is what the house test asks.
Greek and English hold every text; the languages of READERS hold those that a reader can meet in them.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "site" / "locale"
APPS = ("core", "search", "directory", "studies", "news", "consultations", "network", "home", "site/portal")
COMPLETE = ("el", "en")
READERS = ("ar", "sq", "uk")
Key = tuple[str, str | None]  # text, context: what a catalogue looks it up by

# What only editors and administrators see: by the beginning of the path …
EDITORS = (
    "core/accounts/", "core/admin", "core/audit", "core/blocks", "core/cache/", "core/contributions",
    "core/documents/models", "core/gone", "core/templatetags/hub_admin",
    "core/editing/", "core/fact", "core/footer", "core/handbook",
    "core/health", "core/mail/", "core/media", "core/page_forms", "core/partial_dates", "core/privacy",
    "core/provenance", "core/queue",
    "core/settings_models", "core/styleguide/", "core/taxonomy", "core/wagtail_hooks",
    "directory/admin", "directory/dates", "directory/degrees", "directory/forms/checks",
    "directory/forms/closures", "directory/forms/emergencies", "directory/forms/structures", "directory/forms/withheld",
    "directory/geography/", "directory/history", "directory/hours/refusals",
    "directory/models/activation", "directory/models/codes", "directory/models/contact", "directory/models/coverage",
    "directory/models/exceptions", "directory/models/finder", "directory/models/links",
    "directory/models/organisation", "directory/models/outline",
    "directory/models/place", "directory/models/verification", "directory/models/withheld",
    "directory/selectors/alike", "directory/selectors/contact", "directory/selectors/editing",
    "directory/selectors/structures", "directory/services/", "directory/tables/", "directory/views/checking",
    "directory/views/contact_desk", "directory/views/desk_panel", "directory/views/emergency_desk",
    "directory/views/verifying", "directory/views/withholding", "home/admin", "home/emblems", "home/models/",
    "home/selectors/chips", "news/forms", "news/models/entry", "search/admin/", "search/contributions",
    "search/lexicon/files", "search/models", "search/wording",
    "studies/admin", "site/templates/core/", "site/templates/directory/admin/", "site/templates/directory/verify",
    "site/templates/mail/", "site/templates/search/admin/", "site/templates/wagtailadmin/",
    "directory/forms/imports", "directory/forms/outlines", "directory/models/importing", "directory/views/imports",
    "directory/views/outlines",
)  # fmt: skip
# … and of pages that exist in Greek and English alone.
ELSEWHERE = (
    "consultations/models/", "consultations/pages", "consultations/selectors", "directory/api/",
    "directory/pages/coverage", "directory/pages/matrix", "home/pages/project", "home/publicity",
    "home/pages/strategy", "home/sentences", "network/models/", "search/api/", "studies/drawing", "studies/models/",
    "studies/models/indicator", "studies/pages", "studies/periods", "studies/selectors/", "studies/sentences",
    "site/templates/consultations/consultation_page", "site/templates/directory/coverage",
    "site/templates/home/project", "site/templates/home/strategy",
    "site/templates/studies/",
)  # fmt: skip
# Inside a file, what stands in a definition of a field, a panel, a list of the admin, or in its refusals.
DEFINITIONS = re.compile(r"(Field|Key|(?<!Home)Panel|Block|Constraint|ViewSet|Column|MenuItem|ValidationError)$")
LABELS = {"verbose_name", "verbose_name_plural", "help_text", "violation_error_message"}

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
    for_readers: bool = True

    @property
    def key(self) -> Key:
        """Return text and context."""
        return self.text, self.context


def in_python(source: str, place: str) -> Iterator[Message]:
    """Yield the texts in gettext calls of a Python file."""
    # Forms of readers label their fields where editors' models do.
    is_form = "forms" in place or "phones" in place
    waiting: list[tuple[ast.AST, bool]] = [(ast.parse(source), _is_for_readers(place))]
    while waiting:
        node, seen = waiting.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            shape = SHAPES.get(node.func.id, ())
            values = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if shape and len(values) >= len(shape):
                yield _message(dict(zip(shape, values, strict=False)), f"{place}:{node.lineno}", for_readers=seen)
        seen = seen and (is_form or not _is_definition(node))
        waiting += [(child, seen) for child in ast.iter_child_nodes(node)]


def _is_for_readers(place: str) -> bool:
    return not place.startswith((*EDITORS, *ELSEWHERE))


def _is_definition(node: ast.AST) -> bool:
    """Whether texts inside this node name things for editors: labels of fields, panels, refusals of a model."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            names = [name]
        case ast.ClassDef(name="Meta") | ast.Assign(targets=[ast.Name(id="page_description")]):
            return True
        case ast.ClassDef(bases=bases):
            names = [ast.unparse(base) for base in bases]
        case ast.FunctionDef(name=name):
            return name.startswith("clean")
        case _:
            return isinstance(node, ast.keyword) and node.arg in LABELS
    return any(DEFINITIONS.search(name) for name in names)


def in_template(source: str, place: str) -> Iterator[Message]:
    """Yield the texts of {% trans %}, {% blocktrans %} and _("…") in a template."""
    for call in TEMPLATE_CALL.finditer(templatize(source, origin=place)):
        values = [ast.literal_eval(literal) for literal in LITERAL.findall(call[2])]
        shape = SHAPES[call[1]]
        if len(values) >= len(shape):
            parts = dict(zip(shape, values, strict=False))
            yield _message(parts, place, for_readers=_is_for_readers(place))


def _message(parts: dict[str, str], place: str, *, for_readers: bool) -> Message:
    return Message(parts["text"], parts.get("context"), parts.get("plural"), place, for_readers)


@cache
def all_messages() -> dict[Key, Message]:
    """Return every text of the project by its key."""
    found: list[Message] = []
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                found += in_python(path.read_text(), str(path.relative_to(ROOT)))
    for path in sorted((ROOT / "site" / "templates").rglob("*")):
        if path.suffix in {".html", ".txt", ".xml", ".svg"}:
            found += in_template(path.read_text(), str(path.relative_to(ROOT)))
    by_key: dict[Key, Message] = {}
    for message in found:
        known = by_key.setdefault(message.key, message)
        by_key[message.key] = replace(
            known,
            plural=known.plural or message.plural,
            for_readers=known.for_readers or message.for_readers,
        )
    return by_key


def wanted(language: str) -> list[Message]:
    """Return the texts that the catalogue of `language` must hold."""
    return [each for each in all_messages().values() if language in COMPLETE or each.for_readers]


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
    return [message for message in wanted(language) if not _translated(known, message)]


def _translated(known: Catalog, message: Message) -> bool:
    entry = known.get(message.text, message.context)
    if entry is None or entry.fuzzy:
        return False
    words = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
    return all(words) and (message.plural is None or len(words) == known.num_plurals)


def outdated() -> list[Key]:
    """Return the texts that the project no longer has. The Greek catalogue holds some of Wagtail's too, the English
    one what once stood here and nothing else."""
    keys = ((each.id[0] if isinstance(each.id, tuple) else each.id, each.context) for each in catalogue("en"))
    return [key for key in keys if key[0] and key not in all_messages()]


def update(language: str, gone: Iterable[Key]) -> int:
    """Add new texts to the catalogue of `language`; English ones translate themselves. Return how many."""
    known, new = catalogue(language), 0
    for text, context in gone:
        known.delete(text, context)
    for message in sorted(wanted(language), key=lambda each: (each.text, each.context or "")):
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
    gone = outdated()
    for language in (*COMPLETE, *READERS):
        new = update(language, gone)
        print(f"{language}: {new} new, {len(missing(language))} without words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
