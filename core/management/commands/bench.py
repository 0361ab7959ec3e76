"""`manage.py bench`: how fast the hub is, against a bare Django page on the same machine."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.test.utils import override_settings
from django.utils import timezone

from core import demo_setup
from core.bench import figures
from core.bench.machine import machine_facts
from core.bench.scratch import database_copy, working_on
from core.bench.subjects import subjects
from core.hooks import registered


class Command(BaseCommand):
    help = "Measures the hub against a bare Django page: speed, queries, how fast a publication is seen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="Print JSON with the facts of the machine.")
        parser.add_argument("--rounds", type=int, default=5, help="At least 5 for figures that are quoted.")
        parser.add_argument("--seconds", type=float, default=1.0, help="For each page in each round.")
        parser.add_argument(
            "--budgets",
            action="store_true",
            help="Only the budgets of the apps, without servers; exit 1 when one is missed.",
        )
        for part in registered("hub_bench"):
            parser.add_argument(f"--{part.things}", type=int, default=0, metavar="N", help=part.help)

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError("The benchmark works on a copy of a SQLite database: run it with the demo's settings.")
        demo_setup.collect_static()
        if demo_setup.migrate():
            demo_setup.load_content(again=True)
        effort = figures.Effort(options["rounds"], options["seconds"])
        with database_copy() as database, working_on(database):
            measured = self.fill(options)
            measured += [] if options["budgets"] else self.measure(effort, database)
            measured += self.budgets()
            facts = machine_facts()
        if options["json"]:
            report = {"machine": facts, "figures": [asdict(each) for each in measured]}
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
        else:
            self.table(measured, facts)
        if options["budgets"] and any(each.is_met is False for each in measured):
            sys.exit(1)

    def fill(self, options: dict[str, Any]) -> list[figures.Figure]:
        """Make the copy as large as is asked."""
        found: list[figures.Figure] = []
        for part in registered("hub_bench"):
            self.say(f"{part.name}: {options[part.things] or 'as it is'}")
            found += part.fill(options[part.things], timezone.localtime())
        return found

    def measure(self, effort: figures.Effort, database: Path) -> list[figures.Figure]:
        """What servers do; says on the error stream what is being measured."""
        pages = subjects()
        return [
            *figures.speed(pages, database, effort, self.say),
            *figures.queries(pages),
            figures.publication(database, effort.rounds, self.say),
            figures.stampede(pages[0], database, effort.rounds, self.say),
        ]

    def budgets(self) -> list[figures.Figure]:
        """What the apps promise of themselves, in processor time; they may change the copy, so they come last."""
        found: list[figures.Figure] = []
        for part in registered("hub_bench"):
            self.say(f"budgets of the {part.name}")
            with override_settings(HUB_PAGE_CACHE=False):
                found += part.measure(timezone.localtime())
        return found

    def table(self, measured: list[figures.Figure], facts: dict[str, Any]) -> None:
        """Figures for people, then the machine."""
        width = max(len(each.name) for each in measured)
        for each in measured:
            spread = f"{each.low:.3g} – {each.high:.3g}" if each.low is not None else ""
            mark = {True: "ok", False: "MISSED", None: ""}[each.is_met]
            self.stdout.write(f"  {each.name:<{width}}  {each.value:>8.3g}  {spread:<18}  {each.goal:<8}  {mark}")
        self.stdout.write("\n  " + " · ".join(f"{name}: {value}" for name, value in facts.items()))

    def say(self, words: str) -> None:
        self.stderr.write(f"  {words}")
