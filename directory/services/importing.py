"""A table of structures, taken in whole or not at all."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core import taxonomy
from directory.models.access import AccessPoint, ContactLine, Schedule
from directory.models.structure import Structure
from directory.services.importing_parts import PARTS, named
from directory.services.structures import check_structure
from directory.tables.columns import POINT, STRUCTURE, Column, has_seasons, line_text
from directory.tables.files import FileRow, Table
from directory.tables.rows import with_parts

REQUIRED = frozenset({"structure_code", "access_code"})
PIECE = 500
# Which column an editor must look at, by the code of a refusal of the whole.
COLUMN_OF = {"area": "communities", "no_line": "phones", "overlap": "hours", "schedule_text_iff_hours": "hours_kind"}
HOURS = ("hours_kind", "hours", "holidays")


@dataclass(frozen=True, slots=True)
class CellError:
    """A sentence about one cell; `row` is its number in the file."""

    row: int
    column: str
    sentence: Any

    def __str__(self) -> str:
        said = _("Row %(row)s, column %(column)s: %(sentence)s")
        return str(said % {"row": self.row, "column": self.column, "sentence": self.sentence})


@dataclass(frozen=True, slots=True)
class Change:
    """A cell before and after."""

    row: int
    code: str
    column: str
    old: str
    new: str


@dataclass(slots=True)
class Outcome:
    """What a table did, or would do. With any error nothing was written."""

    rows: int = 0
    structures: int = 0
    changed: int = 0
    changes: list[Change] = field(default_factory=list)
    errors: list[CellError] = field(default_factory=list)
    notice: Any = ""

    def refuse(self, row: FileRow, column: str, problem: Any) -> None:
        texts = problem.messages if isinstance(problem, ValidationError) else [problem]
        self.errors += [CellError(row.number, column, text) for text in texts]


def import_structures(
    table: Table, *, today: date, by: Any = None, rehearse: bool = False, told: Callable[[int], Any] = int
) -> Outcome:
    """Changes structures by their codes. A rehearsal does the same and takes it back; so does any error.

    Absent rows and columns change nothing; an empty cell empties the fact. `told` hears of each finished structure.
    """
    outcome = Outcome(rows=len(table.rows), notice=table.notice)
    groups = _by_structure(table, outcome)
    with transaction.atomic():
        for codes in _pieces(list(groups)):
            known = {each.code: each for each in with_parts(Structure.objects.filter(code__in=codes))}
            for code in codes:
                _take(groups[code], known.get(code), outcome, today=today, by=by)
                told(1)
        if rehearse or outcome.errors:
            transaction.set_rollback(True)
    return outcome


def _by_structure(table: Table, outcome: Outcome) -> dict[str, list[FileRow]]:
    groups: dict[str, list[FileRow]] = defaultdict(list)
    seen: dict[tuple[str, str], int] = {}
    for row in table.rows:
        key = (row.cells["structure_code"], row.cells["access_code"])
        if key in seen:
            outcome.refuse(row, "access_code", _("The same code stands in row %(row)s.") % {"row": seen[key]})
        seen.setdefault(key, row.number)
        groups[key[0]].append(row)
    return groups


def _take(rows: list[FileRow], structure: Structure | None, outcome: Outcome, *, today: date, by: Any) -> None:
    outcome.structures += 1
    first = rows[0]
    if structure is None:
        outcome.refuse(first, "structure_code", _("No structure has this code. Make it in the admin first."))
        return
    before = len(outcome.changes), len(outcome.errors)
    for row in rows[1:]:
        _same_facts(first, row, outcome)
    changed = _changes(first, structure, STRUCTURE, structure.code, outcome)
    points = list(structure.access_points.all())
    by_code = {point.code: point for point in points}
    for row in rows:
        _take_point(row, by_code, outcome)
    if len(outcome.errors) > before[1] or len(outcome.changes) == before[0]:
        return
    for column, text in changed.items():
        _set_fact(structure, column, text)
    structure.access_points = points  # type: ignore[misc]  # -- a child relation of modelcluster
    try:
        check_structure(structure, today=today)
        structure.full_clean()
    except ValidationError as refusal:
        _refuse_whole(refusal, first, outcome)
        return
    structure.save()
    log(structure, "wagtail.edit", user=by)
    outcome.changed += 1


def _take_point(row: FileRow, points: dict[str, AccessPoint], outcome: Outcome) -> None:
    code = row.cells["access_code"]
    if not code:
        return
    point = points.get(code)
    if point is None:
        outcome.refuse(row, "access_code", _("The structure has no way in with this code. Add it in the admin first."))
        return
    if row.cells.get("channel", point.channel) != point.channel:
        outcome.refuse(
            row, "channel", _("The channel cannot be changed here: it is “%(now)s”.") % {"now": point.channel}
        )
        return
    changed = _changes(row, point, POINT, code, outcome)
    if has_seasons(point) and any(column in HOURS for column in changed):
        outcome.refuse(row, "hours", _("This way in has seasons. Change them in the form."))
        return
    if "step_free" in changed:
        outcome.refuse(
            row, "step_free", _("What was seen of a place is changed at its location, with the day of the look.")
        )
        return
    _set_point(point, changed)


def _same_facts(first: FileRow, row: FileRow, outcome: Outcome) -> None:
    for column in STRUCTURE:
        if first.cells.get(column.name) != row.cells.get(column.name):
            sentence = _("Differs from row %(row)s of the same structure.") % {"row": first.number}
            outcome.refuse(row, column.name, sentence)


def _changes(row: FileRow, of: Any, columns: tuple[Column, ...], code: str, outcome: Outcome) -> dict[str, str]:
    """New texts of the columns that change; a cell that cannot be read is an error of the outcome."""
    changed = {}
    for column in columns:
        if column.name not in row.cells:
            continue
        old = column.text(of)
        try:
            new = column.read(row.cells[column.name])
        except ValidationError as refusal:
            outcome.refuse(row, column.name, refusal)
            continue
        if new != old:
            changed[column.name] = new
            outcome.changes.append(Change(row.number, code, column.name, old, new))
    return changed


def _set_fact(structure: Structure, column: str, text: str) -> None:
    kinds = {"needs": taxonomy.Need, "groups": taxonomy.TargetGroup}
    if column in PARTS:
        PARTS[column](structure, text)
    elif column in kinds:
        name = "target_groups" if column == "groups" else column
        setattr(structure, name, named(kinds[column], text))
    elif column in ("valid_from", "valid_to", "cost_amount", "without_papers"):
        setattr(structure, column, (text == "1" if column == "without_papers" else text) if text else None)
    else:
        setattr(structure, column, text)


def _set_point(point: AccessPoint, changed: dict[str, str]) -> None:
    for column in ("url", "email"):
        if column in changed:
            setattr(point, column, changed[column])
    if "citywide" in changed:
        point.citywide = changed["citywide"] == "1"
    if "communities" in changed:
        point.communities = named(taxonomy.Community, changed["communities"])
    if "phones" in changed:
        # A number that stays keeps its row, and so its public id, its extension and its cost.
        kept = {line_text(line): line for line in point.lines.all()}
        lines = [kept.get(text) or _new_line(text) for text in changed["phones"].split("|") if text]
        for place, line in enumerate(lines):
            line.sort_order = place
        point.lines = lines
    if any(column in HOURS for column in changed):
        point.schedules = _schedules(point, changed)


def _new_line(text: str) -> ContactLine:
    number, _mark, kind = text.partition(";")
    return ContactLine(number=number, kind=kind)


def _schedules(point: AccessPoint, changed: dict[str, str]) -> list[Schedule]:
    schedule = next(iter(point.schedules.all()), None) or Schedule()
    if changed.get("hours_kind") == "":
        return []
    schedule.kind = changed.get("hours_kind", schedule.kind)
    schedule.osm = changed.get("hours", schedule.osm)
    if changed.get("holidays"):
        schedule.observes_holidays = changed["holidays"] == "1"
    return [schedule]


def _refuse_whole(refusal: ValidationError, row: FileRow, outcome: Outcome) -> None:
    if hasattr(refusal, "error_dict"):
        for name, problems in refusal.error_dict.items():
            outcome.refuse(row, "structure_code" if name == "__all__" else name, ValidationError(problems))
        return
    for problem in refusal.error_list:
        outcome.refuse(row, COLUMN_OF.get(problem.code or "", "structure_code"), problem)


def _pieces(codes: list[str]) -> Iterator[list[str]]:
    return (codes[start : start + PIECE] for start in range(0, len(codes), PIECE))
