"""What does not stand in a file that claims to hold everything."""

from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from directory.models.choices import Status
from directory.models.structure import Structure
from directory.tables.files import FileRow, Table

NO_ROW = 0  # of the file


def with_missing_ended(table: Table, structures: QuerySet[Structure], *, today: date) -> Table:
    """The table with a row for each of these structures that it does not name: that ends today."""
    named = {row.cells["structure_code"] for row in table.rows}
    codes = structures.exclude(status=Status.ENDED).order_by("code").values_list("code", flat=True)
    ends = {"status": Status.ENDED.value, "valid_to": today.isoformat(), "access_code": ""}
    missing = [FileRow(NO_ROW, ends | {"structure_code": code}) for code in codes if code not in named]
    return replace(table, rows=(*table.rows, *missing))
