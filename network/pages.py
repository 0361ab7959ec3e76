"""Page types of the network: its bodies, its good practices."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from core.languages import current
from core.pages import HubPage
from network.models.practice import Practice
from network.selectors.bodies import bodies_by_family
from network.selectors.practices import PARAMETERS, practice_detail, practice_index


class NetworkPage(HubPage):
    """Bodies of the network by family, with what each runs, and how to join."""

    template = "network/network_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("The organisations of the network.")

    join_text = models.TextField(_("how to join"), blank=True, max_length=600)

    class Meta:
        verbose_name = _("page of the network")

    content_panels = [*HubPage.content_panels, FieldPanel("join_text")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["families"] = bodies_by_family(current())
        return context


class GoodPracticeIndexPage(HubPage):
    """The list of good practices with its filters."""

    template = "network/good_practice_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["network.GoodPracticePage"]
    page_description = _("The list of good practices.")
    query_parameters = PARAMETERS

    class Meta:
        verbose_name = _("list of good practices")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["index"] = practice_index(request.GET, language=current(), path=self.get_url(request) or "")
        return context


class GoodPracticePage(HubPage):
    """Words of one practice in one language: what was wrong, what was done, who, with what result."""

    template = "network/good_practice_page.html"
    parent_page_types = ["network.GoodPracticeIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A good practice.")

    practice = models.ForeignKey(Practice, verbose_name=_("facts"), on_delete=models.PROTECT, related_name="pages")
    place = models.CharField(_("where"), max_length=120, blank=True)
    problem = models.TextField(_("problem"), max_length=1000)
    solution = models.TextField(_("how it works"), max_length=2500)
    actors = models.TextField(_("who does what"), max_length=1000, blank=True)
    results = models.TextField(_("results"), max_length=1500, blank=True)
    transferability = models.TextField(_("what others need to copy it"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("page of a good practice")

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("practice"),
        FieldPanel("place"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("problem", "solution", "actors", "results", "transferability")],
            heading=_("In words"),
        ),
    ]
    override_translatable_fields = [SynchronizedField("practice", overridable=False)]
    tells = "practice"

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {f"practice:{self.practice_id}"}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["detail"] = practice_detail(self, language=current())
        return context

    def jsonld(self) -> list[dict[str, Any]]:
        article = {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": self.title,
            "description": self.summary,
            "abstract": self.problem,
            "articleBody": self.solution,
            "inLanguage": current(),
            "url": self.full_url,
        }
        return [{name: value for name, value in article.items() if value}]
