"""Queries with what they should find, and how well search did with them."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from core.languages import choices
from search.analysis.tokens import tokens


class QueryKind(models.TextChoices):
    """How people put it: search is measured for each kind alone."""

    NAME = "name", _("the name itself, or an acronym")
    LAY = "lay", _("in the words of the trouble")
    QUESTION = "question", _("a whole question")
    SPELLING = "spelling", _("misspelt, greeklish, wrong keyboard")
    PLACE = "place", _("with a place, a date or a kind of thing")
    LANGUAGE = "language", _("in another language")
    NOTHING = "noanswer", _("nothing should be found")


class GradedQuery(ClusterableModel):
    """What somebody types, and the pages that answer it."""

    query = models.CharField(_("what a reader types"), max_length=200)
    language = models.CharField(
        _("language of the reader"), max_length=5, choices=choices, default=settings.LANGUAGE_CODE
    )
    kind = models.CharField(_("kind"), max_length=10, choices=QueryKind.choices, default=QueryKind.LAY)
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("Why; only editors see it."))

    panels = [
        FieldPanel("query"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("kind")]),
        InlinePanel("targets", heading=_("What answers it"), label=_("Page"), help_text=_("The best one first.")),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("graded query")
        verbose_name_plural = _("graded queries")
        ordering = ("query", "language")
        constraints = (
            models.UniqueConstraint(
                fields=("query", "language"),
                name="search_graded_once",
                violation_error_message=_("This query is already here. Change it there."),
            ),
        )

    def __str__(self) -> str:
        return self.query

    def clean(self) -> None:
        if not tokens(self.query or ""):
            raise ValidationError({"query": _("Write at least one word.")})


class GradedTarget(Orderable):
    """A page that answers a query, and how well."""

    class Grade(models.IntegerChoices):
        BEST = 3, _("exactly this")
        GOOD = 2, _("good")
        NEAR = 1, _("related")

    query = ParentalKey(GradedQuery, on_delete=models.CASCADE, related_name="targets")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    grade = models.PositiveSmallIntegerField(_("how well"), choices=Grade.choices, default=Grade.BEST)

    panels = [FieldPanel("page"), FieldPanel("grade")]

    class Meta(Orderable.Meta):
        constraints = (models.UniqueConstraint(fields=("query", "page"), name="search_graded_page_once"),)

    def __str__(self) -> str:
        return str(self.page)


class Evaluation(models.Model):
    """How search did with the graded queries at a moment. `report` is what `measures.score` gives, and `places`."""

    asked = models.DateTimeField()
    done = models.DateTimeField(null=True)
    lexicon = models.CharField(max_length=8, blank=True)  # version of the words it was done with
    report = models.JSONField(default=dict)

    class Meta:
        ordering = ("-asked", "-pk")

    def __str__(self) -> str:
        return f"{self.asked:%Y-%m-%d %H:%M}"
