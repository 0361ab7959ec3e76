"""What the worker does for documents."""

from django.utils import timezone
from django_tasks import task


@task()
def read_pages(document: int) -> None:
    """Read the text of a PDF. Runs twice with the same result."""
    from core.documents.services import read_text  # noqa: PLC0415 -- app ready: models enqueue this task

    read_text(document, at=timezone.now())
