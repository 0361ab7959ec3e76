"""Pages for what went wrong, in the reader's language and in the frame of the hub.

None of them needs the database: the frame is bare when it is away. 500 and 503 are plain files (core/broken.py).
"""

import sys
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core import broken
from core.hub import Link
from core.logs import REQUEST_ID

RETRY_SECONDS = 60
# What a database says when it cannot be reached, is restarted or is too busy.
AWAY = (OperationalError, InterfaceError)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent cannot be read."""
    text = _("Go back, check what you wrote and send it again.")
    return _problem(request, 400, title=_("We could not read what was sent"), text=text)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not for this reader, or a form that waited too long."""
    text = _("If you filled in a form, go back, load the page again and send it once more.")
    return _problem(request, 403, title=_("You may not see this page"), text=text)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form whose key has expired: CSRF_FAILURE_VIEW."""
    return permission_denied(request)


def too_many_requests(request: HttpRequest, minutes: int) -> HttpResponse:
    """429: asked too often; says when to try again, in words and in the header."""
    text = _("Try again in %(minutes)s minutes.") % {"minutes": minutes}
    response = _problem(request, 429, title=_("Too many requests"), text=text)
    response["Retry-After"] = str(minutes * 60)
    return response


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: search, the menu, a person to ask; beyond the end of a list also its last page."""
    last = getattr(exception, "last_url", "")
    context = {"title": _("We could not find this page"), "last_url": last, "said": str(exception) if last else ""}
    return _shown(request, "404.html", context, status=404)


def page_gone(request: HttpRequest, neighbours: Sequence[Link] = ()) -> HttpResponse:
    """410: the page does not exist any more; what to see instead."""
    context = {"title": _("This page no longer exists"), "neighbours": neighbours[:3]}
    return _shown(request, "410.html", context, status=410)


def server_error(request: HttpRequest) -> HttpResponse:
    """500 from a file; 503 when it is the database that is away, for that passes (handler500)."""
    # Django calls this while it handles the exception.
    if isinstance(sys.exc_info()[1], AWAY):
        return unavailable(request)
    response = HttpResponse(broken.read("500", REQUEST_ID.get()), status=500)
    response["Cache-Control"] = "no-store"
    return response


def unavailable(request: HttpRequest, *, note: str = "", wait: int = 0) -> HttpResponse:
    """503 from a file, with the numbers to call; a page that was only read loads again by itself.

    `note` is why, `wait` in how many seconds it ends, where somebody knows.
    """
    response = HttpResponse(broken.read("503", note), status=503)
    response["Retry-After"] = str(max(wait, RETRY_SECONDS))
    response["Cache-Control"] = "no-store"
    if request.method == "GET":
        response["Refresh"] = str(RETRY_SECONDS)
    return response


def _problem(request: HttpRequest, status: int, *, title: str, text: str) -> HttpResponse:
    return _shown(request, "problem.html", {"title": title, "text": text}, status=status)


def _shown(request: HttpRequest, template: str, context: dict[str, Any], *, status: int) -> HttpResponse:
    """The page; bare when the frame stumbles over the same host or query that could not be read before."""
    try:
        return render(request, template, context, status=status)
    except SuspiciousOperation:
        return render(request, template, {**context, "is_bare": True}, status=status)
