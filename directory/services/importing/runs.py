"""The life of an import: sent, rehearsed, confirmed (much by a second person), written, perhaps taken back."""

import hashlib
import zlib
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F

from core.audit import audit
from core.progress import Progress
from core.queue import enqueue_on_commit
from directory.models.choices import Status
from directory.models.importing import UNDO_DAYS, ImportRun, ImportState
from directory.models.importing_profiles import ImportProfile
from directory.services.importing.archives import SUFFIX
from directory.services.importing.outcome import Outcome
from directory.services.importing.refusals import ImportRefused
from directory.services.importing.sources import foreign_of, remember_keys, table_of, table_of_run
from directory.services.importing.structures import import_structures, rehearse_structures
from directory.tables.full.reading import check_full

MAY_IMPORT = "directory.import_directory"
# What needs a second person: shares of the structures that end, of the phones that change.
MOST_ENDED, MOST_PHONES = 0.2, 0.3
SHOWN_ERRORS = 500


@transaction.atomic
def send(content: bytes, *, name: str, by: Any, at: datetime, **how: Any) -> ImportRun:
    """Take a file in; its rehearsal waits in the queue. Raises FileRefused and ImportRefused."""
    from directory.tasks import rehearse_import  # noqa: PLC0415 -- app ready: tasks call these services

    run = begin(content, name=name, by=by, at=at, **how)
    enqueue_on_commit(rehearse_import, run=run.pk)
    return run


@transaction.atomic
def begin(
    content: bytes,
    *,
    name: str,
    by: Any,
    at: datetime,
    end_missing: bool = False,
    profile: ImportProfile | None = None,
) -> ImportRun:
    """Take a file in. Raises FileRefused, and ImportRefused for one that was imported already."""
    is_full = name.lower().endswith(SUFFIX)
    if is_full:
        check_full(content)
        rows = 0
    else:
        rows = len(table_of(content, profile, end_missing=end_missing, today=at.date()).rows)
    sha256 = hashlib.sha256(content).hexdigest()
    same = ImportRun.objects.filter(sha256=sha256, end_missing=end_missing, profile=profile)
    if same.filter(state=ImportState.DONE).exists():
        raise ImportRefused.already()
    _forget(at)
    return ImportRun.objects.create(
        name=name[:200],
        sha256=sha256,
        content=zlib.compress(content),
        profile=profile,
        end_missing=end_missing,
        is_full=is_full,
        rows=rows,
        sent_at=at,
        sent_by=by,
    )


def rehearse(run: ImportRun, *, today: date) -> Outcome:
    """What the file would do, written to the run: counts, mistakes, differences. Doing it twice changes nothing."""

    def read(rows: int) -> None:
        ImportRun.objects.filter(pk=run.pk).update(read=F("read") + rows)

    outcome = rehearse_structures(table_of_run(run, today), today=today, by=run.sent_by, told=read)
    state = ImportState.REFUSED if outcome.errors else ImportState.READY
    _note(run, outcome, state, needs_second=is_much(outcome))
    return outcome


def counts_of(outcome: Outcome) -> dict[str, Any]:
    """The numbers of an outcome, for people and machines."""
    return {
        "rows": outcome.rows,
        "structures": outcome.structures,
        "made": outcome.made,
        "changed": outcome.changed - outcome.made,
        "unchanged": outcome.structures - outcome.changed,
        "cells": len(outcome.changes),
        "errors": len(outcome.errors),
        "warnings": len(outcome.warnings),
        "bodies": outcome.bodies,
        "pages": outcome.pages,
        "notice": str(outcome.notice),
        "columns": dict(Counter(each.column for each in outcome.changes).most_common()),
        "ended": _ended(outcome),
    }


def is_much(outcome: Outcome) -> bool:
    """Whether so much would end, or so many phones change, that two people must want it."""
    phones = sum(1 for each in outcome.changes if each.column == "phones" and each.old)
    return _ended(outcome) > MOST_ENDED * outcome.structures or phones > MOST_PHONES * outcome.phones


