"""While the hub is being worked on: readers keep the pages that are kept, forms and the admin are closed.

A file is the flag (`manage.py maintenance`), so it holds without a database and in every process of a machine.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from core.errors import unavailable

# Load balancers and people must see how the hub is.
OPEN = ("/livez", "/readyz", "/healthz")


@dataclass(frozen=True, slots=True)
class Closure:
    """Why the hub is closed, in the operator's words, and until when (None: until it is opened)."""

    reason: str = ""
    until: datetime | None = None


def close(reason: str, until: datetime | None = None) -> None:
    """Close forms, admin and every page that is not kept. Raises OSError when the flag cannot be written."""
    flag = _flag()
    flag.parent.mkdir(parents=True, exist_ok=True)
    draft = flag.with_suffix(".new")
    draft.write_text(json.dumps({"reason": reason, "until": until and until.isoformat()}), encoding="utf-8")
    draft.replace(flag)  # never half a flag


def reopen() -> bool:
    """Open again; whether it was closed."""
    was_closed = _flag().exists()
    _flag().unlink(missing_ok=True)
    return was_closed


def closure(at: datetime) -> Closure | None:
    """How the hub is closed at a moment; None when it is open, also by a flag whose time is over."""
    try:
        written = _flag().read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    try:
        said = json.loads(written)
        until = datetime.fromisoformat(said["until"]) if said["until"] else None
        is_over = until is not None and until <= at
        closed = Closure(said["reason"], until)
    except (ValueError, TypeError, KeyError):
        # Somebody made the flag by hand: closed is what was meant.
        return Closure()
    return None if is_over else closed


class MaintenanceMiddleware:
    """Stands behind the page cache, which gives the last answer where this gives none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # A middleware is the edge: here the clock is read.
        now = timezone.now()  # noqa: TID251 -- see above
        closed = closure(now) if request.path not in OPEN else None
        if closed is None:
            return self._get_response(request)
        wait = (closed.until - now).total_seconds() if closed.until else 0
        return unavailable(request, note=closed.reason, wait=int(wait))


def _flag() -> Path:
    return Path(settings.HUB_MAINTENANCE_FLAG)
