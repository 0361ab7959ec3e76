"""`manage.py directory_coverage`: record the coverage of the month that ended; to be run every night."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from directory.services.coverage import record_coverage


class Command(BaseCommand):
    help = "Records how communities were covered at the end of the last month, once. Run it every night."

    def handle(self, *args: Any, **options: Any) -> None:
        record = record_coverage(at=timezone.localtime(), zone=timezone.get_default_timezone())
        self.stdout.write(f"Recorded: {record}." if record else "The last month is recorded already.")
