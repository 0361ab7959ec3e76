"""`manage.py roles_sync`: groups, their rights and the workflow, as the roles say (home/roles.py)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.editing.services import differences, sync_roles


class Command(BaseCommand):
    help = "Makes the groups what the roles say; --check only says where they differ (exit 1)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="Change nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = differences() if options["check"] else sync_roles()
        for difference in found:
            self.stdout.write(str(difference))
        if options["check"] and found:
            raise SystemExit(1)
        self.stdout.write(self.style.SUCCESS("Roles and groups agree."))
