"""A study of the library: who made it, when, about whom, and where it can be read."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from core.facts import Fact
from core.partial_dates import PATTERN, REFUSAL, PartialDateField
from core.provenance import Sourced
from core.words import Words, words_of

OTHER_YEAR = _("The day of publication lies in another year than the year above.")


class Study(Fact, Sourced):
    """Facts of a study, the same in every language; its page holds the words."""

    class Kind(models.TextChoices):
        STUDY = "study", _("study")
        SURVEY = "survey", _("survey")
        STATISTICS = "statistics", _("statistics")
        PAPER = "paper", _("scientific paper")
        REPORT = "report", _("report")
        EVALUATION = "evaluation", _("evaluation")
        NEEDS = "needs", _("assessment of needs")
        STRATEGY = "strategy", _("strategy")
        METHOD = "method", _("note on methods")
        YEARLY = "yearly", _("annual report")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True, help_text=_("Empty: not known."))
    published_on = PartialDateField(
        _("published on"), help_text=_("As exactly as it is known: 2027, 2027-05 or 2027-05-03.")
    )
    languages = ParentalManyToManyField("core.SpokenLanguage", verbose_name=_("languages"), blank=True)
    about_city = models.BooleanField(_("about the city"), default=False)
    doi = models.CharField(
        "DOI", max_length=120, blank=True, help_text=_("Only the number, for example 10.3390/land10030290.")
    )
    licence = models.CharField(_("licence"), max_length=120, blank=True, help_text=_("Empty: not known."))
    document = models.ForeignKey(
        "core.HubDocument", verbose_name=_("document"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    document_url = models.URLField(_("address of the document"), max_length=500, blank=True)
    needs = ParentalManyToManyField("core.Need", verbose_name=_("needs"), blank=True)
    groups = ParentalManyToManyField("core.TargetGroup", verbose_name=_("target groups"), blank=True)
    topics = ParentalManyToManyField("core.Topic", verbose_name=_("topics"), blank=True)
    indicators = ParentalManyToManyField(
        "studies.Indicator", verbose_name=_("indicators"), blank=True, related_name="studies"
    )

    class Meta:
        verbose_name = _("study")
        verbose_name_plural = _("studies")
        ordering = ["-year", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(1800, 2200)),
                name="study_year_is_a_year",
                violation_error_message=_("Write the year with four digits."),
            ),
            models.CheckConstraint(
                condition=Q(published_on="") | Q(published_on__regex=PATTERN),
                name="study_published_on_is_a_date",
                violation_error_message=REFUSAL,
            ),
            models.CheckConstraint(
                condition=Q(doi="") | Q(doi__startswith="10."),
                name="study_doi_is_a_number",
                violation_error_message=_("A DOI begins with “10.”. Leave out “https://doi.org/”."),
            ),
        ]

    panels = [
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("year"), FieldPanel("published_on")]),
        InlinePanel("authors", heading=_("Authors"), label=_("Author"), min_num=1),
        InlinePanel("words", heading=_("Area"), label=_("Words")),
        FieldPanel("about_city"),
        MultiFieldPanel(
            [
                FieldPanel("document"),
                FieldPanel("document_url"),
                FieldRowPanel([FieldPanel("doi"), FieldPanel("licence")]),
                FieldPanel("languages"),
            ],
            heading=_("Document"),
        ),
        MultiFieldPanel(
            [FieldPanel("needs"), FieldPanel("groups"), FieldPanel("topics"), FieldPanel("indicators")],
            heading=_("What it is about"),
        ),
        *Sourced.source_panels,
    ]

    def clean(self) -> None:
        super().clean()
        is_date = re.match(PATTERN, self.published_on)  # what is none has its sentence already
        if is_date and self.year and not self.published_on.startswith(str(self.year)):
            raise ValidationError({"published_on": OTHER_YEAR})

    @property
    def date(self) -> str:
        """Day, month or year of publication, as exactly as it is known; else empty."""
        return self.published_on or (str(self.year) if self.year else "")


class StudyWords(Words):
    """Which area a study is about, in one language."""

    study = ParentalKey(Study, related_name="words", on_delete=models.CASCADE)
    area = models.CharField(_("area"), max_length=120)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("study", "language", name="study_words_once_a_language")]

    panels = [FieldPanel("language"), FieldPanel("area")]


class StudyAuthor(Orderable):
    """A person or a body, in the order of the title page."""

    study = ParentalKey(Study, related_name="authors", on_delete=models.CASCADE)
    name = models.CharField(
        _("name"), max_length=160, help_text=_("Family name of a person, or the whole name of a body.")
    )
    given_names = models.CharField(_("given names"), max_length=120, blank=True, help_text=_("Empty: a body."))

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    panels = [FieldPanel("name"), FieldPanel("given_names")]

    def __str__(self) -> str:
        return f"{self.given_names} {self.name}".strip()


def study_area(study: Study, language: str) -> tuple[str, str]:
    """Words for the area and their language; two empty strings when there are none."""
    words = words_of(study, language)
    return (words.area, words.language) if words else ("", "")
