"""What of the directory waits in the queue."""

from django.utils import timezone
from django_tasks import task


@task()
def measure_emergency(activation: int) -> str:
    """Ask our own addresses until each shows an emergency that was approved, and write down how long it took."""
    from directory.services.emergencies.probe import measure  # noqa: PLC0415 -- app ready: services enqueue this task

    return measure(activation, clock=timezone.now)
