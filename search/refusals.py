"""What readers are told instead of results: too long, too often, beyond the end. The needs stand below each."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.access.bursts import Burst
from core.hub import Link
from core.terms import terms

# A school or an office stands behind one address; a program asks faster than all of them.
SEARCHES = Burst("search", times=100, seconds=10)
SUGGESTIONS = Burst("search.suggest", times=300, seconds=10)
LONGEST_ADDRESS = 8_192  # of the part behind the question mark


def is_too_long(request: HttpRequest) -> bool:
    """Nobody types so much; it is not even read."""
    return len(request.META.get("QUERY_STRING", "")) > LONGEST_ADDRESS


def too_long(request: HttpRequest, language: str) -> HttpResponse:
    """414; nothing of what was sent stands in the answer."""
    request.META["QUERY_STRING"], request.GET = "", QueryDict()
    text = _("This is more than we can read. Write a few words.")
    return _refused(request, language, text, status=HTTPStatus.REQUEST_URI_TOO_LONG)


def too_often(request: HttpRequest, language: str) -> HttpResponse:
    """429, with the seconds to wait."""
    text = _("Too many searches came from your network. Wait ten seconds and try again.")
    response = _refused(request, language, text, status=HTTPStatus.TOO_MANY_REQUESTS)
    response["Retry-After"] = str(SEARCHES.seconds)
    return response


def beyond_the_end(request: HttpRequest, language: str, pages: int, last: str) -> HttpResponse:
    """404, with the way to the last page."""
    text = _("This list has %(pages)s pages.") % {"pages": pages}
    onward = Link(_("To the last page"), last)
    return _refused(request, language, text, status=HTTPStatus.NOT_FOUND, onward=onward)


def _refused(
    request: HttpRequest, language: str, text: str, *, status: HTTPStatus, onward: Link | None = None
) -> HttpResponse:
    known = terms("need", language)
    needs = [Link(term.name, f"{request.path}?{urlencode({'q': term.name})}", term.language) for term in known]
    context = {"title": _("Search"), "own_search": True, "refusal": text, "onward": onward, "needs": needs}
    response = render(request, "search/refused.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
