"""Page types of the studies library and of statistics."""

from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.hub import Link
from core.pages import HubPage
from studies.blocks import FindingBlock
from studies.selectors.library import PARAMETERS, studies_with, study_detail, study_listing
from studies.selectors.shapes import StudyDetail
from studies.selectors.statistics import IndicatorDetail, indicator_detail, topics

SCHEMA = "https://schema.org"


class StudyIndexPage(HubPage):
    """The library: all studies with filters. Readers come from the menu and from needs."""

    template = "studies/study_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["studies.StudyPage"]
    max_count_per_parent = 1
    page_description = _("All studies, with filters.")
    query_parameters: ClassVar[frozenset[str]] = PARAMETERS

    class Meta:
        verbose_name = _("studies library")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        listing = study_listing(
            StudyPage.objects.all(), request.GET, language=language, path=self.get_url(request) or ""
        )
        return context | {"listing": listing, "ways_out": [Link(_("All studies"), listing.clear_url)]}


class StudyPage(HubPage):
    """Words about a study in one language; its facts are the `Study`. Written by editors of the library."""

    study = models.ForeignKey("studies.Study", verbose_name=_("study"), on_delete=models.PROTECT, related_name="pages")
    findings = StreamField([("finding", FindingBlock())], verbose_name=_("what it found"), blank=True)
    how = models.TextField(_("how it was found"), max_length=1200, blank=True)
    limits = models.TextField(_("what is not known"), max_length=1200, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    template = "studies/study_page.html"
    parent_page_types = ["studies.StudyIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("What a study found, with its document and its citation.")
    override_translatable_fields = [SynchronizedField("study", overridable=False)]
    tells = "study"

    class Meta:
        verbose_name = _("page of a study")
        verbose_name_plural = _("pages of studies")

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("study"),
        FieldPanel("findings"),
        FieldPanel("how"),
        FieldPanel("limits"),
        FieldPanel("body"),
    ]

    @cached_property
    def detail(self) -> StudyDetail:
        """Facts of the study in the page's language, read once for template and JSON-LD."""
        return study_detail(self.study, title=self.title, language=self.locale.language_code)

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {f"study:{self.study_id}"}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["detail"] = self.detail
        context["findings"] = [block.value for block in self.findings]
        return context

    def jsonld(self) -> list[dict[str, Any]]:
        detail = self.detail
        found = {
            "@context": SCHEMA,
            "@type": "ScholarlyArticle" if detail.is_paper else "Report",
            "name": self.title,
            "headline": self.title,
            "abstract": self.summary,
            "url": self.full_url,
            "author": [
                {"@type": "Person" if author.given_names else "Organization", "name": author.full_name}
                for author in detail.authors
            ],
            "datePublished": detail.date_iso,
            "inLanguage": list(detail.language_codes),
            "keywords": [term["text"] for term in detail.needs],
            "sameAs": detail.doi_url or detail.external_url,
            "license": detail.licence,
        }
        return [{name: value for name, value in found.items() if value}]


class IndicatorIndexPage(HubPage):
    """The observatory: all indicators as figures, by topic."""

    template = "studies/indicator_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["studies.IndicatorPage"]
    max_count_per_parent = 1
    page_description = _("All indicators as figures, by topic.")

    class Meta:
        verbose_name = _("statistics")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        found = topics(IndicatorPage.objects.all(), self.locale.language_code)
        chips = [{"label": topic.name, "url": f"#{topic.anchor}"} for topic in found]
        return context | {"topics": found, "chips": chips}


class IndicatorPage(HubPage):
    """One indicator: figure, chart, table, source. Its values and names are the `Indicator`."""

    indicator = models.ForeignKey(
        "studies.Indicator", verbose_name=_("indicator"), on_delete=models.PROTECT, related_name="pages"
    )
    body = StreamField(BodyBlock(), verbose_name=_("how to read it"), blank=True)

    template = "studies/indicator_page.html"
    parent_page_types = ["studies.IndicatorIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("One indicator with its chart, table and source.")
    override_translatable_fields = [SynchronizedField("indicator", overridable=False)]
    tells = "indicator"

    class Meta:
        verbose_name = _("page of an indicator")
        verbose_name_plural = _("pages of indicators")

    content_panels = [*HubPage.content_panels, FieldPanel("indicator"), FieldPanel("body")]

    @cached_property
    def detail(self) -> IndicatorDetail:
        """The indicator in the page's language, read once for template and JSON-LD."""
        return indicator_detail(self.indicator, self.locale.language_code)

    @property
    def csv_url(self) -> str:
        with translation.override(self.locale.language_code):
            return reverse("studies:indicator_csv", args=[self.indicator.slug])

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {f"indicator:{self.indicator_id}"}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {
            "detail": self.detail,
            "csv_url": self.csv_url,
            "studies": studies_with(self.indicator_id, self.locale.language_code),
        }

    def jsonld(self) -> list[dict[str, Any]]:
        detail = self.detail
        address = self.full_url or ""
        site = address.removesuffix(self.get_url() or "")
        found = {
            "@context": SCHEMA,
            "@type": "Dataset",
            "name": self.title,
            "description": detail.definition,
            "url": address,
            "inLanguage": self.locale.language_code,
            "temporalCoverage": "/".join(dict.fromkeys(filter(None, detail.periods))),
            "spatialCoverage": list(detail.places),
            "variableMeasured": detail.name,
            "isBasedOn": [source.url for source in detail.sources if source.url],
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": f"{site}{self.csv_url}"}
            ],
        }
        return [{name: value for name, value in found.items() if value}]
