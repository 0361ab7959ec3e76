"""Imports as the desk shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from core.progress import Progress, Told
from directory.models.importing import ImportRun, ImportState
from directory.models.structure import Structure

SHOWN = 50  # structures on a page
LATEST = 30
COLUMNS = ("row", "structure", "code", "column", "old", "new")
HEAVY = ("content", "before", "changes", "errors", "warnings", "left")
# States in which a run is written, or just was: hours and search follow after the commit.
WRITTEN = (ImportState.CONFIRMED, ImportState.DONE, ImportState.UNDOING, ImportState.UNDONE)


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
    """What changes of one structure, or what a new one brings."""

    code: str
    label: str
    cells: tuple[CellDiff, ...]
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about a cell of the file."""

    row: Any
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some structures of the differences, and where more are."""

    structures: tuple[StructureDiff, ...]
    number: int
    pages: int


def latest() -> list[ImportRun]:
    """The last imports, without their long texts (one query)."""
    return list(ImportRun.objects.defer(*HEAVY).select_related("sent_by", "confirmed_by")[:LATEST])


def diff_page(run: ImportRun, number: int) -> Page:
    """One page of what changes, by structure: first the new ones, in the order of the file (one query and the run)."""
    grouped = [(code, list(cells)) for code, cells in groupby(run.changes or (), key=lambda change: change[1])]
    grouped.sort(key=lambda each: not _is_new(*each))
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
    is_new = _is_new(structure, changes)
    return StructureDiff(structure, label or (cells[0].new if is_new else ""), cells[is_new:], is_new)


def _is_new(structure: str, changes: list[list[Any]]) -> bool:
    """What is new begins with its name, and had none before."""
    _row, _structure, code, column, old, _new = changes[0]
    return code == structure and column == "name" and not old


def said(cells: Any) -> list[Said]:
    """Mistakes or warnings of a run."""
    return [Said(*each) for each in cells or ()]


def progress_of(run: ImportRun) -> Told | None:
    """How far a run is that goes on by itself; None while it waits for its turn, and when it is done."""
    if run.state == ImportState.SENT:
        return Told(run.read, run.rows) if run.read else None
    return Progress(run.progress_name).read() if run.state in WRITTEN else None
