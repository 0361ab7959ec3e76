"""`manage.py maintenance on "why" --until 2027-05-04T06:00`, `off`, or nothing: how it is."""

from argparse import ArgumentTypeError
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from core.maintenance import close, closure, reopen

SAID = "%d/%m/%Y %H:%M"


def moment(written: str) -> datetime:
    """A day and time of the hub's own zone."""
    try:
        found = datetime.fromisoformat(written)
    except ValueError as error:
        raise ArgumentTypeError(f"“{written}” is no moment: write 2027-05-04T06:00.") from error
    return found if found.tzinfo else timezone.make_aware(found)


class Command(BaseCommand):
    help = "Closes forms and the admin while the hub is worked on; readers keep the pages that are kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("state", nargs="?", choices=["on", "off"], help="Left out: says how it is.")
        parser.add_argument("reason", nargs="?", default="", help="Readers see it where no page is kept.")
        parser.add_argument("--until", type=moment, help="It opens by itself then, for example 2027-05-04T06:00.")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if options["state"] == "on":
            if options["until"] and options["until"] <= now:
                raise CommandError("That moment has passed. Write a later one, or leave out --until.")
            close(options["reason"], options["until"])
        elif options["state"] == "off":
            reopen()
        self.stdout.write(self._said(now))

    def _said(self, now: datetime) -> str:
        found = closure(now)
        if found is None:
            return "Open."
        until = f" until {timezone.localtime(found.until):{SAID}}" if found.until else ""
        return f"Closed{until}. {found.reason}".strip()
