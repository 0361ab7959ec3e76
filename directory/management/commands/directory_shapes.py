"""`manage.py directory_shapes FILE [--dry-run] [--property NAME] [--schematic]`; exit 1 when the file is refused."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from directory.geography.reading import PROPERTY, MapRefused
from directory.services.outlines import read_borders, replace_outlines


class Command(BaseCommand):
    help = "Takes the borders of all communities from one GeoJSON file and draws the maps by them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Only say whether the file is good.")
        parser.add_argument("--property", default=PROPERTY, help="The property that names the community of a feature.")
        parser.add_argument(
            "--schematic", action="store_true", help="The shapes lie nowhere: no place is drawn on them."
        )
        parser.add_argument("--source", default="", help="Whose borders these are, as it stands below the maps.")

    def handle(self, *args: Any, **options: Any) -> None:
        how = {"named_by": options["property"], "schematic": options["schematic"], "source": options["source"]}
        try:
            borders = read_borders(options["file"].read_bytes(), **how)
        except (OSError, MapRefused) as problem:
            self.stderr.write(" ".join(getattr(problem, "messages", [str(problem)])))
            sys.exit(1)
        if not options["dry_run"]:
            replace_outlines(borders, by=None)
        self.stdout.write(f"{len(borders.areas)} communities, {borders.read} points, {borders.kept} kept.")
