"""Page types of consultations."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from consultations.blocks import QuestionBlock, SectionsBlock
from consultations.selectors import Dates, State, dates_of, fact_lines, groups, known, state
from core.blocks import BodyBlock
from core.hub import Link
from core.moments import moment_of
from core.pages import HubPage

SCHEMA = "https://schema.org"


class ConsultationIndexPage(HubPage):
    """All consultations by where they stand: open, to come, answered, closed."""

    template = "consultations/consultation_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["consultations.ConsultationPage"]
    max_count_per_parent = 1
    page_description = _("All consultations by where they stand.")

    class Meta:
        verbose_name = _("list of consultations")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        return context | {"groups": groups(known(language), moment_of(request), language)}


class ConsultationPage(HubPage):
    """Words of a consultation in one language: what is asked, section by section. Readers read and print it."""

    consultation = models.ForeignKey(
        "consultations.Consultation", verbose_name=_("consultation"), on_delete=models.PROTECT, related_name="pages"
    )
    body = StreamField(BodyBlock(), verbose_name=_("what can change, and what cannot"), blank=True)
    sections = StreamField(SectionsBlock(), verbose_name=_("sections"), blank=True)
    questions = StreamField([("question", QuestionBlock())], verbose_name=_("questions"), blank=True)
    answer = StreamField(
        BodyBlock(),
        verbose_name=_("answer"),
        blank=True,
        help_text=_("Shown at the top from the moment given as “answered”."),
    )

    template = "consultations/consultation_page.html"
    parent_page_types = ["consultations.ConsultationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("A text on which people can say what they think, section by section.")
    override_translatable_fields = [SynchronizedField("consultation", overridable=False)]
    tells = "consultation"

    class Meta:
        verbose_name = _("page of a consultation")
        verbose_name_plural = _("pages of consultations")

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("consultation"),
        FieldPanel("body"),
        FieldPanel("sections"),
        FieldPanel("questions"),
        FieldPanel("answer"),
    ]

    @cached_property
    def dates(self) -> Dates:
        return dates_of(self.consultation)

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {f"consultation:{self.consultation_id}"}

    def shows(self, field: str, at: datetime) -> bool:
        return field != "answer" or bool(state(self.dates, at, self.locale.language_code).answer)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        now = state(self.dates, moment_of(request), self.locale.language_code)
        sections = [block.value for block in self.sections]
        return context | {
            "consultation": self.consultation,
            "state": now,
            "sections": sections,
            "questions": [block.value for block in self.questions],
            "contents": self._contents(sections, now),
            "facts": fact_lines(self.consultation, self.locale.language_code),
        }

    def _contents(self, sections: list[Any], now: State) -> list[Link]:
        """The table of contents: answer, sections, questions, how to take part."""
        answer = [Link(_("The answer"), "#answer")] if now.answer and self.answer else []
        parts = [Link(_numbered(section), f"#{section['anchor']}") for section in sections]
        questions = [Link(_("Questions"), "#questions")] if self.questions else []
        return [*answer, *parts, *questions, Link(_("How to say what you think"), "#take-part")]

    def jsonld(self) -> list[dict[str, Any]]:
        """Examples are no fact of the world, so machines are told of real ones alone."""
        if self.consultation.example:
            return []
        found = {
            "@context": SCHEMA,
            "@type": "Event",
            "name": self.title,
            "description": self.summary,
            "url": self.full_url,
            "startDate": self.dates.opens_at.isoformat(),
            "endDate": self.dates.closes_at.isoformat(),
            "eventAttendanceMode": f"{SCHEMA}/OnlineEventAttendanceMode",
            "location": {"@type": "VirtualLocation", "url": self.full_url},
            "organizer": {"@type": "Organization", "name": self.consultation.organisation},
        }
        if not self.consultation.organisation:
            del found["organizer"]
        return [found]


def _numbered(section: Any) -> str:
    return f"{section['number']}. {section['title']}" if section["number"] else section["title"]
