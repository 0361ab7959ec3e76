"""Structures as a table to take along; of a sensitive structure no row says where it is."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from core.exports import csv_download, csv_lines
from directory.api.hsds.reading import public_structures
from directory.tables.columns import COLUMNS
from directory.tables.rows import structure_rows


@require_safe
def structures_csv(request: HttpRequest) -> HttpResponseBase:
    """One row for each way in of each public structure; `?bom=1` for spreadsheets that need a mark to read Greek."""
    lines = csv_lines(COLUMNS, structure_rows(public_structures(), public=True), bom=request.GET.get("bom") == "1")
    return csv_download(lines, name="structures")
