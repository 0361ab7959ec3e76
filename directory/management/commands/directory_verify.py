"""`manage.py directory_verify`: the daily round of checks; to be run every morning, and as often as one likes."""

from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from directory.services.letters import send_due_letters
from directory.services.verification import forget_addresses, plan_checks

ADDRESSES_KEPT = timedelta(days=30)


class Command(BaseCommand):
    help = "Plan the checks of all structures, ask the bodies that are due, forget reporters' addresses after 30 days."

    def handle(self, *args, **options):
        now = timezone.localtime()
        planned = plan_checks()
        letters = send_due_letters(at=now, zone=timezone.get_default_timezone())
        forgotten = forget_addresses(now - ADDRESSES_KEPT)
        self.stdout.write(f"{planned} days planned anew, {letters} letters written, {forgotten} addresses forgotten.")
