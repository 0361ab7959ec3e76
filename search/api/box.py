"""What a search box asks for: suggestions, and the description by which browsers add this search."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access.bursts import is_too_often
from core.cache import mark
from core.languages import current
from search import facets, refusals
from search.privacy import names_number
from search.suggestions import suggest

SECONDS = 60


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """`[typed, [texts], [notes], [addresses], [languages]]`: OpenSearch suggestions, and one list more."""
    typed = request.GET.get("q", "")
    now = timezone.localtime()
    is_refused = refusals.is_too_long(request) or is_too_often(refusals.SUGGESTIONS, request, at=now)
    rows = () if is_refused else suggest(typed, language=current(), now=now)
    body = [
        typed[:200],
        [row.text for row in rows],
        [row.note or str(facets.kind_name(row.kind)) for row in rows],
        [row.url for row in rows],
        [row.language for row in rows],
    ]
    response = HttpResponse(json.dumps(body, ensure_ascii=False), content_type="application/x-suggestions+json")
    if is_refused or names_number(typed):
        return response
    return mark(response, parameters=("q",), seconds=SECONDS)


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """The description by which a browser offers this search, in the language of its address."""
    addresses = {name: request.build_absolute_uri(reverse(name)) for name in ("search", "search_suggest")}
    response = render(request, "search/opensearch.xml", addresses, content_type="application/opensearchdescription+xml")
    return mark(response)
