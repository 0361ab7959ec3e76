"""`manage.py directory_import FILE [--dry-run] [--json]`; exit 0, 1 with mistakes, 2 for a file that is no table."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from tqdm import tqdm

from directory.models.importing_profiles import ImportProfile
from directory.services.importing.full import import_full
from directory.services.importing.outcome import Outcome
from directory.services.importing.refusals import ImportRefused
from directory.services.importing.runs import begin, counts_of, write
from directory.services.importing.sources import table_of
from directory.services.importing.structures import rehearse_structures
from directory.tables.files import FileRefused

SHOWN = 40


class Command(BaseCommand):
    help = "Changes structures by a CSV table, or takes full.zip into an empty directory; whole or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Only show what would change.")
        parser.add_argument("--end-missing", action="store_true", help="End today what does not stand in the file.")
        parser.add_argument("--profile", type=_profile, help="Key of the profile by which a foreign file is read.")
        parser.add_argument("--much", action="store_true", help="Yes, so many shall end or change their phones.")
        parser.add_argument("--json", action="store_true", help="For machines.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content = options["file"].read_bytes()
            if options["file"].suffix == ".zip":
                self._restore(content)
                return
            outcome = _rehearsed(content, options) if options["dry_run"] else _written(content, options)
        except ImportRefused as refusal:
            self.stdout.write(refusal.messages[0])
            sys.exit(0 if refusal.code == "already" else 1)
        except (OSError, FileRefused) as problem:
            self.stderr.write(" ".join(getattr(problem, "messages", [str(problem)])))
            sys.exit(2)
        self.stdout.write(_as_json(outcome) if options["json"] else _as_text(outcome))
        if outcome.errors:
            sys.exit(1)

    def _restore(self, content: bytes) -> None:
        """full.zip, into an empty directory."""
        restored = import_full(content, at=timezone.localtime(), zone=timezone.get_default_timezone())
        for each in restored.wrong[:SHOWN]:
            self.stdout.write(str(each))
        if restored.wrong:
            sys.exit(1)
        self.stdout.write(f"{sum(restored.rows.values())} rows, {restored.rows['structure']} structures")


def _profile(key: str) -> ImportProfile:
    found = ImportProfile.objects.filter(slug=key).first()
    if found is None:
        raise ArgumentTypeError(f"there is no profile “{key}”")
    return found


def _rehearsed(content: bytes, options: dict[str, Any]) -> Outcome:
    today = timezone.localdate()
    table = table_of(content, options["profile"], end_missing=options["end_missing"], today=today)
    return _with_bar(len(table.rows), lambda told: rehearse_structures(table, today=today, told=told))


def _written(content: bytes, options: dict[str, Any]) -> Outcome:
    now, zone = timezone.localtime(), timezone.get_default_timezone()
    how = {name: options[name] for name in ("end_missing", "profile")}
    run = begin(content, name=options["file"].name, by=None, at=now, **how)
    run.needs_second = options["much"]
    outcome = _with_bar(run.rows, lambda told: write(run, at=now, zone=zone, told=told))
    if run.needs_second and not options["much"]:
        raise ImportRefused.too_much()
    return outcome


def _with_bar(total: int, act: Callable[[Callable[[int], Any]], Outcome]) -> Outcome:
    with tqdm(total=total, disable=None, file=sys.stderr) as bar:
        return act(bar.update)


def _as_text(outcome: Outcome) -> str:
    lines = [str(outcome.notice)] if outcome.notice else []
    lines += [str(each) for each in (*outcome.errors[:SHOWN], *outcome.warnings[:SHOWN])]
    shown = outcome.changes[:SHOWN]
    lines += [f"{each.row}  {each.code}  {each.column}: {each.old or '–'} → {each.new or '–'}" for each in shown]
    lines.append(
        f"{outcome.rows} rows, {outcome.structures} structures, {outcome.changed} changed, {len(outcome.errors)} errors"
    )
    return "\n".join(lines)


def _as_json(outcome: Outcome) -> str:
    errors = [{"row": each.row, "column": each.column, "sentence": str(each.sentence)} for each in outcome.errors]
    warnings = [{"row": each.row, "column": each.column, "sentence": str(each.sentence)} for each in outcome.warnings]
    said = {"errors": errors, "warnings": warnings, "changes": [asdict(each) for each in outcome.changes]}
    return json.dumps(counts_of(outcome) | said, ensure_ascii=False)
