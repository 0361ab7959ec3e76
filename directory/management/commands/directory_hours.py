"""`manage.py directory_hours cases.json --json`: answers a file of cases about opening hours."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from directory.hours.contract import answer


class Command(BaseCommand):
    help = "Answers a file of cases about opening hours (tests/contract/hours)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("cases", type=Path, help="File of cases.")
        parser.add_argument("--json", action="store_true", help="Print the answer as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            cases = json.loads(options["cases"].read_text("utf-8"))
        except (OSError, ValueError) as problem:
            raise CommandError(f"{options['cases']} cannot be read: {problem}") from problem
        answered = answer(cases, today=timezone.localdate())
        if options["json"]:
            self.stdout.write(json.dumps(answered, ensure_ascii=False))
            return
        for row in answered["cases"]:
            self.stdout.write(f"{row['id']}: {row['el']} / {row['en']}")
