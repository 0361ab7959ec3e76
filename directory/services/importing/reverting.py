"""Taking an import back: asked for at the desk, done by the queue, told while it goes on."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from core.audit import audit, audit_many
from core.progress import Progress
from core.queue import enqueue_on_commit
from directory.models.importing import ImportRun, ImportState
from directory.models.structure import Structure
from directory.services.importing.refusals import ImportRefused
from directory.services.importing.structures import announce
from directory.services.importing.undoing import put_back, steps


@transaction.atomic
def ask_undo(run: ImportRun, *, by: Any, at: datetime) -> ImportRun:
    """Let the queue take it back; who asks within the days is not refused later. Raises ImportRefused."""
    from directory.tasks import undo_import  # noqa: PLC0415 -- app ready: tasks call these services

    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state != ImportState.DONE:
        raise ImportRefused.not_now(run.get_state_display())
    if not run.can_be_undone(at):
        raise ImportRefused.too_late()
    run.state, run.undone_at, run.undone_by = ImportState.UNDOING, at, by
    run.save(update_fields=["state", "undone_at", "undone_by"])
    enqueue_on_commit(undo_import, run=run.pk)
    return run


def undo(run: ImportRun, *, at: datetime, zone: ZoneInfo, told: Callable[[int], Any] = int) -> list[Structure]:
    """Put back what was there before, in one transaction; gives the structures that were changed since and stay."""
    progress = Progress(run.progress_name)
    tell = progress.teller(steps(run.before))

    def put(things: int) -> None:
        tell(things)
        told(things)

    try:
        with transaction.atomic():
            return _undo(run, at=at, zone=zone, told=put)
    finally:
        progress.end()


def _undo(run: ImportRun, *, at: datetime, zone: ZoneInfo, told: Callable[[int], Any]) -> list[Structure]:
    run.state = ImportRun.objects.select_for_update().values_list("state", flat=True).get(pk=run.pk)
    if run.state != ImportState.UNDOING:  # another worker was quicker
        return []
    by: Any = run.undone_by
    back, left = put_back(run.before, by=by, told=told)
    structures = list(Structure.objects.filter(pk__in=back))
    audit_many(structures, "directory.import_undone", by=by, at=at)
    announce(structures, back, at=at, zone=zone)
    stay = list(Structure.objects.filter(pk__in=left))
    run.state, run.undone_at, run.before = ImportState.UNDONE, at, None
    run.left = [structure.label for structure in stay]
    run.save(update_fields=["state", "undone_at", "before", "left"])
    audit(run, "directory.import_undone", by=by, structures=len(back))
    return stay
