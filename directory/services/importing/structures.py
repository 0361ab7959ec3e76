"""A table of structures, taken in whole or not at all."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from core.audit import audit_many
from core.cache import purge
from directory.models.place import Location
from directory.models.structure import Structure
from directory.services.importing.outcome import Outcome
from directory.services.importing.pages import write_pages
from directory.services.importing.taking import Taking
from directory.services.importing.undoing import Before
from directory.services.intervals import rebuild_intervals
from directory.tables.files import Table
from search.receivers import written_in_bulk

REQUIRED = frozenset({"structure_code", "access_code"})


def rehearse_structures(table: Table, *, today: date, by: Any = None, told: Callable[[int], Any] = int) -> Outcome:
    """What `import_structures` would do; nothing is written. `by` is who would do it."""
    taking = Taking(table, today=today, by=by)
    for _writing, rows in taking.pieces(Structure.objects.all()):
        told(rows)
    return taking.outcome


@transaction.atomic
def import_structures(
    table: Table, *, at: datetime, zone: ZoneInfo, by: Any = None, told: Callable[[int], Any] = int
) -> Outcome:
    """Change structures by their codes, all or none: any error takes everything back.

    Absent rows and columns change nothing; an empty cell empties the fact. `told` hears how many rows are done.
    """
    taking, before = Taking(table, today=at.astimezone(zone).date(), by=by), Before()
    for writing, rows in taking.pieces(Structure.objects.select_for_update()):
        if not taking.outcome.errors:
            before.keep(writing)
            writing.write()
            before.keep_after(writing)
        told(rows)
    outcome = taking.outcome
    outcome.made_as = {code: structure.pk for code, structure in taking.made.items()}
    if outcome.errors:
        transaction.set_rollback(True)
        return outcome
    before.pages = write_pages(taking.words, by=by, at=at)
    taking.checks.write(at=at, by=by)
    outcome.before = before.as_json()
    made = set(outcome.made_as.values())
    audit_many([each for each in taking.changed if each.pk in made], "wagtail.create", by=by, at=at)
    audit_many([each for each in taking.changed if each.pk not in made], "wagtail.edit", by=by, at=at)
    written_in_bulk(Location, list(taking.places.touched))
    announce(taking.changed, [structure.pk for structure in taking.timed], at=at, zone=zone)
    return outcome


def announce(structures: Iterable[Structure], timed: Iterable[int], *, at: datetime, zone: ZoneInfo) -> None:
    """What follows when structures were written in bulk; `timed` are the keys of those whose hours may have moved."""
    purge(*(tag for structure in structures for tag in structure.cache_tags()))
    written_in_bulk(Structure, [structure.pk for structure in structures])
    transaction.on_commit(partial(rebuild_intervals, timed, at=at, zone=zone))
