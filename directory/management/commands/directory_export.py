"""`manage.py directory_export full.zip`: every fact, without loss; nothing withheld, nobody's letters."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from directory.tables.full.writing import write_full


class Command(BaseCommand):
    help = "Writes all facts of the directory to an archive that directory_import takes into an empty directory."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        with options["file"].open("wb") as target:
            write_full(target)
        self.stdout.write(f"{options['file']}: {options['file'].stat().st_size} bytes")
