"""A table of structures, taken in whole or not at all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.audit import audit_many
from core.cache import purge
from directory.models.access import AccessPoint
from directory.models.structure import Structure
from directory.services.importing.checking import check_in_memory
from directory.services.importing.making import Maker, is_new
from directory.services.importing.outcome import Change, Outcome
from directory.services.importing.setting import HOURS, Setter
from directory.services.importing.undoing import NOTHING, as_text, print_of, rows_of
from directory.services.importing.writing import Writing
from directory.services.intervals import rebuild_intervals
from directory.tables.columns import POINT, STRUCTURE, Column, has_seasons
from directory.tables.files import FileRow, Table
from directory.tables.rows import StructureReader
from directory.tables.terms import Terms
from search.receivers import written_in_bulk

REQUIRED = frozenset({"structure_code", "access_code"})
PIECE = 500
# What moves the hours of a way in, or the area that it serves.
TIMED = frozenset({"status", "valid_from", "valid_to", "citywide", "communities", *HOURS})


def rehearse_structures(table: Table, *, today: date, told: Callable[[int], Any] = int) -> Outcome:
    """What `import_structures` would do; nothing is written."""
    taking = _Taking(table, today)
    for _writing, structures in taking.pieces(Structure.objects.all()):
        told(structures)
    return taking.outcome


@transaction.atomic
def import_structures(
    table: Table, *, at: datetime, zone: ZoneInfo, by: Any = None, told: Callable[[int], Any] = int
) -> Outcome:
    """Change structures by their codes, all or none: any error takes everything back.

    Absent rows and columns change nothing; an empty cell empties the fact. `told` hears how many structures are done.
    """
    taking = _Taking(table, at.astimezone(zone).date())
    for writing, structures in taking.pieces(Structure.objects.select_for_update()):
        if not taking.outcome.errors:
            before = rows_of(writing.structures)
            taking.outcome.before |= {key: as_text(rows) for key, rows in before.items()}
            writing.write()
            taking.outcome.before |= dict.fromkeys(writing.made, NOTHING)
            after = rows_of([*writing.structures, *writing.made])
            taking.outcome.prints |= {key: print_of(rows) for key, rows in after.items()}
        told(structures)
    taking.outcome.made_as = {code: structure.pk for code, structure in taking.made.items()}
    if taking.outcome.errors:
        transaction.set_rollback(True)
        return taking.outcome
    made = set(taking.outcome.made_as.values())
    audit_many([each for each in taking.changed if each.pk in made], "wagtail.create", by=by, at=at)
    audit_many([each for each in taking.changed if each.pk not in made], "wagtail.edit", by=by, at=at)
    announce(taking.changed, [structure.pk for structure in taking.timed], at=at, zone=zone)
    return taking.outcome


def announce(structures: Iterable[Structure], timed: Iterable[int], *, at: datetime, zone: ZoneInfo) -> None:
    """What follows when structures were written in bulk; `timed` are the keys of those whose hours may have moved."""
    purge(*(tag for structure in structures for tag in structure.cache_tags()))
    written_in_bulk(Structure, [structure.pk for structure in structures])
    transaction.on_commit(partial(rebuild_intervals, timed, at=at, zone=zone))


@dataclass(slots=True)
class _Group:
    """The rows of one structure, in the order of the file."""

    code: str
    rows: list[FileRow]

    @property
    def first(self) -> FileRow:
        return self.rows[0]


class _Taking:
    """One table on its way in: compares, sets, checks; the caller writes."""

    def __init__(self, table: Table, today: date) -> None:
        self.outcome = Outcome(rows=len(table.rows), notice=table.notice)
        self.changed: list[Structure] = []
        self.timed: list[Structure] = []
        self._today = today
        self._groups = self._by_structure(table)
        self._terms = Terms()
        self._maker = Maker(self.outcome)
        self.made: dict[str, Structure] = {}  # new ones, by what the table calls them
        # The same cell stands in many rows.
        self._read = {column.name: lru_cache(4096)(column.read) for column in (*STRUCTURE, *POINT)}

    def pieces(self, structures: QuerySet[Structure]) -> Iterator[tuple[Writing, int]]:
        """What changes, some hundred structures at a time, and how many they are."""
        reader = StructureReader(self._terms)
        for start in range(0, len(self._groups), PIECE):
            groups = self._groups[start : start + PIECE]
            codes = [group.code for group in groups]
            known = {each.code: each for each in reader.read(structures.filter(code__in=codes))}
            writing = Writing()
            for group in groups:
                self._take(group, known.get(group.code), writing)
            yield writing, len(groups)

    def _by_structure(self, table: Table) -> list[_Group]:
        groups: dict[str, list[FileRow]] = defaultdict(list)
        seen: dict[tuple[str, str], int] = {}
        for row in table.rows:
            key = (row.cells["structure_code"], row.cells["access_code"])
            if key in seen:
                sentence = _("The same code stands in row %(row)s.") % {"row": seen[key]}
                self.outcome.refuse(row, "access_code", sentence)
            seen.setdefault(key, row.number)
            groups[key[0]].append(row)
        return [_Group(code, rows) for code, rows in groups.items()]

    def _take(self, group: _Group, structure: Structure | None, writing: Writing) -> None:
        self.outcome.structures += 1
        structure = structure or self._make(group, writing)
        if structure is None:
            return
        errors, setter = len(self.outcome.errors), Setter(writing, self._terms)
        for row in group.rows[1:]:
            self._same_facts(group.first, row)
        cells = self._changes(group.first, structure, STRUCTURE, group.code, group.code)
        setter.structure(structure, cells)
        columns = set(cells)
        points = {point.code: point for point in structure.access_points.all()}
        rows: dict[int, FileRow] = {}
        for row in group.rows:
            code = row.cells["access_code"]
            point = points.get(code) or self._make_point(row, structure, writing)
            if point is not None:
                rows[id(point)] = row
                columns |= self._take_point(row, structure, point, setter) | (set() if point.pk else {"channel"})
        if len(self.outcome.errors) > errors or not (columns or structure.pk is None):
            return
        check_in_memory(structure, rows, group.first, writing=writing, outcome=self.outcome, today=self._today)
        writing.touch(structure)
        self.outcome.changed += 1
        self.changed.append(structure)
        if columns & TIMED:
            self.timed.append(structure)

    def _make(self, group: _Group, writing: Writing) -> Structure | None:
        if not is_new(group.code):
            sentence = _("No structure has this code. For a new one write new-1, new-2 and so on.")
            self.outcome.refuse(group.first, "structure_code", sentence)
            return None
        structure = self._maker.structure(group.first, writing)
        if structure is not None:
            self.made[group.code] = structure
            self.outcome.made += 1
            self.outcome.changes.append(Change(group.first.number, group.code, group.code, "name", "", structure.label))
        return structure

    def _make_point(self, row: FileRow, structure: Structure, writing: Writing) -> AccessPoint | None:
        code = row.cells["access_code"]
        if not code:
            return None
        if not is_new(code):
            sentence = _("The structure has no way in with this code. For a new one write new-1, new-2 and so on.")
            self.outcome.refuse(row, "access_code", sentence)
            return None
        return self._maker.point(row, structure, writing)

    def _take_point(self, row: FileRow, structure: Structure, point: AccessPoint, setter: Setter) -> set[str]:
        """Set what changes of a way in; its columns."""
        if row.cells.get("channel", point.channel) != point.channel:
            fixed = _("The channel cannot be changed here: it is “%(now)s”.") % {"now": point.channel}
            self.outcome.refuse(row, "channel", fixed)
            return set()
        self.outcome.phones += bool(point.lines.all())
        cells = self._changes(row, point, POINT, row.cells["structure_code"], row.cells["access_code"])
        if has_seasons(point) and any(column in HOURS for column in cells):
            self.outcome.refuse(row, "hours", _("This way in has seasons. Change them in the form."))
            return set()
        if "step_free" in cells:
            sentence = _("What was seen of a place is changed at its location, with the day of the look.")
            self.outcome.refuse(row, "step_free", sentence)
            return set()
        setter.point(point, cells)
        return set(cells)

    def _same_facts(self, first: FileRow, row: FileRow) -> None:
        for column in STRUCTURE:
            if first.cells.get(column.name) != row.cells.get(column.name):
                sentence = _("Differs from row %(row)s of the same structure.") % {"row": first.number}
                self.outcome.refuse(row, column.name, sentence)

    def _changes(self, row: FileRow, of: Any, columns: tuple[Column, ...], structure: str, code: str) -> dict[str, str]:
        """New texts of the columns that change; a cell that cannot be read is an error."""
        changed = {}
        for column in columns:
            typed, old = row.cells.get(column.name), column.text(of)
            if typed is None or typed == old:
                continue
            try:
                new = self._read[column.name](typed)
            except ValidationError as refusal:
                self.outcome.refuse(row, column.name, refusal)
                continue
            if new != old:
                changed[column.name] = new
                self.outcome.changes.append(Change(row.number, structure, code, column.name, old, new))
        return changed
