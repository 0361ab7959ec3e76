"""`manage.py directory_intervals`: when everything is open in the coming 60 days; to be run every night."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from directory.services import rebuild_all_intervals
from directory.services.emergencies import close_due


class Command(BaseCommand):
    help = "Rebuilds the open intervals of the coming 60 days. Run it every night."

    def handle(self, *args: Any, **options: Any) -> None:
        close_due(timezone.now())
        count = rebuild_all_intervals(at=timezone.localtime(), zone=timezone.get_default_timezone())
        self.stdout.write(f"{count} open intervals for the coming 60 days.")
