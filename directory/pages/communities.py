"""The municipal communities: what helps in each part of the city."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from core.pages import HubPage
from core.terms import terms, terms_by_pk
from directory.models.coverage import CITY
from directory.pages.asking import asked_for
from directory.pages.listing import community_counts
from directory.pages.maps import MapView, Place, city_map
from directory.pages.mobile import visits_shown
from directory.pages.neighbourhood import community_detail
from directory.pages.structure_show import list_jsonld
from directory.selectors.hours import Asked
from directory.selectors.near import spots_by_code
from directory.selectors.outlines import plan
from directory.selectors.pages import community_pages, community_tiles, coverage_url, index_url
from directory.selectors.shapes import StructureCard


class CommunitiesPage(HubPage):
    """All communities on one page; one per language, under the home page."""

    template = "directory/communities_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.CommunityPage"]
    page_description = _("The municipal communities, with what helps in each.")
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("page of all communities")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        self.canonical_url = request.build_absolute_uri(self.get_url(request))
        asked = asked_for(self, request)
        return context | {"tiles": community_tiles(asked.language), "map": _map(asked)}

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)


class CommunityPage(HubPage):
    """One community: what is here by need, what is open now, what comes from the whole city."""

    template = "directory/community_page.html"
    parent_page_types = ["directory.CommunitiesPage"]
    subpage_types: list[str] = []
    page_description = _("One municipal community: what is here, open now, and what comes from outside.")

    community = models.ForeignKey(
        "core.Community",
        verbose_name=_("municipal community"),
        on_delete=models.PROTECT,
        related_name="pages",
    )

    class Meta:
        verbose_name = _("page of a community")
        verbose_name_plural = _("pages of communities")

    content_panels = [*HubPage.content_panels, FieldPanel("community")]
    override_translatable_fields = [SynchronizedField("community", overridable=False)]

    def communities_shown(self) -> frozenset[int]:
        return frozenset({self.community_id})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        self.canonical_url = request.build_absolute_uri(self.get_url(request))
        term = next(iter(terms_by_pk("community", {self.community_id}, asked.language)))
        detail = community_detail(term, asked)
        places = list(_places(detail.local, asked.language))
        return context | {
            "term": term,
            "detail": detail,
            "coverage_url": coverage_url(asked.language),
            "visits": visits_shown(asked, community=term.pk),
            "map": _map(asked, here=term.slug, places=places),
            "places": places,
        }

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)


def _map(asked: Asked, *, here: str = "", places: Sequence[Place] = ()) -> MapView | None:
    """The communities as links to their pages, with the numbers of the list."""
    pages = community_pages(asked.language)
    urls = {term.slug: pages[term.pk] for term in terms("community", asked.language) if term.pk in pages}
    if index := index_url(asked.language):
        urls[CITY] = f"{index}?community={CITY}"
    counts, current = community_counts(asked), [here] if here else []
    return city_map(asked.language, urls=urls, counts=counts, current=current, places=places)


def _places(cards: Iterable[StructureCard], language: str) -> Iterable[Place]:
    """Those with a point on the map, numbered; a structure has its first one."""
    known, drawn = spots_by_code(language), plan()
    if drawn is None or drawn.schematic:
        return
    spots = ((card, spot) for card in cards for spot in known.get(card.list_code, ())[:1])
    seen = ((card, spot) for card, spot in spots if drawn.frame.holds(spot.lon, spot.lat))
    for number, (card, spot) in enumerate(seen, start=1):
        yield Place(number, card.title, card.url, spot.lat, spot.lon, card.language)
