"""Files of others: their columns as ours, once written down, so that the same file can come every month."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.tables.columns import COLUMNS
from directory.tables.files import FileRow, Table

NEW = "new-"
OURS = frozenset(COLUMNS) - {"structure_code", "access_code"}


@dataclass(frozen=True, slots=True)
class Foreign:
    """How a foreign file is read. `known` are structures by their key there: code, and access codes by channel."""

    key: str
    columns: Mapping[str, str]  # theirs → ours
    fixed: Mapping[str, str]  # ours → what stands in every row
    known: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)

    def translated(self, table: Table) -> Table:
        """The table with our columns and codes; what is not known yet is new."""
        return replace(table, rows=tuple(self._row(row) for row in table.rows))

    def theirs(self, column: str) -> str:
        """What a column is called in the file."""
        if column == "structure_code":
            return self.key
        return next((theirs for theirs, ours in self.columns.items() if ours == column), column)

    def _row(self, row: FileRow) -> FileRow:
        key = row.cells[self.key]
        cells = {ours: row.cells[theirs] for theirs, ours in self.columns.items() if theirs in row.cells}
        cells = {**self.fixed, **cells}
        code, points = self.known.get(key, (NEW + key, {}))
        channel = cells.get("channel", "")
        cells |= {"structure_code": code, "access_code": points.get(channel, NEW + channel) if channel else ""}
        return replace(row, cells=cells)


def pairs(text: str) -> dict[str, str]:
    """Lines “left = right”. Raises ValidationError with the line that is none."""
    found = {}
    for line in text.splitlines():
        left, mark, right = (part.strip() for part in line.partition("="))
        if line.strip() and not (left and mark):
            sentence = _("“%(line)s”: write two names with = between them, one pair a line.")
            raise ValidationError(sentence, code="pair", params={"line": line.strip()})
        if left:
            found[left] = right
    return found


def check_ours(names: set[str]) -> None:
    """Raises ValidationError for a name that is no column of ours."""
    if unknown := sorted(names - OURS):
        sentence = _("“%(name)s” is no column here. There are: %(names)s.")
        params = {"name": unknown[0], "names": ", ".join(sorted(OURS))}
        raise ValidationError(sentence, code="column", params=params)
