"""Pages of plain text: what the hub is, how to join, what to do in an emergency."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from core.blocks import BodyBlock
from core.pages import HubPage
from core.provenance import Sourced
from directory.pages.asking import asked_for
from home.pages.structures import structures_on
from home.selectors.pages import below, beside, contents


class StandardPage(Sourced, HubPage):
    """A text with its contents, what belongs to it, and where it comes from."""

    template = "home/standard_page.html"
    parent_page_types = ["home.HomePage", "home.SectionPage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    page_description = _("A text, for example “How we check the data”.")
    private_page_options = Page.private_page_options

    for_whom = models.CharField(_("for whom"), max_length=200, blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))
    quick_exit = models.BooleanField(
        _("quick exit"), default=False, help_text=_("For pages about violence: a button leads away at once.")
    )
    missing = models.TextField(
        _("missing before publication"), blank=True, help_text=_("For editors; readers never see it.")
    )

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("for_whom"),
        InlinePanel("lines", label=_("Structure"), heading=_("Structures to call, with their numbers and hours")),
        FieldPanel("body"),
        InlinePanel("related_pages", label=_("Page"), heading=_("See also"), max_num=4),
        *Sourced.source_panels,
    ]
    settings_panels = [*HubPage.settings_panels, FieldPanel("quick_exit"), FieldPanel("missing")]

    class Meta:
        verbose_name = _("page of text")
        verbose_name_plural = _("pages of text")

    @property
    def is_sensitive(self) -> bool:
        return self.quick_exit

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["lines"] = structures_on(self.pk, asked_for(self, request))
        context["contents"] = contents(self.body)
        context["related"] = beside(self.related_pages.select_related("target"))
        context["children"] = below(StandardPage.objects.child_of(self).live()) if self.numchild else ()
        return context


class StandardPageStructure(Orderable):
    """A structure whose number stands on a page: the number itself is a fact of the directory."""

    page = ParentalKey(StandardPage, related_name="lines", on_delete=models.CASCADE)
    structure = models.ForeignKey(
        "directory.Structure",
        verbose_name=_("structure"),
        on_delete=models.CASCADE,
        related_name="standard_page_lines",
    )

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint("page", "structure", name="standard_page_structure_once")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.structure_id}"


class StandardPageLink(Orderable):
    """A page that belongs to another."""

    page = ParentalKey(StandardPage, related_name="related_pages", on_delete=models.CASCADE)
    target = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint("page", "target", name="standard_page_link_once")]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.target_id}"


class SectionPage(HubPage):
    """A door to its children, with a few words of its own."""

    template = "home/section_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.StandardPage"]
    page_description = _("A list of the pages below it, for example “The hub”.")

    intro = models.TextField(_("introduction"), max_length=400, blank=True)

    content_panels = [*HubPage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["children"] = below(StandardPage.objects.child_of(self).live())
        return context
