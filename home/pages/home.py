"""The home page: what do you need now, search, what is open, and what the apps contribute."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Page

from core.moments import moment_of
from core.pages import HubPage
from home.selectors.front import front


class HomePage(HubPage):
    """One per language. `title` is the question or invitation in large letters, `summary` the line under it."""

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count = len(settings.LANGUAGES)
    page_description = _("The first page of a language.")
    private_page_options = Page.private_page_options  # before the hub is opened

    danger_page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page for urgent help"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
        help_text=_("“I am in danger now” and the needs marked as sensitive lead there."),
    )  # fmt: skip
    join_page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page for organisations"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
        help_text=_("How a body joins the network."),
    )  # fmt: skip

    content_panels = [
        *HubPage.content_panels,
        FieldRowPanel([FieldPanel("danger_page"), FieldPanel("join_page")]),
        InlinePanel(
            "panel_settings",
            label=_("Part"),
            heading=_("Parts of the page"),
            help_text=_("Parts named here stand in this order; the others follow in their usual one."),
        ),
    ]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["front"] = front(self.pk, self.locale.language_code, moment_of(request))
        return context

    def jsonld(self) -> list[dict[str, Any]]:
        search = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{self.full_url}search/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
        return [
            {
                "@context": "https://schema.org",
                "@type": "WebSite",
                "name": self.title,
                "url": self.full_url,
                "potentialAction": search,
            }
        ]
