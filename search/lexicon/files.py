"""Words of editors as a file: the same rows always give the same bytes, and what is wrong is named with its place."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from search.fields import folded
from search.lexicon.compiled import LANGUAGES, shipped
from search.models import Concept, Expression

HEAD = "# Words that editors added to search. `manage.py search_lexicon import FILE.toml` reads them.\n"
_TEXTS = ("name", "extends", "need")
_START = re.compile(r"^\s*\[\[\s*concept\s*\]\]", re.MULTILINE)


class FileRefused(Exception):
    """The file cannot be taken; `faults` say why, each with its place."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """A concept as the file holds it; expressions by language, in their order."""

    name: str
    extends: str = ""
    need: str = ""
    used: bool = True
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def written(concepts: Iterable[Concept]) -> str:
    """The concepts as TOML, by name."""
    ordered = sorted(concepts, key=lambda concept: (folded(concept.name), concept.name))
    return HEAD + "".join(f"\n{_block(concept)}" for concept in ordered)


def _block(concept: Concept) -> str:
    lines = ["[[concept]]", f"name = {_quoted(concept.name)}"]
    if concept.extends:
        lines.append(f"extends = {_quoted(concept.extends)}")
    if concept.need:
        lines.append(f"need = {_quoted(concept.need.slug)}")
    if not concept.is_used:
        lines.append("used = false")
    for language in LANGUAGES:
        texts = [_quoted(each.text) for each in concept.expressions.all() if each.language == language]
        if texts:
            lines.append(f"{language} = [{', '.join(texts)}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def read(text: str, *, needs: Iterable[str]) -> list[ConceptRow]:
    """The concepts of a file; `needs` are the codes that exist. Raises FileRefused with everything that is wrong."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FileRefused([str(error)]) from error
    tables = content.get("concept", [])
    if content.keys() - {"concept"} or not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise FileRefused([_("A file of words holds [[concept]] tables and nothing else.")])
    lines = [text.count("\n", 0, found.end()) + 1 for found in _START.finditer(text)]
    faults: list[str] = []
    rows: list[ConceptRow] = []
    codes, names = frozenset(needs), set[str]()
    for number, table in enumerate(tables):
        name = str(table.get("name", ""))
        wrong = [*_faults(table, codes), *([_("this name stands above too")] if name in names else [])]
        line = lines[number] if len(lines) == len(tables) else "?"
        place = _("line %(line)s, concept “%(name)s”") % {"line": line, "name": name}
        faults += [f"{place}: {fault}" for fault in wrong]
        names.add(name)
        if not wrong:
            rows.append(_row(table))
    if faults:
        raise FileRefused(faults)
    return rows


def _row(table: dict[str, Any]) -> ConceptRow:
    words = {language: tuple(table[language]) for language in LANGUAGES if language in table}
    texts = {key: table[key] for key in _TEXTS if key in table}
    return ConceptRow(**texts, used=table.get("used", True), words=words)


def _faults(table: dict[str, Any], needs: frozenset[str]) -> list[str]:
    """Everything that is wrong in one concept."""
    known = (*_TEXTS, "used", *LANGUAGES)
    faults = [
        _("“%(key)s” is not known. Known: %(known)s") % {"key": key, "known": ", ".join(known)}
        for key in table
        if key not in known
    ]
    faults += [_("%(key)s is a text in quotes") % {"key": key} for key in _TEXTS if not _is_text(table.get(key, ""))]
    if not isinstance(table.get("used", True), bool):
        faults.append(_("used is true or false"))
    for language in LANGUAGES:
        texts = table.get(language, [])
        if not isinstance(texts, list) or not all(_is_text(text) for text in texts):
            faults.append(_("%(key)s is a list of texts: [“…”, “…”]") % {"key": language})
    return faults or [*_unknown(table, needs), *_refused(table)]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _unknown(table: dict[str, Any], needs: frozenset[str]) -> list[str]:
    faults = []
    if table.get("extends") and table["extends"] not in shipped().concepts:
        faults.append(_("search knows no concept “%(id)s” that could be extended") % {"id": table["extends"]})
    if table.get("need") and table["need"] not in needs:
        faults.append(_("there is no need “%(code)s”") % {"code": table["need"]})
    return faults


def _refused(table: dict[str, Any]) -> list[str]:
    """What the form would refuse too, in its words."""
    faults = _messages(Concept(name=table.get("name", "")), "name", ("need", "extends"))
    for language in LANGUAGES:
        texts = table.get(language, [])
        for text in texts:
            refused = _messages(Expression(language=language, text=text), f"{language}, “{text}”", ("concept",))
            faults += refused or (
                [_("%(place)s: twice") % {"place": f"{language}, “{text}”"}] if texts.count(text) > 1 else []
            )
    return list(dict.fromkeys(faults))


def _messages(instance: Concept | Expression, place: str, exclude: tuple[str, ...]) -> list[str]:
    try:
        instance.clean_fields(exclude=exclude)
        instance.clean()
    except ValidationError as error:
        return [f"{place}: {message}" for message in error.messages]
    return []
