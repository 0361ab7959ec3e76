"""Two screens of the admin: a query with every factor of its answer, and what was looked for in vain."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from search.engines.base import IndexMissing
from search.explaining import explain
from search.index import answerer
from search.understanding import LONGEST_QUERY
from search.wording import missed

RIGHT = "search.change_concept"
STEPS = {
    "words": _("words found"),
    "coverage": _("share of the query"),
    "subject": _("the subject, not only the place"),
    "title": _("in the title"),
    "name": _("is its name"),
    "literal": _("as it was typed"),
    "type": _("kind asked for"),
    "place": _("place asked for"),
    "date": _("date asked for"),
    "boost": _("weight given by editors"),
    "kind": _("kind of thing"),
    "age": _("age of the news"),
    "ended": _("has ended"),
    "language": _("language of the reader"),
}


@require_safe
@permission_required(RIGHT, raise_exception=True)
def test_screen(request: HttpRequest) -> HttpResponse:
    """What search makes of `q` for readers of `language`; nothing is stored."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    asked = request.GET.get("language", "")
    language = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    context = {
        "query": query,
        "language": language,
        "languages": settings.LANGUAGES,
        **_told(query, language),
        "is_missing": not answerer().engine.state().ready,
    }
    return TemplateResponse(request, "search/admin/test.html", context)


def _told(query: str, language: str) -> dict[str, Any]:
    """The explanation, and its hits with the factors that change anything, in the editor's words."""
    try:
        told = explain(query, answerer(), language=language, now=timezone.localtime()) if query else None
    except IndexMissing:
        told = None
    hits = told.hits if told else ()
    return {
        "told": told,
        "hits": [(hit, [(STEPS[name], factor) for name, factor in hit.steps if factor != 1]) for hit in hits],
    }


@require_safe
@permission_required(RIGHT, raise_exception=True)
def nothing_report(request: HttpRequest) -> HttpResponse:
    """What was looked for in vain, often enough to be nobody's secret."""
    names = dict(settings.LANGUAGES)
    rows = [(row, names.get(row.language, row.language)) for row in missed()]
    context = {"rows": rows, "add_url": reverse("wagtailsnippets_search_concept:add")}
    return TemplateResponse(request, "search/admin/nothing.html", context)


def admin_urls() -> list[Any]:
    """The addresses below the admin's."""
    return [
        path("search-test/", test_screen, name="search_test"),
        path("search-nothing/", nothing_report, name="search_nothing"),
    ]
