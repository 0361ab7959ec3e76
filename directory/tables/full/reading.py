"""full.zip read: rows in memory with the keys that they will have; what is wrong is named by its cell."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.db.models import Field, JSONField, Max, Model
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from core.exports import LIST_MARK, plain
from directory.tables.files import FileRefused
from directory.tables.full.facts import NUMBER, TERMS, columns_of, facts, fields_of, file_name, key_of

MOST_PACKED = 50 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
NO_ZIP = _("The file is not a ZIP archive. Take full.zip as it was exported.")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A sentence about a cell; the header is row 1."""

    file: str
    row: int
    column: str
    sentence: Any

    def __str__(self) -> str:
        said = _("%(file)s, row %(row)s, column %(column)s: %(sentence)s")
        params = {"file": self.file, "row": self.row, "column": self.column, "sentence": self.sentence}
        return str(said % params)


@dataclass(slots=True)
class Archive:
    """Rows to insert, in the order of `facts`, and those that join two of them."""

    rows: dict[type[Model], list[Any]] = field(default_factory=dict)
    numbers: dict[type[Model], list[int]] = field(default_factory=dict)  # of the rows, as in their file
    joins: dict[Any, list[Any]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[Wrong] = field(default_factory=list)

    def refuse(self, model: type[Model], row: int, column: str, problem: Any) -> None:
        """Note what is wrong with a cell; a ValidationError may hold several sentences."""
        sentences = problem.messages if isinstance(problem, ValidationError) else [problem]
        self.wrong += [Wrong(file_name(model), row, column, sentence) for sentence in sentences]


def check_full(content: bytes) -> None:
    """Raises FileRefused for what is no archive of ours; reads no row."""
    if len(content) > MOST_PACKED:
        raise FileRefused.archive_too_large()
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            _check_files(packed)
    except BadZipFile as error:
        raise FileRefused(NO_ZIP, code="zip") from error


def read_full(content: bytes) -> Archive:
    """The archive as rows. Terms whose code is known stay as they are. Raises FileRefused when it is none of ours."""
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            _check_files(packed)
            reading = _Reading()
            for model in facts():
                reading.read(model, _lines(packed, model))
            return reading.archive
    except BadZipFile as error:
        raise FileRefused(NO_ZIP, code="zip") from error


def _check_files(packed: ZipFile) -> None:
    if sum(member.file_size for member in packed.infolist()) > MOST_UNPACKED:
        raise FileRefused(_("The archive is larger than 400 MB unpacked."), code="too_large")
    names = {file_name(model) for model in facts()}
    if missing := sorted(names - set(packed.namelist())):
        sentence = _("The archive has no %(names)s. Take full.zip whole, from a hub of the same version.")
        raise FileRefused(sentence, code="files", params={"names": ", ".join(missing)})


def _lines(packed: ZipFile, model: type[Model]) -> Iterator[dict[str, str]]:
    """The rows of one file, by column."""
    name, columns = file_name(model), columns_of(model)
    try:
        text = packed.read(name).decode("utf-8-sig")
        header, *lines = list(csv.reader(io.StringIO(text, newline=""), strict=True)) or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        raise FileRefused(_("%(file)s cannot be read as CSV."), code="no_csv", params={"file": name}) from error
    if sorted(header) != sorted(columns):
        sentence = _("%(file)s has other columns than this hub: %(names)s.")
        names = ", ".join(sorted(set(header) ^ set(columns))) or ", ".join(header)
        raise FileRefused(sentence, code="header", params={"file": name, "names": names})
    for line in lines:
        if len(line) != len(header):
            raise FileRefused(_("%(file)s: a row is too short or too long."), code="ragged", params={"file": name})
        yield {column: plain(cell) for column, cell in zip(header, line, strict=True)}


class _Reading:
    def __init__(self) -> None:
        self.archive = Archive()
        self._keys: dict[type[Model], dict[str, int]] = {}
        self._known: dict[type[Model], set[str]] = {}

    def read(self, model: type[Model], lines: Iterator[dict[str, str]]) -> None:
        """Rows of one file; its names are known before its cells are read: a row may name one below it."""
        cells = list(lines)
        known = self._name(model, cells)
        self.archive.rows[model], self.archive.numbers[model] = [], []
        for number, line in enumerate(cells, start=2):
            if line.get(key_of(model)) not in known and not self._is_known_word(model, line):
                self._take(model, number, line)

    def _name(self, model: type[Model], cells: list[dict[str, str]]) -> set[str]:
        """Give each row its key; the names of rows that the database has already."""
        key, rows = key_of(model), model._base_manager
        kept = {str(name): pk for name, pk in rows.values_list(key, "pk")} if model in TERMS and key != NUMBER else {}
        self._keys[model], self._known[model] = dict(kept), set(kept)
        highest = rows.aggregate(highest=Max("pk"))["highest"] or 0
        seen: set[str] = set()
        for place, line in enumerate(cells, start=1):
            name = line.get(key) or str(place)
            if name in seen:
                self.archive.refuse(model, place + 1, key, _("“%(what)s” stands twice. Delete one.") % {"what": name})
            seen.add(name)
            self._keys[model].setdefault(name, highest + place)
        return set(kept)

    def _is_known_word(self, model: type[Model], line: dict[str, str]) -> bool:
        """Words of a term that was here before: the hub's own words win."""
        return model in TERMS and "term" in line and line["term"] in self._known[_owner(model)]

    def _take(self, model: type[Model], number: int, line: dict[str, str]) -> None:
        row = model(pk=self._keys[model][line.get(key_of(model)) or str(number - 1)])
        good = True
        for each in fields_of(model):
            try:
                self._set(row, each, line[each.name])
            except (ValidationError, ValueError) as problem:
                self.archive.refuse(model, number, each.name, _sentence(problem, line[each.name]))
                good = False
        if good:
            self.archive.rows[model].append(row)
            self.archive.numbers[model].append(number)

    def _set(self, row: Model, each: Any, cell: str) -> None:
        if each.many_to_many:
            through = each.remote_field.through
            own, other = each.m2m_column_name(), each.m2m_reverse_name()
            for name in filter(None, cell.split(LIST_MARK)):
                self.archive.joins[through].append(through(**{own: row.pk, other: self._key(each, name)}))
        elif each.is_relation:
            if not cell and not each.null:
                raise ValidationError(_("This cell must not be empty."), code="null")
            setattr(row, each.attname, self._key(each, cell) if cell else None)
        else:
            setattr(row, each.attname, value_of(each, cell))

    def _key(self, each: Field, name: str) -> int:
        known = self._keys[each.related_model]
        if name not in known:
            sentence = _("“%(name)s” stands in no row of %(file)s.")
            params = {"name": name, "file": file_name(each.related_model)}
            raise ValidationError(sentence, code="name", params=params)
        return known[name]


def value_of(each: Field, cell: str) -> Any:
    """The value of a cell. Raises ValidationError, and ValueError for what is no JSON."""
    if cell == "" and (each.null or not each.empty_strings_allowed):
        return None
    if isinstance(each, JSONField) and not isinstance(each, StreamField):
        return json.loads(cell)
    return each.to_python(cell)


def _owner(words: type[Model]) -> Any:
    return words._meta.get_field("term").related_model


def _sentence(problem: Exception, cell: str) -> Any:
    if isinstance(problem, ValidationError):
        return problem
    return ValidationError(_("“%(typed)s” cannot be read here."), code="value", params={"typed": cell[:40]})
