"""`manage.py directory_verify`: the daily round of checks and letters; every morning, and as often as one likes."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from directory.services.emergencies import APPROVE, PROPOSE
from directory.services.emergencies.letters import remind_of_drill
from directory.services.letters import send_due_letters
from directory.services.verification import plan_checks


class Command(BaseCommand):
    help = "Plans the checks of all structures, asks the bodies that are due, reminds the crisis team of a due drill."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.localtime()
        planned = plan_checks()
        zone = timezone.get_default_timezone()
        letters = send_due_letters(at=now, zone=zone) + remind_of_drill(PROPOSE, APPROVE, at=now, zone=zone)
        self.stdout.write(f"{planned} days planned anew, {letters} letters written.")
