"""What is shown first or never for certain words."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.languages import choices
from search.analysis.tokens import tokens

STEERING = "search:steering"  # tag of what is kept of these rows in every process


class Steering(models.Model):
    """What happens to a page for certain words, in a language, for a time."""

    words = models.TextField(
        _("when somebody types"), help_text=_("One expression a line. Greeklish, accents and endings do not matter.")
    )
    # A page that goes away leaves the decision behind: editors see that it leads nowhere.
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("page")
    )
    language = models.CharField(
        _("language"), max_length=5, choices=choices, blank=True, help_text=_("Empty: every language.")
    )
    begins = models.DateTimeField(_("from"), null=True, blank=True)
    ends = models.DateTimeField(_("until"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("Why; only editors see it."))

    panels = [
        FieldPanel("words"),
        FieldPanel("page"),
        FieldPanel("language"),
        FieldRowPanel([FieldPanel("begins"), FieldPanel("ends")]),
        FieldPanel("note"),
    ]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return ", ".join(self.words.splitlines()[:3])

    def cache_tags(self) -> set[str]:
        return {STEERING, "search"}

    def clean(self) -> None:
        if not any(tokens(line) for line in (self.words or "").splitlines()):
            raise ValidationError({"words": _("Write at least one word.")})
        if self.begins and self.ends and self.begins >= self.ends:
            raise ValidationError({"ends": _("The end lies before the beginning. Choose a later moment.")})


def _ends_later(name: str) -> models.CheckConstraint:
    condition = Q(begins__isnull=True) | Q(ends__isnull=True) | Q(begins__lt=F("ends"))
    return models.CheckConstraint(condition=condition, name=name)


class Promotion(Steering):
    """Shown above the results, with the word “Suggested”."""

    order = models.PositiveSmallIntegerField(_("order"), default=1, help_text=_("At most two are shown."))

    panels = [*Steering.panels, FieldPanel("order")]

    class Meta:
        verbose_name = _("suggested result")
        verbose_name_plural = _("suggested results")
        ordering = ("order", "pk")
        constraints = (_ends_later("search_promotion_ends_later"),)


class Exclusion(Steering):
    """Never shown for these words."""

    class Meta:
        verbose_name = _("excluded result")
        verbose_name_plural = _("excluded results")
        ordering = ("pk",)
        constraints = (_ends_later("search_exclusion_ends_later"),)
