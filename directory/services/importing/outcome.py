"""What a table did, or would do."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.tables.files import FileRow


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
    """A cell before and after; `code` is that of the structure or of its way in."""

    row: int
    structure: str
    code: str
    column: str
    old: str
    new: str


@dataclass(slots=True)
class Outcome:
    """What a table did, or would do. With any error nothing was written."""

    rows: int = 0
    structures: int = 0
    changed: int = 0  # new ones too
    made: int = 0
    bodies: int = 0  # new organisations
    phones: int = 0  # ways in of the table that had a number before
    made_as: dict[str, int] = field(default_factory=dict)  # keys of new structures by what the table calls them
    changes: list[Change] = field(default_factory=list)
    errors: list[CellError] = field(default_factory=list)
    warnings: list[CellError] = field(default_factory=list)  # what a person should look at; it stops nothing
    pages: dict[str, int] = field(default_factory=dict)  # how many pages are new, changed, drafts
    notice: Any = ""
    before: dict[str, Any] = field(default_factory=dict)  # what stood there before, for taking it back

    def refuse(self, row: FileRow, column: str, problem: Any) -> None:
        """Note what is wrong with a cell; a ValidationError may hold several sentences."""
        texts = problem.messages if isinstance(problem, ValidationError) else [problem]
        self.errors += [CellError(row.number, column, text) for text in texts]

    def warn(self, row: FileRow, column: str, sentence: Any) -> None:
        """Note what a person should look at."""
        self.warnings.append(CellError(row.number, column, sentence))
