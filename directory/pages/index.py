"""The list of structures with its filters."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from core.cache import expire_at
from core.listing import Facet, Listing, Option, Sort, term_facet
from core.pages import HubPage
from core.terms import terms
from directory.models.access import OpenInterval
from directory.models.choices import Channel, Family
from directory.pages.asking import asked_for
from directory.pages.filters import access_facet, when_facet, without_facet
from directory.pages.matrix import way_facet
from directory.pages.presenting import list_jsonld
from directory.pages.reading import coverage_url, finder_url, live_pages
from directory.selectors.checks import checked_share, is_stale
from directory.selectors.emergencies import structures_now
from directory.selectors.hours import Asked
from directory.selectors.structures import structure_cards

LAST_CHECKED = F("structure__checked_on").desc(nulls_last=True)
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
        listing = structure_listing(asked, way=request.GET.get("way", "")).read(
            self.structures(asked.at), request.GET, path=self.get_url(request) or ""
        )
        expire_at(asked.at + COUNTS_LIVE)
        self.canonical_url = request.build_absolute_uri(self.get_url(request))
        heading = ngettext("%(count)s structure", "%(count)s structures", listing.total) % {"count": listing.total}
        return context | {
            "listing": listing,
            "cards": structure_cards(listing.items, asked),
            "heading": heading,
            "coverage_url": coverage_url(asked.language),
            "share": checked_share(asked.today),
            "finder_url": finder_url(asked.language),
        }

    def structures(self, at: datetime) -> Any:
        """Live pages of this language whose structure has not ended."""
        return (
            live_pages(self.locale.language_code)
            .annotate(
                helps_now=_helps_now(at), is_open=Exists(_open_intervals(at)), is_stale=is_stale(timezone.localdate(at))
            )
            .select_related("structure")
        )

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)


def structure_listing(asked: Asked, *, way: str = "") -> Listing:
    """Facets and orders of the list, in a reader's language at a moment; `way` is a cell of the coverage."""
    return Listing(
        facets=(
            term_facet(
                "need",
                _("What you need"),
                "need",
                lookup="structure__needs",
                language=asked.language,
                open=True,
            ),
            when_facet(asked),
            _community_facet(asked),
            Facet(
                name="channel",
                label=_("How"),
                options=tuple(Option(code, label) for code, label in Channel.choices),
                lookup="structure__access_points__channel",
            ),
            term_facet("group", _("For whom"), "group", lookup="structure__target_groups", language=asked.language),
            term_facet(
                "language",
                _("Language"),
                "language",
                lookup="structure__language_offers__language",
                language=asked.language,
            ),
            Facet(
                name="family",
                label=_("Family"),
                options=tuple(Option(code, label) for code, label in Family.choices),
                lookup="structure__family",
            ),
            without_facet(),
            access_facet(),
            *((way_facet(way, asked.language),) if way else ()),
        ),
        sorts=(
            Sort(
                "open",
                pgettext_lazy("sorted by", "open now first"),
                ("-helps_now", "-is_open", "structure__reach", "is_stale", LAST_CHECKED, "title", "pk"),
            ),
            Sort("name", pgettext_lazy("sorted by", "name"), ("title", "pk")),
        ),
    )


def _helps_now(at: datetime) -> Any:
    """Whether an emergency of now opens it: then it stands before all others."""
    opened = structures_now(at)
    return ExpressionWrapper(Q(structure__in=list(opened)), BooleanField()) if opened else Value(value=False)


def _open_intervals(at: datetime) -> QuerySet:
    return OpenInterval.objects.filter(
        access_point__structure=OuterRef("structure"), start__lte=at, end__gt=at, kind=OpenInterval.Kind.OPEN
    )


def _community_facet(asked: Asked) -> Facet:
    """What stands in a community or comes to it by name; what serves the whole city is one more value."""
    plain = term_facet(
        "community",
        _("Where"),
        "community",
        lookup="structure__access_points__communities",
        language=asked.language,
    )
    options = (*plain.options, Option("city", pgettext_lazy("area that is served", "Whole city")))
    return Facet(name="community", label=plain.label, options=options, condition=_serves)


def _serves(value: str) -> Q:
    if value == "city":
        return Q(structure__access_points__citywide=True)
    return Q(structure__access_points__communities__slug=value) | Q(
        structure__access_points__location__community__slug=value
    )
