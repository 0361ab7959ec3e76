"""The reader's page of results. What was typed is shown again and kept nowhere."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.cache import mark
from core.hub import Link
from core.listing import Chip, FacetView, OptionView
from core.terms import terms
from search.cards import KINDS, card
from search.engines.base import Filters
from search.selectors import NoSuchPage, ResultPage, search
from search.understanding import LONGEST_QUERY

PARAMETERS = ("q", "type", "page", "literal")
SECONDS = 60


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Results of `q`, of the types chosen, page by page; without `q` the needs to choose from."""
    language = get_language() or "el"
    written = request.GET.get("q", "")
    types = [kind for kind in dict.fromkeys(request.GET.getlist("type")) if kind in KINDS]
    try:
        found = search(
            written,
            Filters(frozenset(types)),
            language=language,
            now=timezone.localtime(),
            page=_number(request.GET.get("page", "")),
            literal=request.GET.get("literal") == "1",
        )
    except NoSuchPage as error:
        raise Http404(_("This list has %(pages)s pages.") % {"pages": error.pages}) from error
    links = _Links(request.path, found.query, types)
    response = render(
        request,
        "search/results.html",
        {
            "title": _title(found),
            "own_search": True,
            "found": found,
            "cards": [card(result, language) for result in found.results],
            "related": [card(result, language) for result in found.related],
            "facets": _facets(found, types),
            "chips": _chips(types, links),
            "hidden": [("q", found.query)],
            "needs": [Link(term.name, links.to(term.name), term.language) for term in terms("need", language)],
            "literal_url": links.to(found.query, literal=True),
            "clear_url": links.to(found.query),
            "previous_url": links.page(found.page - 1) if found.page > 1 else "",
            "next_url": links.page(found.page + 1) if found.page < found.pages else "",
        },
    )
    response["X-Robots-Tag"] = "noindex"
    if len(written) <= LONGEST_QUERY and found.available:
        mark(response, parameters=PARAMETERS, seconds=SECONDS)
    return response


def _title(found: ResultPage) -> str:
    """The query in the title, except where it would betray a person in danger."""
    if not found.query or found.danger:
        return _("Search")
    return _("%(query)s – search") % {"query": found.query}


def _number(written: str) -> int:
    is_number = written.isascii() and written.isdigit() and len(written) < 9
    return max(1, int(written)) if is_number else 1


def _facets(found: ResultPage, types: list[str]) -> tuple[FacetView, ...]:
    counts = dict(found.types)
    options = tuple(
        OptionView(value=kind, label=names[1], language="", count=counts.get(kind, 0), chosen=kind in types)
        for kind, names in KINDS.items()
        if counts.get(kind) or kind in types
    )
    if not options:
        return ()
    return (FacetView(name="type", label=_("Kind"), options=options, chosen=len(types), open=True),)


def _chips(types: list[str], links: _Links) -> list[Chip]:
    return [Chip(KINDS[kind][1], _("Kind"), links.without(kind)) for kind in types]


class _Links:
    """Addresses of this page for another query, page or choice."""

    def __init__(self, path: str, query: str, types: list[str]) -> None:
        self.path = path
        self.query = query
        self.types = types

    def to(self, query: str, *, literal: bool = False) -> str:
        return self._address({"q": query, "literal": "1" if literal else ""}, [])

    def page(self, number: int) -> str:
        return self._address({"q": self.query, "page": str(number) if number > 1 else ""}, self.types)

    def without(self, kind: str) -> str:
        return self._address({"q": self.query}, [other for other in self.types if other != kind])

    def _address(self, values: dict[str, Any], types: list[str]) -> str:
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in values.items() if value})
        query.setlist("type", types)
        return f"{self.path}?{query.urlencode()}"
