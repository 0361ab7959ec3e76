"""Structures as rows of structures.csv, one for each way in."""

from collections.abc import Iterator

from django.db.models import QuerySet

from directory.models.structure import Structure
from directory.tables.columns import POINT, STRUCTURE

PIECE = 500
HELD = (
    "needs",
    "target_groups",
    "language_offers__language",
    "documents__type",
    "rules__words",
    "organisation__words",
    "access_points__communities",
    "access_points__lines",
    "access_points__schedules",
    "access_points__location__accessibility",
)


def with_parts(structures: QuerySet[Structure]) -> QuerySet[Structure]:
    """With everything that rows show (fifteen queries whatever their number)."""
    return structures.select_related("organisation").prefetch_related(*HELD)


def structure_rows(structures: QuerySet[Structure]) -> Iterator[dict[str, str]]:
    """Rows in the order of codes; a structure without a way in of its own has one row without access code."""
    for structure in with_parts(structures).order_by("code").iterator(chunk_size=PIECE):
        facts = {
            "structure_code": structure.code,
            "organisation_code": structure.organisation.code,
            "organisation": str(structure.organisation),
            "name": structure.label,
        }
        facts |= {column.name: column.text(structure) for column in STRUCTURE}
        for point in structure.access_points.all() or (None,):
            own = {"access_code": point.code, "channel": point.channel} if point else {}
            yield facts | own | ({column.name: column.text(point) for column in POINT} if point else {})
