"""`manage.py directory_verify`: the daily round of checks; to be run every morning, and as often as one likes."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from directory.services.letters import send_due_letters
from directory.services.verification import plan_checks


class Command(BaseCommand):
    help = "Plan the checks of all structures and ask the bodies that are due."

    def handle(self, *args, **options):
        now = timezone.localtime()
        planned = plan_checks()
        letters = send_due_letters(at=now, zone=timezone.get_default_timezone())
        self.stdout.write(f"{planned} days planned anew, {letters} letters written.")
