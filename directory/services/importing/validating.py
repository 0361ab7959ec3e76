"""The checks of the form, for structures in memory: no query, and each refusal at its cell."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

from core.constraints import check_constraints
from directory.models.access import AccessPoint, ContactLine, Schedule
from directory.models.place import Location
from directory.models.structure import Structure
from directory.services.importing.outcome import Outcome
from directory.services.importing.writing import Writing
from directory.services.parts import check_parts
from directory.services.structures import check_access_point, check_units
from directory.tables.files import FileRow

# Which column an editor must look at: by the code of a refusal of the whole, and by the field of a part.
COLUMN_OF_CODE = {
    "area": "communities",
    "no_line": "phones",
    "no_unit": "channel",
    "overlap": "hours",
    "schedule_text_iff_hours": "hours_kind",
    "rule_words": "eligibility",
    "papers": "documents",
    "needs_place": "channel",
    "structure_amount_only_paid": "cost_amount",
    "structure_per_needs_amount": "cost_per",
    "structure_valid_range": "valid_to",
    "location_both_coordinates": "lat",
    "location_in_greece": "lat",
    "schedule_valid_range": "season_to",
    "sensitive_place": "sensitive",
    "sensitive_area": "communities",
}
COLUMN_OF_FIELD = {
    (Schedule, "kind"): "hours_kind",
    (Schedule, "osm"): "hours",
    (Schedule, "valid_from"): "season_from",
    (Schedule, "valid_to"): "season_to",
    (Structure, "label"): "name",
    (Structure, "sources"): "source",
    (ContactLine, "number"): "phones",
    (ContactLine, "kind"): "phones",
}


def check_in_memory(
    structure: Structure, rows: dict[int, FileRow], first: FileRow, *, writing: Writing, outcome: Outcome, today: date
) -> None:
    """Note in the outcome what the form would refuse; `rows` holds the row of each way in by its identity."""
    said = partial(_refused, outcome)
    said(Structure, first, partial(_check_row, structure, writing))
    for point in structure.access_points.all():
        row = rows.get(id(point), first)
        place = (point.location,) if point.location else ()
        for each in place:
            said(Location, row, each.clean)
        for part in (*place, point, *point.lines.all(), *point.schedules.all()):
            said(type(part), row, partial(_check_row, part, writing))
        whole = partial(check_access_point, point, sensitive=structure.sensitive, today=today)
        said(AccessPoint, row, whole)
    for part in _parts(structure):
        said(type(part), first, partial(_check_row, part, writing))
    said(Structure, first, partial(check_units, structure))
    said(Structure, first, partial(check_parts, structure))


def _parts(structure: Structure) -> Iterable[Model]:
    return (*structure.language_offers.all(), *structure.documents.all(), *structure.rules.all())


def _check_row(row: Model, writing: Writing) -> None:
    """A row of which something is new; what nobody touched was checked when it was written."""
    fields = writing.fields(row)
    if fields:
        row.clean_fields(exclude={field.name for field in row._meta.fields if field.name not in fields})
        check_constraints(row)


def _refused(outcome: Outcome, model: type[Model], row: FileRow, check: Callable[[], Any]) -> None:
    try:
        check()
    except ValidationError as refusal:
        by_field = refusal.error_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.error_list}
        for name, problems in by_field.items():
            for problem in problems:
                outcome.refuse(row, _column(model, name, problem.code), problem)


def _column(model: type[Model], name: str, code: str | None) -> str:
    if name != NON_FIELD_ERRORS:
        return COLUMN_OF_FIELD.get((model, name), name)
    return COLUMN_OF_CODE.get(code or "", "structure_code" if model is Structure else "access_code")
