"""The task that empties the outbox."""

from django.utils import timezone
from django_tasks import task


@task()
def deliver() -> int:
    """Send what waits. One task does for all letters, so a second one finds nothing and is content."""
    from core.mail.services import deliver_waiting  # noqa: PLC0415 -- app ready: services enqueue this task

    return deliver_waiting(timezone.now())
