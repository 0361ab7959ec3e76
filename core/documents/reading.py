"""Asks the reader process about a PDF, and waits no longer than it may take."""

import json
import subprocess
import sys
from typing import Any

from django.conf import settings

from core.documents.shapes import Heading, Look, PageText, Text

LONGEST = 90  # seconds on the wall: a busy machine gives a process less than all of its processor


class Unreadable(Exception):
    """The reader came to its end without an answer: too slow, too big or broken by the file."""


def look(data: bytes) -> Look:
    """What an upload is. Raises Unreadable."""
    [found] = json.loads(_asked("look", data))
    return _look(found)


def bare(data: bytes) -> bytes:
    """The PDF without names and comments. Raises Unreadable."""
    return _asked("bare", data)


def read(data: bytes) -> tuple[Look, Text]:
    """What a PDF is, and its text by page. Raises Unreadable."""
    seen, found = json.loads(_asked("read", data))
    pages = tuple(PageText(**page) for page in found["pages"])
    headings = tuple(Heading(**heading) for heading in found["headings"])
    return _look(seen), Text(pages, found["total"], headings)


def _look(found: dict[str, Any]) -> Look:
    return Look(**{**found, "named": tuple(found["named"])})


def _asked(action: str, data: bytes) -> bytes:
    command = [sys.executable, "-m", "core.documents.reader", action]
    ground: dict[str, Any] = {"cwd": settings.ROOT, "env": {}, "capture_output": True}
    try:
        # The command is ours; of the file only its bytes go in, and no variable of the hub.
        ended = subprocess.run(command, input=data, timeout=LONGEST, check=True, **ground)  # noqa: S603 -- see above
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        raise Unreadable(type(problem).__name__) from problem
    return ended.stdout
