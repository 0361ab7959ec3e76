"""The reader's page of results. What was typed is shown again and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.access.bursts import is_too_often
from core.cache import mark
from core.hooks import HelpLink, asked
from core.hub import Link
from core.languages import current
from core.listing import Links, chips, choices, facet_views, notices, page_number
from core.terms import terms
from search import facets, refusals
from search.cards import card
from search.filters import Filters
from search.selectors import NoSuchPage, ResultPage, Window, search
from search.services import count_nothing
from search.understanding import LONGEST_QUERY

PARAMETERS = ("q", "page", "literal", *facets.NAMES)
SECONDS = 60


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Results of `q` under the chosen facets, page by page; without `q` the needs to choose from."""
    language = current()
    if refusals.is_too_long(request):
        return refusals.too_long(request, language)
    written = request.GET.get("q", "")
    if written and is_too_often(refusals.SEARCHES, request, at=timezone.localtime()):
        return refusals.too_often(request, language)
    known = facets.facets(language, request.GET.getlist("year"))
    picked = choices(known, request.GET)
    literal = request.GET.get("literal") == "1"
    try:
        found = search(
            written,
            Filters(picked.values),
            language=language,
            now=timezone.localtime(),
            window=Window(page_number(request.GET)),
            literal=literal,
        )
    except NoSuchPage as error:
        kept = {"q": (written,)} | ({"literal": ("1",)} if literal else {}) | picked.values
        last = Links(request.path, kept, "").page(error.pages)
        return refusals.beyond_the_end(request, language, error.pages, last)
    if found.available and found.countable and not found.all_total:
        count_nothing(found.countable, language=language, day=timezone.localdate())
    known = facets.with_years(known, found.counts, picked.values.get("year", ()))
    response = render(
        request,
        "search/results.html",
        {
            **_said(request.path, found, language),
            **_listed(request.path, found, known, picked.values, literal=literal),
            "cards": [card(result, language) for result in found.results],
            "related": [card(result, language) for result in found.related],
            "notices": notices(picked.dropped),
        },
    )
    response["X-Robots-Tag"] = "noindex"
    if found.danger:
        response["Referrer-Policy"] = "no-referrer"
    if found.personal:
        response["Cache-Control"] = "no-store"
    elif len(written) <= LONGEST_QUERY and found.available:
        mark(response, parameters=PARAMETERS, seconds=SECONDS, leaves_no_trace=found.danger)
    return response


def _said(path: str, found: ResultPage, language: str) -> dict[str, object]:
    """What stands around the results."""
    ways: list[HelpLink] = asked("hub_search_help", language)
    needs = [Link(term.name, _to(path, term.name), term.language) for term in terms("need", language)]
    return {
        "title": _title(found),
        "own_search": True,
        "found": found,
        "sensitive": found.danger,
        "needs": [way for way in ways if way.kind == "need"] or needs,
        "ways": [way for way in ways if way.kind == "help"],
        "helplines_url": next((way.url for way in ways if way.kind == "danger"), ""),
        "literal_url": _to(path, found.query, literal=True),
        "meant_url": _to(path, found.meant),
    }


def _title(found: ResultPage) -> str:
    """The query in the title, except where it would betray a person in danger."""
    if not found.query or found.danger:
        return _("Search")
    return _("%(query)s – search") % {"query": found.query}


def _listed(
    path: str,
    found: ResultPage,
    known: tuple[facets.Facet, ...],
    chosen: Mapping[str, tuple[str, ...]],
    *,
    literal: bool,
) -> dict[str, object]:
    """Facets, chips and links of the list."""
    kept = {"q": (found.query,)} | ({"literal": ("1",)} if literal else {})
    links = Links(path, {**kept, **chosen}, "")
    views = facet_views(known, found.counts, chosen)
    labels = {(facet.name, option.value): option for facet in known for option in facet.options}
    return {
        "facets": [view for view in views if view.chosen or any(option.count for option in view.options)],
        "chips": list(chips(known, chosen, links)),
        "hidden": [(name, value) for name, values in kept.items() for value in values],
        "without": [
            {"label": labels[key].label, "language": labels[key].language, "count": count, "url": links.without(*key)}
            for key, count in found.without.items()
        ],
        "clear_url": Links(path, kept, "").page(1),
        "previous_url": links.page(found.page - 1) if found.page > 1 else "",
        "next_url": links.page(found.page + 1) if found.page < found.pages else "",
    }


def _to(path: str, query: str, *, literal: bool = False) -> str:
    return Links(path, {"q": (query,)} | ({"literal": ("1",)} if literal else {}), "").page(1)
