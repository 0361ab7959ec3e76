"""What the worker does for search: bring Elasticsearch level until it answers, ask the graded queries."""

import time

from django.utils import timezone
from django_tasks import task


@task()
def mirror_groups(groups: list[str]) -> int:
    """Bring groups of documents level. Runs twice with the same result; of two runs the later reading wins."""
    from search.services import mirror  # noqa: PLC0415 -- app ready: services enqueue this task

    return mirror(groups, version=time.time_ns())


@task()
def mirror_everything() -> int:
    """Build the index of Elasticsearch anew."""
    from search.services import rebuild_elastic  # noqa: PLC0415 -- app ready: services enqueue tasks of this module

    return rebuild_elastic(version=time.time_ns())


@task()
def evaluate_graded(evaluation: int) -> None:
    """Ask the graded queries of the editors. Run again it does nothing more."""
    from search.services import evaluate  # noqa: PLC0415 -- app ready: services enqueue tasks of this module

    evaluate(evaluation, now=timezone.localtime())
