"""Tables to take along: CSV that spreadsheets open, that runs nothing in them, and that comes back unchanged.

UTF-8, comma, full stop as decimal mark, dates ISO, yes and no as 1 and 0, lists with `|`, unknown is empty.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse

BOM = b"\xef\xbb\xbf"  # spreadsheets then read Greek
TYPE = "text/csv; charset=utf-8"
LIST_MARK = "|"
# Rows are sent in pieces of this many: one piece a row would cost more than the rows themselves.
ROWS_A_PIECE = 200
# What a spreadsheet takes for a formula, or lets stand before one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

Row = Mapping[str, Any]


class _Line:
    """Where the csv module writes: it gives every line back instead of keeping it."""

    @staticmethod
    def write(line: str) -> str:
        return line


def csv_lines(columns: Iterable[str], rows: Iterable[Row], *, bom: bool = False) -> Iterator[bytes]:
    """The table in pieces, header first, in constant memory; a column that a row does not name is empty."""
    columns = tuple(columns)
    writer = csv.writer(_Line(), lineterminator="\r\n")
    piece = [writer.writerow(columns)]
    if bom:
        yield BOM
    for row in rows:
        piece.append(writer.writerow([cell(row.get(name)) for name in columns]))
        if len(piece) >= ROWS_A_PIECE:
            yield "".join(piece).encode()
            piece = []
    yield "".join(piece).encode()


def csv_download(lines: Iterable[bytes], *, name: str) -> StreamingHttpResponse:
    """A table of any length, sent while it is read; the page cache does not keep it."""
    return StreamingHttpResponse(lines, content_type=TYPE, headers=_headers(name))


def csv_answer(lines: Iterable[bytes], *, name: str) -> HttpResponse:
    """A short table, whole: the page cache may keep it."""
    return HttpResponse(b"".join(lines), content_type=TYPE, headers=_headers(name))


def cell(value: Any) -> str:
    """A value as it stands in a cell. Only text is guarded: a negative number is no formula."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int | float):  # yes and no are numbers, 1 and 0
        return str(int(value)) if isinstance(value, bool) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return safe(LIST_MARK.join(str(each) for each in value))
    return safe(str(value))


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe stands before it."""
    return f"'{text}" if _is_formula(text) else text


def plain(text: str) -> str:
    """What `safe` guarded, as it was; any other text is returned as it is."""
    return text[1:] if text.startswith("'") and _is_formula(text) else text


def _is_formula(text: str) -> bool:
    # Apostrophes of the text itself are counted in, so that what is read equals what was written.
    return text.lstrip("'").startswith(_FORMULA)


def _headers(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}.csv"'}
