"""`manage.py demo`: from an empty folder to a served hub."""

import os
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from core import demo_setup
from core.demo_server import DemoRefused, ensure_admin, require_free, serve


class Command(BaseCommand):
    requires_system_checks: list[str] = []  # lint and tests run them; a start should be quick
    help = "Runs the hub with its demo content: web and worker together, until Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--fresh", action="store_true", help="Start over: forget the demo's database.")
        parser.add_argument("--no-serve", action="store_true", help="Get everything ready, then stop.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.run(options)
        except DemoRefused as refusal:
            self.stderr.write(str(refusal))
            raise SystemExit(2) from refusal

    def run(self, options: dict[str, Any]) -> None:
        """Prepare, then serve. Raises DemoRefused with the reason when it cannot."""
        if connection.vendor != "sqlite" or not getattr(settings, "HUB_DEMO", False):
            raise DemoRefused.not_ours()
        if options["fresh"] and "HUB_DATABASE" in os.environ:
            raise DemoRefused.fresh_elsewhere()
        require_free(options["port"])
        self.prepare(fresh=options["fresh"])
        account = ensure_admin(settings.VAR / "admin.txt")
        if not options["no_serve"]:
            connection.close()
            serve(options["port"], lambda _seconds: self.greet(options["port"], account))

    def prepare(self, *, fresh: bool) -> None:
        """Do what is not done yet, and say how long each step took."""
        settings.VAR.mkdir(parents=True, exist_ok=True)
        if fresh:
            demo_setup.forget()
        migrated = self.step("Βάση δεδομένων / Database", demo_setup.migrate)
        demo_setup.take_back_tasks()
        self.step("Στατικά αρχεία / Static files", demo_setup.collect_static)
        self.step("Περιεχόμενο / Content", lambda: demo_setup.load_content(again=migrated))
        demo_setup.write_error_pages()

    def step(self, name: str, work: Any) -> bool:
        """Run `work` and print its name with the seconds when there was something to do."""
        begun = time.monotonic()
        done = work()
        if done:
            self.stdout.write(f"  {name}: {time.monotonic() - begun:.1f} s")
        return done

    def greet(self, port: int, account: Any) -> None:
        """Print where the hub is and how to enter."""
        address = f"http://127.0.0.1:{port}"
        self.stdout.write(
            f"\n  Κόμβος / Hub            {address}/  ·  {address}/en/\n"
            f"  Διαχείριση / Admin      {address}/admin/\n"
            f"  Λογαριασμός / Account   {account.name}  {account.password}\n\n"
            "  Ctrl-C για τέλος / Ctrl-C stops it.\n"
        )
