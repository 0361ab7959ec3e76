"""The page of one structure."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.blocks import BodyBlock
from core.cache import expire_at
from core.pages import HubPage
from core.when import next_midnight
from directory.blocks import OfferBlock
from directory.models.choices import Channel, Status
from directory.models.structure import Structure
from directory.pages.asking import asked_for
from directory.pages.jsonld import structure_jsonld
from directory.pages.maps import place_map
from directory.pages.mobile import visits_shown
from directory.pages.structure_links import linked_groups
from directory.pages.structure_show import StructureShow
from directory.selectors.pages import index_url
from directory.selectors.shapes import StructureDetail
from directory.selectors.structures import structure_detail

GONE = 410
LINKS = "links"


class StructurePage(HubPage):
    """The words of a structure in one language; its facts are in the structure it points to."""

    template = "directory/structure_page.html"
    parent_page_types = ["directory.DirectoryIndexPage"]
    subpage_types: list[str] = []
    page_description = _("Words of one structure: what it offers, for whom, how. Phones and hours are facts.")

    facts_speak = True
    parts = frozenset({LINKS})
    detail: StructureDetail | None = None  # what the present request has read

    structure = models.ForeignKey(
        Structure, verbose_name=_("structure"), on_delete=models.PROTECT, related_name="pages"
    )
    official_name = models.CharField(_("official name"), max_length=250, blank=True)
    offers = StreamField([("offer", OfferBlock(max_length=200))], blank=True, verbose_name=_("what it offers"))
    for_whom = models.TextField(_("for whom"), blank=True, max_length=600)
    conditions = models.CharField(_("conditions"), blank=True, max_length=300)
    how = models.TextField(_("how it goes"), blank=True, max_length=900)
    good_to_know = StreamField(BodyBlock(), blank=True, verbose_name=_("good to know"))

    class Meta:
        verbose_name = _("page of a structure")
        verbose_name_plural = _("pages of structures")

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("structure"),
        FieldPanel("official_name"),
        MultiFieldPanel(
            [FieldPanel("offers"), FieldPanel("for_whom"), FieldPanel("conditions"), FieldPanel("how")],
            heading=_("What, for whom, how"),
        ),
        FieldPanel("good_to_know"),
    ]
    override_translatable_fields = [
        SynchronizedField("structure", overridable=False),
        SynchronizedField("slug"),
        TranslatableField("official_name"),
    ]
    tells = "structure"
    search_fields = [
        *HubPage.search_fields,
        index.SearchField("summary"),
        index.SearchField("official_name"),
        index.FilterField("structure"),
    ]

    @property
    def is_sensitive(self) -> bool:
        """Pages of sensitive structures, and of help with sensitive needs, get the quick exit."""
        if self.detail:
            return self.detail.sensitive or any(need.sensitive for need in self.detail.needs)
        return self._needs_care

    @cached_property
    def _needs_care(self) -> bool:
        """The same where the facts have not been read (one query)."""
        careful = models.Q(sensitive=True) | models.Q(needs__sensitive=True)
        return Structure.objects.filter(careful, pk=self.structure_id).exists()

    @property
    def links_url(self) -> str:
        return f"{self.get_url() or ''}{LINKS}/"

    @classmethod
    def gone(cls) -> models.Q:
        """Structures that have ended keep their address and answer 410."""
        return models.Q(structure__status=Status.ENDED)

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {f"structure:{self.structure_id}"}

    def communities_shown(self) -> frozenset[int]:
        """Those it serves by name, as the present request has read them."""
        ways = self.detail.ways if self.detail else ()
        return frozenset(term.pk for way in ways for term in way.communities)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; what has ended keeps its address and says so with 410."""
        response = super().serve(request, *args, **kwargs)
        if self.detail and self.detail.is_ended:
            response.status_code = GONE
        return response

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return "directory/structure_links.html" if self.part == LINKS else self.template

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        if self.part == LINKS:
            return context | {"groups": linked_groups(self.structure_id, asked.language)}
        self.detail = detail = structure_detail(self.structure_id, asked)
        self.canonical_url = request.build_absolute_uri((self.alias_of or self).get_url(request))
        expire_at(next_midnight(asked.at))  # on paper stands the day
        visits = visits_shown(asked, structure=self.structure_id) if _wanders(detail) else None
        root = request.build_absolute_uri("/").rstrip("/")
        return context | {
            "detail": detail,
            "visits": visits,
            "map": place_map(detail, asked.language),
            "show": StructureShow(self, detail, today=asked.today, index=index_url(asked.language), root=root),
        }

    def jsonld(self) -> list[dict[str, Any]]:
        return [structure_jsonld(self, self.detail, self.canonical_url)] if self.detail else []


def _wanders(detail: StructureDetail) -> bool:
    """Whether it has a mobile unit at all: others cost no query."""
    return any(way.channel == Channel.MOBILE for way in detail.ways) and not detail.sensitive
