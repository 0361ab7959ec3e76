"""What a table says of checks: that somebody looked, on which day. A change of facts alone is none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from directory.checks import days_of_change, due_on, fact_hash, risk_of
from directory.models.exceptions import Closure
from directory.models.structure import Structure
from directory.models.verification import CheckHow, CheckResult, Verification
from directory.selectors.emergency_desk import planned_points
from directory.services.importing.outcome import Outcome
from directory.services.importing.writing import Writing
from directory.tables.columns import CHECK
from directory.tables.files import FileRow
from directory.tables.rows import PIECE, WholeReader

NOTHING_LOST = _("A check is not taken away by a table: it stays as it is.")


@dataclass(slots=True)
class Checks:
    """The checks that one table brings."""

    outcome: Outcome
    today: date
    checked: list[Structure] = field(default_factory=list)
    _closures: list[Closure] | None = None
    _planned: frozenset[int] = frozenset()

    def take(self, row: FileRow, structure: Structure, cells: dict[str, str]) -> dict[str, str]:
        """The cells of the check that hold; those that do not are said in a warning, or are a mistake."""
        said = {name: cells[name] for name in CHECK if name in cells}
        if not said:
            return {}
        day = said.get("checked_on", str(structure.checked_on or ""))
        if not day:
            self.outcome.warn(row, next(iter(said)), NOTHING_LOST)
            return {}
        if date.fromisoformat(day) > self.today:
            self.outcome.refuse(row, "checked_on", _("Nobody has looked on a day that is to come."))
            return {}
        if structure.checked_on and date.fromisoformat(day) < structure.checked_on:
            sentence = _("We know of a later check, of %(day)s: it stays.")
            self.outcome.warn(row, "checked_on", sentence % {"day": structure.checked_on.isoformat()})
            return {}
        return said

    def put(self, structure: Structure, said: dict[str, str], writing: Writing) -> None:
        """Note the check, and the day on which the next one is due."""
        if not said:
            return
        if "checked_on" in said:
            writing.put(structure, "checked_on", date.fromisoformat(said["checked_on"]))
            self.checked.append(structure)
        if "checked_by" in said:
            writing.put(structure, "checked_by", said["checked_by"])
        points = list(structure.access_points.all())
        if self._closures is None:
            self._closures, self._planned = list(Closure.objects.all()), planned_points()
        known = self._closures if structure.pk else []
        risk = risk_of(structure, points, self._planned)
        due = due_on(structure, risk, days_of_change(structure, points, known))
        writing.put(structure, "next_check_on", due)

    def write(self, *, at: datetime, by: Any) -> None:
        """A line of the history of checks for each, once the facts are written."""
        words = {each.pk: _word_of(each) for each in self.checked}
        Verification.objects.bulk_create(
            [
                Verification(
                    structure_id=structure.pk,
                    how=CheckHow.IMPORT,
                    result=CheckResult.CONFIRMED,
                    at=at,
                    person=by,
                    fact_hash=fact_hash(structure),
                    **words[structure.pk],
                )
                for structure in _read_back(self.checked)
            ],
            batch_size=500,
        )


def _word_of(structure: Structure) -> dict[str, str]:
    """On whose word, and where that stands."""
    sources = [" ".join(filter(None, (block.value["title"], block.value["url"]))) for block in structure.sources]
    return {"by": structure.checked_by or "; ".join(sources)[:160], "note": "; ".join(sources)[:300]}


def _read_back(structures: Sequence[Structure]) -> list[Structure]:
    keys = [structure.pk for structure in structures]
    reader, found = WholeReader(), list[Structure]()
    for start in range(0, len(keys), PIECE):
        found += reader.read(Structure.objects.filter(pk__in=keys[start : start + PIECE]))
    return found
