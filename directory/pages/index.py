"""The list of structures with its filters."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.cache import expire_at
from core.pages import HubPage
from core.terms import terms
from directory.pages.asking import asked_for
from directory.pages.filters import times_chosen
from directory.pages.listing import held_now, structure_listing
from directory.pages.presenting import list_jsonld
from directory.pages.reading import coverage_url, finder_url
from directory.selectors.checks import checked_share
from directory.selectors.structures import listed, structure_cards

# How exact the number beside "open now" is; the cards themselves are exact.
COUNTS_LIVE = timedelta(minutes=5)
FACETS = frozenset({"need", "group", "community", "channel", "language", "family", "open", "without", "access", "way"})


class DirectoryIndexPage(HubPage):
    """Readers look for help by need, group, place, channel and hour; one per language."""

    template = "directory/directory_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.StructurePage", "directory.CoveragePage", "directory.MobileCalendarPage"]
    page_description = _("The list of all structures, with filters.")
    query_parameters = FACETS | {"page", "sort"}
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of structures")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        chosen = set(request.GET.getlist("need"))
        self.is_sensitive = any(need.sensitive and need.slug in chosen for need in terms("need", asked.language))
        times = times_chosen(request.GET)
        listing = structure_listing(asked, way=request.GET.get("way", ""), times=times).read(
            listed(asked.language), request.GET, path=self.get_url(request) or "", held=held_now(asked)
        )
        expire_at(asked.at + COUNTS_LIVE)
        self.canonical_url = request.build_absolute_uri(self.get_url(request))
        heading = ngettext("%(count)s structure", "%(count)s structures", listing.total) % {"count": listing.total}
        return context | {
            "listing": listing,
            "cards": structure_cards([structure.shown[0] for structure in listing.items], asked),
            "heading": heading,
            "coverage_url": coverage_url(asked.language),
            "share": checked_share(asked.today),
            "finder_url": finder_url(asked.language),
        }

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)
