"""`manage.py second_factor NAME`: which second factors an account has; `--forget` when all its devices are lost."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.services import forget_factors


class Command(BaseCommand):
    help = "Says which second factors an account has. --forget removes them: make sure first who asks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="The name by which the person signs in.")
        parser.add_argument("--forget", action="store_true", help="Removes them all; the person sets up new ones.")

    def handle(self, *args: Any, **options: Any) -> None:
        person = get_user_model().objects.filter(username=options["name"]).first()
        if person is None:
            raise CommandError(f"There is no account “{options['name']}”.")
        if options["forget"]:
            self.stdout.write(f"{forget_factors(person)} removed")
            return
        for row in Authenticator.objects.filter(user=person).order_by("pk"):
            used = f"{row.last_used_at:%Y-%m-%d}" if row.last_used_at else "never"
            self.stdout.write(f"{row.type:16} since {row.created_at:%Y-%m-%d}, used {used}")
