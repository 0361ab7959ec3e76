"""`manage.py queue`: what waits, what failed for good, and a way back."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from core.queue import ABANDONED, dead_letters, queue_state, rescue, retry_dead


class Command(BaseCommand):
    help = "Says how the queue stands; can let failed tasks run again and take back those of dead workers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--retry", action="store_true", help="Let every task that failed for good run again.")
        parser.add_argument("--rescue", action="store_true", help="Take back tasks of workers that died.")
        parser.add_argument("--json", action="store_true", help="For machines.")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if options["retry"]:
            retry_dead(list(dead_letters().values_list("pk", flat=True)))
        if options["rescue"]:
            rescue(now - ABANDONED)
        state = queue_state(now)
        oldest = int(state.oldest.total_seconds()) if state.oldest else None
        said = {"waiting": state.waiting, "running": state.running, "dead": state.dead, "oldest_seconds": oldest}
        if options["json"]:
            self.stdout.write(json.dumps(said))
            return
        for name, value in said.items():
            self.stdout.write(f"{name:15} {'–' if value is None else value}")
        for row in dead_letters()[:20]:
            self.stdout.write(f"  {row.task_name}: {row.exception_class_path}")
