"""What of the directory waits in the queue."""

from django.utils import timezone
from django_tasks import task


@task()
def rehearse_import(run: int) -> str:
    """Read a table that was sent, and write down what it would do. Runs twice with the same result."""
    from directory.models.importing import ImportRun, ImportState  # noqa: PLC0415 -- app ready: services enqueue this task
    from directory.services.importing.archives import rehearse_archive  # noqa: PLC0415 -- as above
    from directory.services.importing.runs import rehearse  # noqa: PLC0415 -- as above

    found = ImportRun.objects.get(pk=run)
    if found.state == ImportState.SENT and found.is_full:
        rehearse_archive(found)
    elif found.state == ImportState.SENT:
        ImportRun.objects.filter(pk=run).update(read=0)
        rehearse(found, today=timezone.localdate())
    return found.state


@task()
def write_import(run: int) -> str:
    """Write a table that was confirmed. Runs twice with the same result."""
    from directory.models.importing import ImportRun, ImportState  # noqa: PLC0415 -- app ready: services enqueue this task
    from directory.services.importing.archives import write_archive  # noqa: PLC0415 -- as above
    from directory.services.importing.runs import write  # noqa: PLC0415 -- as above

    found = ImportRun.objects.get(pk=run)
    if found.state == ImportState.CONFIRMED:
        act = write_archive if found.is_full else write
        act(found, at=timezone.localtime(), zone=timezone.get_default_timezone())
    return found.state


@task()
def undo_import(run: int) -> str:
    """Take an import back, as somebody asked at the desk. Runs twice with the same result."""
    from directory.models.importing import ImportRun, ImportState  # noqa: PLC0415 -- app ready: services enqueue this task
    from directory.services.importing.reverting import undo  # noqa: PLC0415 -- as above

    found = ImportRun.objects.get(pk=run)
    if found.state == ImportState.UNDOING:
        undo(found, at=timezone.localtime(), zone=timezone.get_default_timezone())
    return found.state


@task()
def follow_pages(pages: list[int]) -> int:
    """What pages that a table made still lack. Runs twice with the same result."""
    from directory.services.importing.pages import follow  # noqa: PLC0415 -- app ready: services enqueue this task

    follow(pages)
    return len(pages)


@task()
def measure_emergency(activation: int) -> str:
    """Ask our own addresses until each shows an emergency that was approved, and write down how long it took."""
    from directory.services.emergencies.probe import measure  # noqa: PLC0415 -- app ready: services enqueue this task

    return measure(activation, clock=timezone.now)
