"""How far long work is, told while its transaction is open: nothing of that stands in the database yet.

A small file in the folder that the processes of a machine share. Where it cannot be written or read nobody learns how
far the work is; the work itself goes on.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Told:
    """So much of all is done."""

    done: int
    total: int

    @property
    def is_whole(self) -> bool:
        return self.done >= self.total


class Progress:
    """The progress of one piece of work, by its name."""

    def __init__(self, name: str) -> None:
        self._path = Path(settings.SEARCH_INDEX_FOLDER) / "progress" / name

    def teller(self, total: int) -> Callable[[int], Any]:
        """What is called with each number of things that are done."""
        done = 0

        def tell(more: int) -> None:
            nonlocal done
            done += more
            self._write(done, total)

        self._write(0, total)
        return tell

    def read(self) -> Told | None:
        """How far it is; None when nobody works, or nobody knows."""
        try:
            return Told(*json.loads(self._path.read_text()))
        except (OSError, ValueError, TypeError):
            return None

    def end(self) -> None:
        """Nobody works any more."""
        with suppress(OSError):
            self._path.unlink()

    def _write(self, done: int, total: int) -> None:
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps([done, total]))
            fresh.replace(self._path)