@transaction.atomic
def confirm(run: ImportRun, *, by: Any, at: datetime) -> ImportRun:
    """Let it be written. Much needs two: who sent it proposes, somebody else confirms. Raises ImportRefused."""
    from directory.tasks import write_import  # noqa: PLC0415 -- app ready: tasks call these services

    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state not in (ImportState.READY, ImportState.PROPOSED):
        raise ImportRefused.not_now(run.get_state_display())
    if run.needs_second and by == run.sent_by:
        if run.state == ImportState.PROPOSED:
            raise ImportRefused.same_person()
        run.state = ImportState.PROPOSED
        run.save(update_fields=["state"])
        return run
    run.state, run.confirmed_by, run.confirmed_at = ImportState.CONFIRMED, by, at
    run.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    enqueue_on_commit(write_import, run=run.pk)
    return run


@transaction.atomic
def drop(run: ImportRun) -> None:
    """Do not import it."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state not in (ImportState.READY, ImportState.PROPOSED, ImportState.REFUSED):
        raise ImportRefused.not_now(run.get_state_display())
    run.state, run.content = ImportState.DROPPED, None
    run.save(update_fields=["state", "content"])


def write(run: ImportRun, *, at: datetime, zone: ZoneInfo, told: Callable[[int], Any] = int) -> Outcome:
    """Import it, in one transaction. What became wrong or too much since is not: the run says so."""
    progress = Progress(run.progress_name)
    tell = progress.teller(run.rows)

    def written(rows: int) -> None:
        tell(rows)
        told(rows)

    try:
        return _write(run, at=at, zone=zone, told=written)
    finally:
        progress.end()


def _write(run: ImportRun, *, at: datetime, zone: ZoneInfo, told: Callable[[int], Any]) -> Outcome:
    with transaction.atomic():
        by: Any = run.confirmed_by or run.sent_by
        table = table_of_run(run, at.astimezone(zone).date())
        outcome = import_structures(table, at=at, zone=zone, by=by, told=told)
        asks_again = not outcome.errors and is_much(outcome) and not run.needs_second
        if outcome.errors or asks_again:
            transaction.set_rollback(True)
        else:
            _note(run, outcome, ImportState.DONE, done_at=at, before=outcome.before)
            if run.profile:
                remember_keys(run.profile, outcome.made_as)
            audit(run, "directory.imported", by=by, structures=outcome.changed)
    if outcome.errors:
        _note(run, outcome, ImportState.REFUSED)
    elif asks_again:
        _note(run, outcome, ImportState.READY, needs_second=True, confirmed_by=None, confirmed_at=None)
    return outcome


def _note(run: ImportRun, outcome: Outcome, state: ImportState, **fields: Any) -> None:
    """Write down what came out."""
    run.state, run.counts = state, counts_of(outcome)
    called = foreign_of(run.profile).theirs if run.profile else str
    for name in ("errors", "warnings"):
        cells = getattr(outcome, name)[:SHOWN_ERRORS]
        setattr(run, name, [[each.row, called(each.column), str(each.sentence)] for each in cells])
    run.changes = [[each.row, each.structure, each.code, each.column, each.old, each.new] for each in outcome.changes]
    for name, value in fields.items():
        setattr(run, name, value)
    run.save(update_fields=["state", "counts", "errors", "warnings", "changes", *fields])


def _ended(outcome: Outcome) -> int:
    return sum(1 for each in outcome.changes if each.column == "status" and each.new == Status.ENDED)


def _forget(at: datetime) -> None:
    """Long texts of imports that nobody can take back any more."""
    old = ImportRun.objects.filter(sent_at__lt=at - timedelta(days=UNDO_DAYS + 1)).exclude(state=ImportState.UNDOING)
    old.exclude(content=None).update(content=None, changes=None, before=None)
