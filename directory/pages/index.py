"""The list of structures with its filters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.cache import expire_at
from core.listing import ListingPage
from core.pages import HubPage
from core.terms import terms
from directory.pages.asking import asked_for
from directory.pages.filters import times_chosen
from directory.pages.listing import held_now, structure_listing
from directory.pages.maps import MapView, Place, city_map
from directory.pages.structure_show import list_jsonld
from directory.pages.typed_words import words_of
from directory.selectors.checks import checked_share
from directory.selectors.near import spots_by_code
from directory.selectors.outlines import plan
from directory.selectors.pages import coverage_url, finder_url
from directory.selectors.shapes import StructureCard
from directory.selectors.structures import listed, structure_cards

# How exact the number beside "open now" is; the cards themselves are exact.
COUNTS_LIVE = timedelta(minutes=5)
MAP = {"view": "map"}
FACETS = frozenset({"need", "group", "community", "channel", "language", "family", "open", "without", "access", "way"})


class DirectoryIndexPage(HubPage):
    """Readers look for help by need, group, place, channel and hour; one per language."""

    template = "directory/directory_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.StructurePage", "directory.CoveragePage", "directory.MobileCalendarPage"]
    page_description = _("The list of all structures, with filters.")
    query_parameters = FACETS | {"page", "q", "sort", "view"}
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of structures")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        chosen = set(request.GET.getlist("need"))
        self.is_sensitive = any(need.sensitive and need.slug in chosen for need in terms("need", asked.language))
        on_map = request.GET.get("view") == MAP["view"] and plan() is not None
        query, words = request.GET.copy(), words_of(request.GET)
        query["q"] = words
        declared = structure_listing(asked, way=query.get("way", ""), times=times_chosen(query), words=words)
        listing = declared.read(
            listed(asked.language),
            query,
            path=self.get_url(request) or "",
            held=held_now(asked),
            more=MAP if on_map else {},
        )
        cards = structure_cards([structure.shown[0] for structure in listing.items], asked)
        expire_at(asked.at + COUNTS_LIVE)
        self.canonical_url = request.build_absolute_uri(self.get_url(request))
        heading = ngettext("%(count)s structure", "%(count)s structures", listing.total) % {"count": listing.total}
        needs = [need for need in terms("need", asked.language) if need.slug in chosen]
        return context | {
            "listing": listing,
            "words": words,
            "cards": cards,
            "need": needs[0] if len(needs) == 1 else None,
            "doors": _doors(listing, asked.language, path=self.get_url(request) or ""),
            "heading": heading,
            "coverage_url": coverage_url(asked.language),
            "share": checked_share(asked.today),
            "finder_url": finder_url(asked.language),
            "map": listing_map(listing, cards, asked.language) if on_map else None,
            "kept": list(listing.links.more.items()),
            "other_view": _other_view(listing, on_map=on_map),
        }

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)


def listing_map(listing: ListingPage, cards: Sequence[StructureCard], language: str) -> MapView | None:
    """The map beside a page of the list: numbers per community under its filters, and the places of the page alone."""
    places = spots_by_code(language)
    facet = next(facet for facet in listing.facets if facet.name == "community")
    return city_map(
        language,
        urls={option.value: f"{listing.links.only('community', option.value)}#results" for option in facet.options},
        counts={option.value: option.count for option in facet.options},
        current=[option.value for option in facet.options if option.chosen],
        places=[
            Place(number, card.title, card.url, spot.lat, spot.lon)
            for number, (structure, card) in enumerate(zip(listing.items, cards, strict=True), start=1)
            for spot in places.get(structure.code, ())
        ],
        of=len(listing.items),
    )


def _other_view(listing: ListingPage, *, on_map: bool) -> str:
    """The same choices as a list, or on the map; empty where there is none."""
    if plan() is None:
        return ""
    return replace(listing.links, more={} if on_map else MAP).page(listing.page) + "#results"


def _doors(listing: ListingPage, language: str, *, path: str) -> list[dict[str, Any]]:
    """The needs that are no tile of the home page: where its “something else” leads, while nothing is chosen."""
    if listing.chips:
        return []
    options = next(facet.options for facet in listing.facets if facet.name == "need")
    found = {option.value for option in options if option.count}
    return [
        {"label": need.name, "url": f"{path}?need={need.slug}", "icon": need.icon, "language": need.language}
        for need in terms("need", language)
        if need.slug in found and not need.finder_answer
    ]
