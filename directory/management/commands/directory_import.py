"""`manage.py directory_import FILE [--dry-run] [--json]`; exit 0, 1 with errors, 2 for a file that is no table."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from tqdm import tqdm

from directory.services.importing.full import import_full
from directory.services.importing.outcome import Outcome
from directory.services.importing.structures import REQUIRED, import_structures, rehearse_structures
from directory.tables.files import FileRefused, read_table

SHOWN = 40


class Command(BaseCommand):
    help = "Changes structures by a CSV table, whole or not at all. --dry-run only shows what would change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["file"].suffix == ".zip":
            self._restore(options["file"])
            return
        try:
            table = read_table(options["file"].read_bytes(), required=REQUIRED)
        except (OSError, FileRefused) as problem:
            self.stderr.write(" ".join(getattr(problem, "messages", [str(problem)])))
            sys.exit(2)
        structures = len({row.cells["structure_code"] for row in table.rows})
        with tqdm(total=structures, disable=None, file=sys.stderr) as bar:
            if options["dry_run"]:
                outcome = rehearse_structures(table, today=timezone.localdate(), told=bar.update)
            else:
                now, zone = timezone.localtime(), timezone.get_default_timezone()
                outcome = import_structures(table, at=now, zone=zone, told=bar.update)
        self.stdout.write(_as_json(outcome) if options["json"] else _as_text(outcome))
        if outcome.errors:
            sys.exit(1)

    def _restore(self, path: Path) -> None:
        """full.zip, into an empty directory."""
        try:
            restored = import_full(path.read_bytes(), at=timezone.localtime(), zone=timezone.get_default_timezone())
        except (OSError, FileRefused) as problem:
            self.stderr.write(" ".join(getattr(problem, "messages", [str(problem)])))
            sys.exit(2)
        for each in restored.wrong[:SHOWN]:
            self.stdout.write(str(each))
        if restored.wrong:
            sys.exit(1)
        self.stdout.write(f"{sum(restored.rows.values())} rows, {restored.rows['structure']} structures")


def _as_text(outcome: Outcome) -> str:
    lines = [str(outcome.notice)] if outcome.notice else []
    lines += [str(error) for error in outcome.errors[:SHOWN]]
    shown = outcome.changes[:SHOWN]
    lines += [f"{each.row}  {each.code}  {each.column}: {each.old or '–'} → {each.new or '–'}" for each in shown]
    lines.append(
        f"{outcome.rows} rows, {outcome.structures} structures, {outcome.changed} changed, {len(outcome.errors)} errors"
    )
    return "\n".join(lines)


def _as_json(outcome: Outcome) -> str:
    counts = {"rows": outcome.rows, "structures": outcome.structures, "changed": outcome.changed}
    errors = [{"row": each.row, "column": each.column, "sentence": str(each.sentence)} for each in outcome.errors]
    changes = [asdict(each) for each in outcome.changes]
    notice = str(outcome.notice)
    return json.dumps(counts | {"errors": errors, "changes": changes, "notice": notice}, ensure_ascii=False)
