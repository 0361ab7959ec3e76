"""A CSV file as people send it: its encoding, its separator, its rows with their numbers in the file."""

import codecs
import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.exports import plain

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 200
ZIPPED = b"PK\x03\x04"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
IN_UTF_16 = _("The file is in UTF-16; we read it so.")
IN_1253 = _("The file is in Windows-1253; we read it so.")


class FileRefused(ValidationError):
    """A file that cannot be read as a table; nothing of it was taken."""

    @classmethod
    def too_large(cls) -> "FileRefused":
        return cls(_("The file is larger than 20 MB. Split it."), code="too_large")

    @classmethod
    def withheld_address(cls, row: int) -> "FileRefused":
        sentence = _(
            "Row %(row)s holds the address of a sensitive structure. It does not travel in a table: delete it from the "
            "file, and delete copies of the file. We kept nothing of it."
        )
        return cls(sentence, code="withheld_address", params={"row": row})

    @classmethod
    def archive_too_large(cls) -> "FileRefused":
        return cls(_("The archive is larger than 50 MB."), code="too_large")


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row with its number in the file (the header is row 1), cells by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[FileRow, ...]
    notice: Any = ""


def read_table(content: bytes, *, required: frozenset[str]) -> Table:
    """The table in a file. Raises FileRefused with a sentence that says what to do."""
    if len(content) > MOST_BYTES:
        raise FileRefused.too_large()
    if content.startswith(ZIPPED):
        raise FileRefused(
            _("This is a spreadsheet, not CSV. Save it as “CSV UTF-8” and send that."), code="spreadsheet"
        )
    text, notice = _decoded(content)
    if "\x00" in text:
        raise FileRefused(_("The file holds characters that are no text. Save it as “CSV UTF-8”."), code="no_text")
    head = text.split("\n", 1)[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise FileRefused(_("The file is not CSV: a quotation mark does not close."), code="no_csv") from error
    return _table(lines, required, notice)


def _table(lines: list[list[str]], required: frozenset[str], notice: Any) -> Table:
    columns = tuple(name.strip() for name in lines[0]) if lines else ()
    if missing := sorted(required - set(columns)):
        sentence = _("The header has no column %(names)s. Take the exported file as a model.")
        raise FileRefused(sentence, code="header", params={"names": ", ".join(missing)})
    if twice := [name for name, count in Counter(columns).items() if count > 1 and name]:
        raise FileRefused(_("The header names %(name)s twice."), code="header_twice", params={"name": twice[0]})
    if len(columns) > MOST_COLUMNS or len(lines) > MOST_ROWS + 1:
        raise FileRefused(_("At most 50,000 rows and 200 columns. Split the file."), code="too_long")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(columns):
            sentence = _("Row %(row)s has %(cells)s cells, the header has %(columns)s.")
            params = {"row": number, "cells": len(line), "columns": len(columns)}
            raise FileRefused(sentence, code="ragged", params=params)
        rows.append(FileRow(number, {name: plain(cell.strip()) for name, cell in zip(columns, line, strict=True)}))
    return Table(columns, tuple(rows), notice)


def _decoded(content: bytes) -> tuple[str, Any]:
    try:
        if content.startswith(UTF_16):
            return content.decode("utf-16"), IN_UTF_16
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1253"), IN_1253
    except UnicodeDecodeError as error:
        raise FileRefused(_("We cannot tell the encoding. Save the file as “CSV UTF-8”."), code="encoding") from error
