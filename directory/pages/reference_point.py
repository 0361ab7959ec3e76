"""The reference point for disabled people: how one reaches it without speaking, and structures by what one needs."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.pages import HubPage
from directory.models.accessibility import PROFILES, Profile
from directory.models.choices import WRITTEN, Channel, ReportKind
from directory.models.structure import Structure
from directory.pages.asking import asked_for
from directory.pages.filters import ASKED
from directory.pages.structure_show import call_note, list_jsonld, way_blocks
from directory.selectors.pages import index_url
from directory.selectors.structures import structure_detail

OWN_WORDS = {
    Profile.WHEELCHAIR: _("I use a wheelchair"),
    Profile.WALKING: _("Walking is hard for me"),
    Profile.SIGHT: _("I see little or nothing"),
    Profile.HEARING: _("I hear little or nothing"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that a place must have, and the list of those that have it."""

    label: Any
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody says of themselves, and what they may look for."""

    words: Any
    wishes: tuple[Wish, ...]


class ReferencePointPage(HubPage):
    """One per language, under the home page; numbers and hours are those of the structure it points to."""

    template = "directory/reference_point_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("For disabled people: ways to write, structures by what one needs, interpreter, rights.")
    max_count_per_parent = 1
    facts_speak = True

    structure = models.ForeignKey(
        Structure, verbose_name=_("structure"), on_delete=models.PROTECT, related_name="reference_pages"
    )
    by_form = models.BooleanField(
        _("the hub's form is answered for it"),
        default=False,
        help_text=_("What people write in “Write to us, if you cannot phone” reaches this structure."),
    )
    interpreter = models.TextField(
        _("sign language interpreter"), blank=True, max_length=400, help_text=_("How one asks for one.")
    )
    interpreter_days = models.PositiveSmallIntegerField(
        _("working days ahead"), null=True, blank=True, help_text=_("Empty: not known; readers are told so.")
    )
    rights = StreamField(BodyBlock(), blank=True, verbose_name=_("rights and papers"))

    class Meta:
        verbose_name = _("reference point")
        verbose_name_plural = _("reference points")

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel([FieldPanel("structure"), FieldPanel("by_form")], heading=_("Contact")),
        MultiFieldPanel([FieldPanel("interpreter"), FieldPanel("interpreter_days")], heading=_("Interpreter")),
        FieldPanel("rights"),
    ]
    override_translatable_fields = [
        SynchronizedField("structure", overridable=False),
        SynchronizedField("by_form", overridable=False),
        SynchronizedField("interpreter_days", overridable=False),
    ]

    def clean(self) -> None:
        super().clean()
        if self.structure_id and not self.by_form and not is_reached_in_writing(self.structure):
            refusal = ValidationError(
                _(
                    "People must reach the reference point without speaking. Give the structure an SMS, relay or "
                    "e-mail line, or mark that the hub's form is answered for it."
                ),
                code="no_written_way",
            )
            raise ValidationError({"structure": refusal})

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {f"structure:{self.structure_id}"}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        self.canonical_url = request.build_absolute_uri((self.alias_of or self).get_url(request))
        detail = structure_detail(self.structure_id, asked)
        report = reverse("directory:report", args=[detail.code])
        return context | {
            "detail": detail,
            "call_note": call_note(detail),
            "ways": way_blocks(detail),
            "entries": entries(asked.language),
            "report_url": f"{report}?kind={ReportKind.ACCESSIBILITY}",
        }

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)


def is_reached_in_writing(structure: Structure) -> bool:
    """Whether somebody who does not speak on the phone reaches it: a line for writing, an e-mail, a form."""
    by_form = models.Q(channel=Channel.TEXT) & ~models.Q(url="")
    written = models.Q(lines__kind__in=WRITTEN) | ~models.Q(email="") | by_form
    return structure.access_points.filter(written).exists()


def entries(language: str) -> tuple[Entry, ...]:
    """What people say of themselves, and the questions about places by which the list can be filtered."""
    index = index_url(language)
    return tuple(
        Entry(
            OWN_WORDS[profile],
            tuple(
                Wish(question.label, f"{index}?access={question.value}") for question in questions if question in ASKED
            ),
        )
        for profile, questions in PROFILES.items()
    )
