"""Good practices: the facts of each, the same in every language. Their words are pages."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.facts import Fact
from core.provenance import Sourced


class Evidence(models.TextChoices):
    """How well the results of a practice are shown, as whoever recorded it judges."""

    HIGH = "high", _("Well shown")
    MEDIUM = "medium", _("Partly shown")
    LOW = "low", _("As its body describes it")


class Practice(Sourced, Fact):
    """Something that worked somewhere and that others may copy."""

    year = models.PositiveSmallIntegerField(
        _("year of the results"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1950), MaxValueValidator(2100)],
    )
    of_city = models.BooleanField(_("from this city"), default=False)
    evidence = models.CharField(_("evidence"), max_length=6, choices=Evidence.choices, default=Evidence.LOW)
    needs = models.ManyToManyField("core.Need", verbose_name=_("needs"), blank=True, related_name="+")
    groups = models.ManyToManyField("core.TargetGroup", verbose_name=_("target groups"), blank=True, related_name="+")
    organisations = models.ManyToManyField(
        "directory.Organisation", verbose_name=_("organisations"), blank=True, related_name="practices"
    )

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(condition=Q(evidence__in=Evidence.values), name="practice_evidence_known"),
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(1950, 2100)),
                name="practice_year",
                violation_error_message=_("Write the year with four digits."),
            ),
        ]

    panels = [
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("evidence"), FieldPanel("of_city")]),
        FieldPanel("needs"),
        FieldPanel("groups"),
        FieldPanel("organisations"),
        *Sourced.source_panels,
    ]
