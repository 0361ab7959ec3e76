"""`manage.py privacy_erase CODE`: what belongs to a receipt's code or an e-mail address is removed at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.privacy import erase


class Command(BaseCommand):
    help = "Removes what was written under a code or an e-mail address, when its person asks for it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("typed", metavar="CODE", help="A code as it was shown, or an e-mail address.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = erase(options["typed"])
        if not found:
            raise CommandError("Nothing is kept under this code or address.")
        for name, rows in found.items():
            self.stdout.write(f"{name}: {rows} removed")
