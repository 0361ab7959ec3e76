"""full.zip on the same way as a table: sent, rehearsed in the queue, confirmed, written. It is not taken back."""

import zlib
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction

from core.audit import audit
from core.progress import Progress
from directory.models.importing import ImportRun, ImportState
from directory.services.importing.full import Restored, import_full, rehearse_full

SUFFIX = ".zip"
SHOWN_ERRORS = 500


def rehearse_archive(run: ImportRun) -> Restored:
    """What it would bring, and what is wrong with it, written to the run."""
    try:
        restored = rehearse_full(_content(run))
    except ValidationError as refusal:
        return _refused(run, refusal)
    _note(run, restored, ImportState.REFUSED if restored.wrong else ImportState.READY)
    return restored


def write_archive(run: ImportRun, *, at: datetime, zone: ZoneInfo) -> Restored:
    """Import it, in one transaction."""
    progress = Progress(run.progress_name)
    by: Any = run.confirmed_by or run.sent_by
    try:
        with transaction.atomic():
            restored = import_full(_content(run), at=at, zone=zone, told=progress.teller(run.rows))
            if not restored.wrong:
                _note(run, restored, ImportState.DONE, done_at=at)
                audit(run, "directory.imported", by=by, structures=restored.rows["structure"])
    except ValidationError as refusal:
        return _refused(run, refusal)
    finally:
        progress.end()
    if restored.wrong:
        _note(run, restored, ImportState.REFUSED)
    return restored


def _content(run: ImportRun) -> bytes:
    return zlib.decompress(run.content or b"")


def _refused(run: ImportRun, refusal: ValidationError) -> Restored:
    """The archive as a whole is refused, for example because facts came in meanwhile."""
    _note(run, Restored(), ImportState.REFUSED)
    run.errors = [["", "", sentence] for sentence in refusal.messages]
    run.counts |= {"errors": len(run.errors)}
    run.save(update_fields=["errors", "counts"])
    return Restored()


def _note(run: ImportRun, restored: Restored, state: ImportState, **fields: Any) -> None:
    run.state, run.rows = state, sum(restored.rows.values())
    run.counts = {"rows": run.rows, "models": restored.rows, "errors": len(restored.wrong)}
    wrong = restored.wrong[:SHOWN_ERRORS]
    run.errors = [[each.row, f"{each.column} ({each.file})", str(each.sentence)] for each in wrong]
    for name, value in fields.items():
        setattr(run, name, value)
    run.save(update_fields=["state", "rows", "counts", "errors", *fields])
