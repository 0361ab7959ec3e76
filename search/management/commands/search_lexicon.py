"""`manage.py search_lexicon export|import FILE.toml`: the words that editors added, as a file."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from core.taxonomy import Need
from search.lexicon.current import own_concepts
from search.lexicon.files import FileRefused, read, written
from search.models import Concept
from search.services import take_words


class Command(BaseCommand):
    help = "Writes the words that editors added to a file, or takes them from one: to keep, to review, to move."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("do", choices=["export", "import"])
        parser.add_argument("file", metavar="FILE.toml", type=Path)
        parser.add_argument("--alone", action="store_true", help="import: also remove what is not in the file.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["do"] == "export":
                self._export(options["file"])
            else:
                self._import(options["file"], alone=options["alone"])
        except OSError as error:
            self._refuse([str(error)])

    def _export(self, file: Path) -> None:
        concepts = list(own_concepts())
        file.write_text(written(concepts), encoding="utf-8")
        self.stdout.write(self.style.SUCCESS(f"{file}: {len(concepts)} concepts."))

    def _import(self, file: Path, *, alone: bool) -> None:
        try:
            rows = read(file.read_text(encoding="utf-8"), needs=Need.objects.values_list("slug", flat=True))
        except FileRefused as refusal:
            self._refuse([f"{file}: {fault}" for fault in refusal.faults])
        except UnicodeDecodeError:
            self._refuse([f"{file}: this is not UTF-8 text."])
        taken = take_words(rows, alone=alone)
        others = Concept.objects.count() - taken
        stay = f" {others} others stay as they were; --alone removes them." if others else ""
        self.stdout.write(self.style.SUCCESS(f"{taken} concepts taken.{stay}"))

    def _refuse(self, faults: list[str]) -> None:
        for fault in faults:
            self.stderr.write(fault)
        self.stderr.write("Nothing was changed.")
        sys.exit(2)
