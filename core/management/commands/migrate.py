"""`manage.py migrate`: Django's own, with the hub's first migrations in one step each."""

from typing import Any

from django.core.management.commands import migrate

from core.migrating import at_once


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate as Django does."""
        with at_once():
            super().handle(*args, **options)
