"""`manage.py error_pages`: the pages for a broken server, with the phone of this hub; part of a deployment."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.settings_models import write_error_pages


class Command(BaseCommand):
    help = "Writes the pages that readers get when the server or the database is away."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            written = write_error_pages()
        except OSError as problem:
            raise CommandError(f"The pages could not be written: {problem}") from problem
        for path in written:
            self.stdout.write(f"{path}: {path.stat().st_size} bytes")
