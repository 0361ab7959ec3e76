"""The days on which something is closed, as the rows of a structure say them.

A closure that stands at every way in is one of the structure; one that stands at some of them is theirs alone.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings

from core.exports import LIST_MARK
from directory.models.access import AccessPoint
from directory.models.exceptions import Closure, ClosureWords
from directory.models.structure import Structure
from directory.services.importing.writing import Writing
from directory.tables.held import closed_days, closure_text, closures_of


def close(structure: Structure, points: Sequence[AccessPoint], cells: Mapping[int, str], writing: Writing) -> None:
    """Let each way in be closed as its cell says (by identity; those without a cell stay as they are).

    Of a structure without ways in the cell is named by its own identity.
    """
    if not points:
        _write(structure, _days(cells[id(structure)]), writing)
        return
    wanted = {id(point): _days(cells[id(point)]) if id(point) in cells else set(closed_days(point)) for point in points}
    everywhere = set.intersection(*wanted.values())
    _write(structure, everywhere, writing)
    for point in points:
        _write(point, wanted[id(point)] - everywhere, writing)


def _days(cell: str) -> set[str]:
    return set(cell.split(LIST_MARK)) if cell else set()


def _write(owner: Structure | AccessPoint, wanted: set[str], writing: Writing) -> None:
    """What stays keeps its row and its words in other languages; other days of the same reason are a new closure."""
    held = closures_of(owner)
    there = {closure_text(row): row for row in held}
    by_days = {text.partition(":")[0]: row for text, row in there.items() if text not in wanted}
    for text in sorted(wanted - set(there)):
        days, _mark, reason = text.partition(":")
        row = by_days.pop(days, None)
        if row is None:
            held.append(_made(owner, days, writing))
            row = held[-1]
        _say(row, reason, writing)
    for row in by_days.values():
        held.remove(row)
        writing.remove(row)


def _made(owner: Structure | AccessPoint, days: str, writing: Writing) -> Closure:
    first, _slash, last = days.partition("/")
    row = Closure(first_day=date.fromisoformat(first), last_day=date.fromisoformat(last))
    row.words = []
    if isinstance(owner, Structure):
        row.structure = owner
    else:
        row.access_point = owner
    writing.add(row)
    return row


def _say(row: Closure, reason: str, writing: Writing) -> None:
    words = next((each for each in row.words.all() if each.language == settings.LANGUAGE_CODE), None)
    if words is None and reason:
        words = ClosureWords(language=settings.LANGUAGE_CODE)
        row.words.add(words)
        writing.add(words)
    if words is not None and not reason:
        row.words.remove(words)
        writing.remove(words)
    elif words is not None:
        writing.put(words, "reason", reason)
