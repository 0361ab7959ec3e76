"""A table on its way in: what stands there is compared with what it says, set in memory, and checked."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from directory.models.access import AccessPoint
from directory.models.structure import Structure
from directory.selectors.alike import Register, looks_of, read_register
from directory.services.importing.closing import close
from directory.services.importing.making import Maker
from directory.services.importing.outcome import Change, Outcome
from directory.services.importing.setting import Setter
from directory.services.importing.validating import check_in_memory
from directory.services.importing.verifications import Checks
from directory.services.importing.words import Words
from directory.services.importing.writing import Writing
from directory.tables.columns import CHECK, PLACE, POINT, SEASONS, STRUCTURE, WORDS, Column, tells_hours
from directory.tables.files import FileRow, Table
from directory.tables.rows import StructureReader
from directory.tables.terms import Terms

PIECE = 500
# What moves the hours of a way in, or the area that it serves.
TIMED = frozenset({"status", "valid_from", "valid_to", "citywide", "communities", "closures", *SEASONS})


@dataclass(slots=True)
class _Group:
    """The rows of one structure, in the order of the file."""

    code: str
    rows: list[FileRow]
    columns: set[str] = field(default_factory=set)  # what changes

    @property
    def first(self) -> FileRow:
        return self.rows[0]


def bare(structure: Structure) -> Structure:
    """A structure without its parts."""
    names = ("pk", "code", "slug", "label", "checked_by", "sources")
    return Structure(**{name: getattr(structure, name) for name in names})


class Taking:
    """One table: compares, sets, checks; the caller writes."""

    def __init__(self, table: Table, *, today: date, by: Any) -> None:
        self.outcome = Outcome(rows=len(table.rows), notice=table.notice)
        self.changed: list[Structure] = []
        self.timed: list[Structure] = []
        self.made: dict[str, Structure] = {}  # new ones, by what the table calls them
        self.words = Words(self.outcome, by)
        self.checks = Checks(self.outcome, today)
        self.places = (maker := Maker(self.outcome)).places
        self._maker, self._today, self._terms = maker, today, Terms()
        self._register: Register | None = None  # read when something is new
        self._groups = self._by_structure(table)
        # The same cell stands in many rows.
        self._read = {column.name: lru_cache(4096)(column.read) for column in (*STRUCTURE, *POINT, *PLACE)}

    def pieces(self, structures: QuerySet[Structure]) -> Iterator[tuple[Writing, int]]:
        """What changes, some hundred structures at a time, and how many rows they are."""
        reader = StructureReader(self._terms)
        for start in range(0, len(self._groups), PIECE):
            groups = self._groups[start : start + PIECE]
            codes = [group.code for group in groups]
            known = {each.code: each for each in reader.read(structures.filter(code__in=codes))}
            writing = Writing()
            for group in groups:
                self._take(group, known.get(group.code), writing)
            self.outcome.pages = self.words.count()
            yield writing, sum(len(group.rows) for group in groups)
            self._let_go()

    def _let_go(self) -> None:
        """Of what is written only what the end needs stays: a city with all its parts is a hundred megabytes."""
        light = {id(each): bare(each) for each in (*self.changed, *self.made.values())}
        for held in (self.changed, self.timed, self.checks.checked):
            held[:] = [light.get(id(each), each) for each in held]
        self.made = {code: light[id(each)] for code, each in self.made.items()}
        for pages in (self.words.new, self.words.changed):
            pages[:] = [replace(page, structure=light.get(id(page.structure), page.structure)) for page in pages]

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
        errors = len(self.outcome.errors)
        for row in group.rows[1:]:
            self._same_facts(group.first, row)
        setter = Setter(writing, self._terms)
        self._take_structure(group, structure, setter, writing)
        rows = self._take_points(group, structure, setter, writing)
        if self.words.take(group.first, structure, group.code):
            group.columns.add("words")
        if len(self.outcome.errors) > errors or not (group.columns or structure.pk is None):
            return
        if structure.pk is None:
            self._warn_of_same(group.first, structure)
        check_in_memory(structure, rows, group.first, writing=writing, outcome=self.outcome, today=self._today)
        writing.touch(structure)
        self.outcome.changed += 1
        self.changed.append(structure)
        if group.columns & TIMED:
            self.timed.append(structure)

    def _take_structure(self, group: _Group, structure: Structure, setter: Setter, writing: Writing) -> None:
        row = group.first
        differing = self._compared(row, structure, STRUCTURE)
        said = self.checks.take(row, structure, {name: new for name, (_old, new) in differing.items()})
        differing = {name: texts for name, texts in differing.items() if name not in CHECK or name in said}
        cells = self._note(row, differing, group.code, group.code)
        group.columns |= set(cells)
        if structure.pk is None:
            cells.pop("organisation_code", None)
        elif cells.pop("organisation_code", None) is None:
            self._maker.compare(row, structure.organisation)
        elif (body := self._maker.body(row, writing)) is not None:
            writing.put(structure, "organisation", body)
        setter.structure(structure, {name: text for name, text in cells.items() if name not in CHECK})
        self.checks.put(structure, said, writing)

    def _take_points(self, group: _Group, structure: Structure, setter: Setter, writing: Writing) -> dict[int, FileRow]:
        """The rows of the ways in, by their identity."""
        points = {point.code: point for point in structure.access_points.all()}
        rows: dict[int, FileRow] = {}
        closed: dict[int, str] = {}
        for row in group.rows:
            point = points.get(row.cells["access_code"]) or self._make_point(row, structure, writing)
            if point is None:
                continue
            rows[id(point)] = row
            cells = self._take_point(row, structure, point, setter, writing)
            if "closures" in cells:
                closed[id(point)] = cells["closures"]
            group.columns |= set(cells) | (set() if point.pk else {"channel"})
        if closed:
            close(structure, list(structure.access_points.all()), closed, writing)
        return rows

    def _make(self, group: _Group, writing: Writing) -> Structure | None:
        structure = self._maker.structure(group.first, writing)
        if structure is not None:
            self.made[group.code] = structure
            self.outcome.made += 1
            self.outcome.changes.append(Change(group.first.number, group.code, group.code, "name", "", structure.label))
        return structure

    def _make_point(self, row: FileRow, structure: Structure, writing: Writing) -> AccessPoint | None:
        return self._maker.point(row, structure, writing) if row.cells["access_code"] else None

    def _take_point(
        self, row: FileRow, structure: Structure, point: AccessPoint, setter: Setter, writing: Writing
    ) -> dict[str, str]:
        """Set what changes of a way in and of its location; the changed cells."""
        if row.cells.get("channel", point.channel) != point.channel:
            fixed = _("The channel cannot be changed here: it is “%(now)s”.") % {"now": point.channel}
            self.outcome.refuse(row, "channel", fixed)
            return {}
        self.outcome.phones += bool(point.lines.all())
        codes = row.cells["structure_code"], row.cells["access_code"]
        cells = self._changes(row, point, POINT, *codes)
        if not tells_hours(point) and any(column in SEASONS for column in cells):
            self.outcome.refuse(row, "hours", _("These hours do not fit into a cell. Change them in the form."))
            return {}
        try:
            setter.point(point, cells)
        except ValidationError as refusal:
            self.outcome.refuse(row, "hours", refusal)
        return cells | self._take_place(row, point, writing)

    def _take_place(self, row: FileRow, point: AccessPoint, writing: Writing) -> dict[str, str]:
        codes = row.cells["structure_code"], row.cells["access_code"]
        moved: dict[str, str] = {}
        if point.pk:
            before, place = point.location, self.places.resolve(row, point, writing)
            if place is not before:
                moved["location_code"] = place.code if place else ""
                old = before.code if before else ""
                self.outcome.changes.append(Change(row.number, *codes, "location_code", old, moved["location_code"]))
                writing.put(point, "location", place)
        if point.location is None:
            return moved
        said = FileRow(row.number, self.places.cells(row, point.location))
        cells = self._changes(said, point.location, PLACE, *codes)
        day = row.cells.get("checked_on", "")
        self.places.set(point.location, cells, date.fromisoformat(day) if day else None, writing)
        return moved | cells

    def _warn_of_same(self, row: FileRow, structure: Structure) -> None:
        """A new structure that looks like one that is there, or like an earlier one of the file."""
        self._register = self._register or read_register()
        for other in self._register.like(looks_of(structure)):
            sentence = _("“%(new)s” may be there already: “%(old)s” (%(code)s) has %(what)s.") % {
                "new": structure.label,
                "old": other.label,
                "code": other.code,
                "what": ", ".join(str(why) for why in other.why),
            }
            self.outcome.warn(row, "name", sentence)
        self._register.add(row.cells["structure_code"], structure)

    def _same_facts(self, first: FileRow, row: FileRow) -> None:
        for column in (*STRUCTURE, *WORDS):
            if first.cells.get(column.name) != row.cells.get(column.name):
                sentence = _("Differs from row %(row)s of the same structure.") % {"row": first.number}
                self.outcome.refuse(row, column.name, sentence)

    def _changes(self, row: FileRow, of: Any, columns: tuple[Column, ...], structure: str, code: str) -> dict[str, str]:
        """New texts of the columns that change, noted for the one who confirms."""
        return self._note(row, self._compared(row, of, columns), structure, code)

    def _note(self, row: FileRow, differing: dict[str, tuple[str, str]], structure: str, code: str) -> dict[str, str]:
        for name, (old, new) in differing.items():
            self.outcome.changes.append(Change(row.number, structure, code, name, old, new))
        return {name: new for name, (_old, new) in differing.items()}

    def _compared(self, row: FileRow, of: Any, columns: tuple[Column, ...]) -> dict[str, tuple[str, str]]:
        """Old and new text by column; a cell that cannot be read is an error."""
        differing = {}
        for column in columns:
            typed = row.cells.get(column.name)
            if typed is None or typed == (old := column.text(of)):
                continue
            try:
                new = self._read[column.name](typed)
            except ValidationError as refusal:
                self.outcome.refuse(row, column.name, refusal)
                continue
            if new != old:
                differing[column.name] = (old, new)
        return differing
