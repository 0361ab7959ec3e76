"""The coverage matrix: who reaches which part of the city, by which channel, and where there is a gap."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.cache import expire_at
from core.formats import day
from core.listing import Held, Listing
from core.pages import HubPage
from directory.models.coverage import CoverageSnapshot
from directory.pages.asking import asked_for
from directory.pages.filters import times_chosen
from directory.pages.index import COUNTS_LIVE
from directory.pages.listing import held_now, structure_listing
from directory.pages.matrix import change_sentences, matrix_head, matrix_rows
from directory.pages.structure_show import list_jsonld
from directory.selectors.coverage import Changes, Coverage, Kept, changes, coverage
from directory.selectors.daytimes import is_in, points_open_in
from directory.selectors.emergencies import points_now
from directory.selectors.hours import Asked
from directory.selectors.pages import community_pages, index_url
from directory.selectors.structures import listed
from directory.selectors.visits import to_come

FILTERS = ("need", "group", "language", "open")
# A check is fresh as long as the rarest duty to look again.
CHECK_LASTS = timedelta(days=180)


class CoveragePage(HubPage):
    """Communities × channels for everyone who plans, checks or asks; one per language, under the list."""

    template = "directory/coverage_page.html"
    parent_page_types = ["directory.DirectoryIndexPage"]
    subpage_types: list[str] = []
    page_description = _("How each community is served by each channel, with gaps.")
    query_parameters = frozenset(FILTERS)
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("page of the coverage")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        self.canonical_url = request.build_absolute_uri(self.get_url(request))
        listing, held, chosen = filters(asked), held_now(asked), chosen_filters(request.GET)
        matrix = matrix_of(asked, request.GET, held)
        return context | {
            "listing": listing.read(listed(asked.language), request.GET, path=self.get_url(request) or "", held=held),
            "head": matrix_head(),
            "rows": matrix_rows(
                matrix, index=index_url(asked.language), chosen=chosen, pages=community_pages(asked.language)
            ),
            "csv_url": csv_url(asked.language, chosen),
            "news": None if chosen else what_changed(asked, matrix),
        }

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)


def filters(asked: Asked) -> Listing:
    """The filters of the matrix are those of the list, so that both count alike."""
    listing = structure_listing(asked)
    facets = {facet.name: facet for facet in listing.facets}
    return Listing(tuple(facets[name] for name in FILTERS), listing.sorts, page_size=1)


def matrix_of(asked: Asked, query: QueryDict, held: Held | None = None, *, with_languages: bool = False) -> Coverage:
    """The matrix under the filters of a query; `held` spares reading what is open now twice."""
    if query.get("open"):
        expire_at(asked.at + COUNTS_LIVE)
    times = times_chosen(query)
    visits = to_come(asked)
    if times:
        visits = tuple(visit for visit in visits if is_in(times, visit.start, visit.end, asked))
    kept = filters(asked).kept(listed(asked.language), query, held=held or held_now(asked))
    return coverage(
        Kept(kept, points_open_in(times, asked)) if times else Kept(kept),
        asked.language,
        checked_since=asked.today - CHECK_LASTS,
        visits=visits,
        overridden=points_now(asked.at),
        with_languages=with_languages,
    )


def what_changed(asked: Asked, matrix: Coverage) -> dict[str, Any] | None:
    """What is different since the last record, in words; None before the first one."""
    record = CoverageSnapshot.objects.first()
    if record is None:
        return None
    default = settings.LANGUAGE_CODE
    # Records count the list of the default language; pages of another may still be missing.
    same = matrix if asked.language == default else matrix_of(replace(asked, language=default), QueryDict())
    found: Changes = changes(same.counts(), since=record, zone=asked.zone)
    return {"since": day(found.since, asked.language), "sentences": list(change_sentences(found, matrix))}


def chosen_filters(query: QueryDict) -> QueryDict:
    """Only what the matrix filters by, for links that keep it."""
    kept = QueryDict(mutable=True)
    for name in FILTERS:
        values = [value for value in query.getlist(name) if value]
        if values:
            kept.setlist(name, values)
    return kept


def csv_url(language: str, chosen: QueryDict) -> str:
    query = chosen.copy()
    query["lang"] = language
    return f"{reverse('directory_api:coverage_csv')}?{query.urlencode()}"
