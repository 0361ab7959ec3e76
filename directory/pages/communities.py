"""The municipal communities: what helps in each part of the city."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from core.pages import HubPage
from core.terms import terms, terms_by_pk
from directory.pages.asking import asked_for
from directory.pages.city import CITY
from directory.pages.listing import community_counts
from directory.pages.maps import MapView, city_map
from directory.pages.mobile import visits_shown
from directory.pages.neighbourhood import community_detail
from directory.pages.presenting import list_jsonld
from directory.pages.reading import community_pages, community_tiles, coverage_url, index_url
from directory.selectors.hours import Asked


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
        return context | {
            "term": term,
            "detail": community_detail(term, asked),
            "coverage_url": coverage_url(asked.language),
            "visits": visits_shown(asked, community=term.pk),
            "map": _map(asked, here=term.slug),
        }

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)


def _map(asked: Asked, *, here: str = "") -> MapView | None:
    """The communities as links to their pages, with the numbers of the list."""
    pages = community_pages(asked.language)
    urls = {term.slug: pages[term.pk] for term in terms("community", asked.language) if term.pk in pages}
    if index := index_url(asked.language):
        urls[CITY] = f"{index}?community={CITY}"
    return city_map(asked.language, urls=urls, counts=community_counts(asked), current=[here] if here else [])
