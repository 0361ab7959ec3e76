"""Tables to take along: CSV that spreadsheets open and that runs nothing in them."""

import csv
import io
from collections.abc import Iterable, Mapping

COLUMNS = (
    "indicator",
    "name",
    "area_code",
    "area",
    "period",
    "breakdown_code",
    "breakdown",
    "value",
    "unit",
    "precision",
    "source",
    "source_url",
)
NUMBERS = frozenset({"value"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[Mapping[str, str]]) -> bytes:
    """UTF-8 with a byte order mark (spreadsheets then read Greek), one row per value, full stop as decimal mark."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in rows:
        table.writerow([row[name] if name in NUMBERS else safe(row[name]) for name in COLUMNS])
    return written.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
