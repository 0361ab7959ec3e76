"""The durable queue: work that must happen, though not now, is a row of the database.

A task is a module-level function under `@task` that takes ids and may run twice with the same result.
It is written in the transaction of the change that needs it, so both are there or neither. When it
fails it waits longer each time; after the last wait it stays as a dead letter that editors see.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from django_tasks.base import Task, TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult, get_date_max

# No task of ours runs longer, so its worker must have died.
ABANDONED = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class QueueState:
    """How the queue stands: numbers of tasks, and the age of the oldest that is due."""

    waiting: int
    running: int
    dead: int
    oldest: timedelta | None


def enqueue_on_commit(task: Task, **arguments: Any) -> None:
    """Put `task` into the queue, to be run once the surrounding transaction is committed.

    The row belongs to the transaction: workers see it after the commit, and a rollback takes it along.
    (A callback after the commit would lose the task of a process that dies in between.)
    """
    task.enqueue(**arguments)


def queue_state(at: datetime) -> QueueState:
    """Return how the queue stands at `at`. One query."""
    ready = Q(status=TaskResultStatus.READY)
    due = ready & (Q(run_after=get_date_max()) | Q(run_after__lte=at))
    found = DBTaskResult.objects.aggregate(
        waiting=Count("pk", filter=ready),
        running=Count("pk", filter=Q(status=TaskResultStatus.RUNNING)),
        dead=Count("pk", filter=Q(status=TaskResultStatus.FAILED)),
        oldest=Min("enqueued_at", filter=due),
    )
    oldest = found.pop("oldest")
    return QueueState(**found, oldest=at - oldest if oldest else None)


def dead_letters() -> QuerySet[DBTaskResult]:
    """Return the tasks that failed for good, the newest first."""
    return DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).order_by("-finished_at")


def retry_dead(pks: list[Any]) -> int:
    """Let dead letters run again from their first wait. Return how many there were."""
    return dead_letters().filter(pk__in=pks).update(**_again(get_date_max()), worker_ids=[])


def rescue(before: datetime) -> int:
    """Return tasks to the queue whose worker began before `before` and never ended. Return how many."""
    lost = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=before)
    return lost.update(**_again(get_date_max()))


def retry_later(sender: Any, task_result: Any, **kwargs: Any) -> None:
    """Give a failed task its next wait; without one left it stays a dead letter."""
    if task_result.status != TaskResultStatus.FAILED:
        return
    waits = settings.HUB_QUEUE_WAITS
    attempt = len(task_result.worker_ids)
    if attempt <= len(waits):
        # The worker stands above every view: its clock is the moment.
        run_after = timezone.now() + waits[attempt - 1]  # noqa: TID251 -- the worker is the edge here
        DBTaskResult.objects.filter(pk=task_result.id, status=TaskResultStatus.FAILED).update(**_again(run_after))


def connect() -> None:
    """Listen to the workers of this process."""
    task_finished.connect(retry_later, dispatch_uid="hub.queue.retry")


def _again(run_after: datetime) -> dict[str, Any]:
    return {"status": TaskResultStatus.READY, "run_after": run_after, "finished_at": None}
