"""`manage.py privacy_purge`: what the privacy page promises, done. Run it once a day."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from core.privacy import purge


class Command(BaseCommand):
    help = "Removes what is older than the privacy page says and warns before it does. Exit 1: a rule failed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="For machines.")

    def handle(self, *args: Any, **options: Any) -> None:
        done = list(purge(timezone.now()))
        if options["json"]:
            self.stdout.write(json.dumps([asdict(each) for each in done]))
        else:
            for each in done:
                said = (
                    "FAILED" if each.failed else f"{each.rows} removed" + f", {each.warned} warned" * bool(each.warned)
                )
                self.stdout.write(f"{each.name:24} {said}")
        if any(each.failed for each in done):
            raise SystemExit(1)
