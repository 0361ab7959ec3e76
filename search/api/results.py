"""Results as JSON: what the page of results holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from html import unescape
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone, translation
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core.access.limits import Limit, TooOften, spend
from core.access.networks import network_key
from core.cache import mark
from core.listing import choices, page_number
from core.text import whole_number
from search import facets
from search.filters import Filters
from search.selectors import PAGE_SIZE, NoSuchPage, Result, Window, search

SECONDS = 60
MOST_PER_PAGE = 50
REQUESTS = Limit("search.api", times=60, within=timedelta(minutes=1))
SENTENCES = {
    (400, "lang"): _("Write one of: el, en, ar, sq, uk."),
    (400, "per_page"): _("Write a number from 1 to 50."),
    (404, "page"): _("There are not so many pages. Begin with page 1."),
    (429, "q"): _("That was too often. Try again in a minute."),
}
PARAMETERS = ("q", "lang", "page", "per_page", *facets.NAMES)


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What the page of results holds, as one object; from any origin."""
    language = request.GET.get("lang") or settings.LANGUAGE_CODE
    if language not in dict(settings.LANGUAGES):
        return _refused(request, "lang")
    size = whole_number(request.GET.get("per_page", str(PAGE_SIZE)))
    if not 1 <= size <= MOST_PER_PAGE:
        return _refused(request, "per_page")
    now = timezone.localtime()
    try:
        spend(REQUESTS, network_key(request, now), at=now)
    except TooOften:
        return _refused(request, "q", status=429)
    with translation.override(language):
        return _answer(request, language, Window(page_number(request.GET), size, is_flat=True))


def _answer(request: HttpRequest, language: str, window: Window) -> HttpResponse:
    known = facets.facets(language, request.GET.getlist("year"))
    try:
        found = search(
            request.GET.get("q", ""),
            Filters(choices(known, request.GET).values),
            language=language,
            now=timezone.localtime(),
            window=window,
        )
    except NoSuchPage:
        return _refused(request, "page", status=404)
    response = JsonResponse(
        {
            "query": found.query,
            "understood": found.understood or found.query,
            "repaired": bool(found.understood),
            "total": found.total,
            "page": found.page,
            "pages": found.pages,
            "results": [_result(request, result) for result in found.results],
            "facets": _counts(found.counts),
            "suggestions": [found.meant] if found.meant else [],
        },
        json_dumps_params={"ensure_ascii": False},
    )
    response["Access-Control-Allow-Origin"] = "*"
    return mark(response, parameters=PARAMETERS, seconds=SECONDS)


def _result(request: HttpRequest, result: Result) -> dict[str, Any]:
    document = result.document
    return {
        "id": document.id,
        "type": document.type,
        "title": document.title,
        "lang": document.language,
        "url": request.build_absolute_uri(document.url),
        "fragments": [unescape(strip_tags(result.text))] if result.text else [],
        "date": document.date.isoformat() if document.date else None,
        "page": document.page,
    }


def _counts(counts: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    by_facet: dict[str, dict[str, int]] = {}
    for (facet, value), count in sorted(counts.items()):
        by_facet.setdefault(facet, {})[value] = count
    return by_facet


def _refused(request: HttpRequest, parameter: str, *, status: int = 400) -> HttpResponse:
    said = {}
    for language in ("el", "en"):
        with translation.override(language):
            said[language] = str(SENTENCES[status, parameter])
    error = {"parameter": parameter, "value": request.GET.get(parameter, "")[:200], **said}
    response = JsonResponse({"error": error}, status=status, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        response["Retry-After"] = str(int(REQUESTS.within.total_seconds()))
    return response
