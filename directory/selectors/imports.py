"""Imports as the desk shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from directory.models.importing import ImportRun
from directory.models.structure import Structure

SHOWN = 50  # structures on a page
COLUMNS = ("row", "structure", "code", "column", "old", "new")
HEAVY = ("content", "before", "changes", "errors")


@dataclass(frozen=True, slots=True)
class CellDiff:
    """A cell before and after; `code` is that of the way in, empty for the structure itself."""

    row: int
    code: str
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class StructureDiff:
    """What changes of one structure."""

    code: str
    label: str
    cells: tuple[CellDiff, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some structures of the differences, and where more are."""

    structures: tuple[StructureDiff, ...]
    number: int
    pages: int


def latest(most: int = 30) -> list[ImportRun]:
    """The last imports, without their long texts (one query)."""
    return list(ImportRun.objects.defer(*HEAVY).select_related("sent_by", "confirmed_by")[:most])


def diff_page(run: ImportRun, number: int) -> Page:
    """One page of what changes, by structure in the order of the file (one query beside the run)."""
    grouped = [(code, list(cells)) for code, cells in groupby(run.changes or (), key=lambda change: change[1])]
    pages = max(1, -(-len(grouped) // SHOWN))
    number = min(max(number, 1), pages)
    shown = grouped[(number - 1) * SHOWN : number * SHOWN]
    labels = dict(Structure.objects.filter(code__in=[code for code, _ in shown]).values_list("code", "label"))
    return Page(tuple(_diff(code, labels.get(code, ""), cells) for code, cells in shown), number, pages)


def diff_rows(run: ImportRun) -> Iterable[Mapping[str, Any]]:
    """All differences, for a spreadsheet."""
    return (dict(zip(COLUMNS, change, strict=True)) for change in run.changes or ())


def _diff(structure: str, label: str, changes: list[list[Any]]) -> StructureDiff:
    cells = tuple(
        CellDiff(row, "" if code == structure else code, column, old, new)
        for row, _structure, code, column, old, new in changes
    )
    return StructureDiff(structure, label, cells)
