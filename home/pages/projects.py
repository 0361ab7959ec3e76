"""Projects: the list, and one page each. Words are here, facts in `home.models.projects`."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.blocks import BodyBlock
from core.hooks import Band
from core.pages import HubPage
from directory.pages.asking import asked_for
from home.models.projects import Project
from home.pages.project_jsonld import project_jsonld
from home.pages.project_show import ProjectShow, project_cards, project_show
from home.selectors.bands import bands_of
from home.selectors.project_facts import ProjectFacts, projects


class ProjectIndexPage(HubPage):
    """All projects, those that run first."""

    template = "home/project_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ProjectPage"]
    max_count_per_parent = 1
    page_description = _("The list of funded projects.")

    class Meta:
        verbose_name = _("list of projects")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        pages = ProjectPage.objects.child_of(self).live()
        context["cards"] = project_cards(pages, language=asked.language, today=asked.today)
        return context


class ProjectPage(HubPage):
    """What a project does for people, with everything public about its money and its parts."""

    template = "home/project_page.html"
    parent_page_types = ["home.ProjectIndexPage"]
    subpage_types: list[str] = []
    page_description = _("One funded project: what changes for people. Codes and amounts are facts.")

    shown: ProjectShow | None = None  # what the present request has read

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.PROTECT, related_name="pages")
    changes = models.TextField(_("what changes for people"), blank=True, max_length=900)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("project"),
        FieldPanel("changes"),
        FieldPanel("body"),
    ]
    override_translatable_fields = [
        SynchronizedField("project", overridable=False),
        SynchronizedField("slug"),
        TranslatableField("changes"),
    ]
    tells = "project"

    class Meta:
        verbose_name = _("page of a project")
        verbose_name_plural = _("pages of projects")

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {f"project:{self.project_id}"}

    def communities_shown(self) -> frozenset[int]:
        return frozenset(term.pk for term in self.facts().communities)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        self.shown = project_show(self.facts(), asked_for(self, request))
        self.canonical_url = request.build_absolute_uri(self.get_url(request))
        return context | {"show": self.shown}

    def bands(self) -> tuple[Band, ...]:
        """Who pays this project, in the words the rules demand."""
        return bands_of([self.facts().programme], self.locale.language_code)

    def facts(self) -> ProjectFacts:
        """The project in the language of the page."""
        return projects(self.locale.language_code)[self.project_id]

    def jsonld(self) -> list[dict[str, Any]]:
        return [project_jsonld(self, self.facts(), self.canonical_url)]
