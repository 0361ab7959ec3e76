"""Words that editors add: concepts with their expressions."""

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
from search.analysis.fold import fold
from search.analysis.tokens import tokens
from search.lexicon.compiled import shipped

LEXICON = "search:lexicon"  # tag of what is kept of these rows in every process


def known_concepts() -> list[tuple[str, str]]:
    """Concepts that come with the project, by their Greek names: what words may be added to."""
    named = (
        (concept.id, next(iter(concept.words.get("el", (concept.id,))))) for concept in shipped().concepts.values()
    )
    return sorted(named, key=lambda pair: fold(pair[1]))


class Concept(ClusterableModel):
    """Words that mean the same: added to a concept that comes with the project, or a new one."""

    name = models.CharField(
        _("name"), max_length=80, help_text=_("What it is called in Greek. The name is one of its words.")
    )
    extends = models.CharField(
        _("adds words to"),
        max_length=40,
        blank=True,
        choices=known_concepts,
        help_text=_("A concept that search already knows. Empty: a new concept."),
    )
    need = models.ForeignKey(
        "core.Need",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("need"),
        help_text=_("Everything under this need is about the concept a little."),
    )
    is_used = models.BooleanField(_("used"), default=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("extends"),
        InlinePanel("expressions", heading=_("Expressions"), label=_("Expression")),
        FieldPanel("need"),
        FieldPanel("is_used"),
    ]

    class Meta:
        verbose_name = _("concept and its words")
        verbose_name_plural = _("concepts and words")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("name",),
                name="search_concept_once",
                violation_error_message=_("A concept of this name is already here. Add the words there."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def cache_tags(self) -> set[str]:
        return {LEXICON, "search"}


class Expression(Orderable):
    """One way to say a concept."""

    concept = ParentalKey(Concept, on_delete=models.CASCADE, related_name="expressions")
    language = models.CharField(_("language"), max_length=5, choices=choices, default=settings.LANGUAGE_CODE)
    text = models.CharField(_("words"), max_length=80, help_text=_("As people say it. One form is enough."))

    panels = [FieldRowPanel([FieldPanel("language"), FieldPanel("text")])]

    class Meta(Orderable.Meta):
        constraints = (models.UniqueConstraint(fields=("concept", "language", "text"), name="search_expression_once"),)

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        words = [token.word for token in tokens(fold(self.text or ""))]
        if not words or all(shipped().is_stop(word) for word in words):
            raise ValidationError(
                {"text": _("Search passes over such words. Write one that says what is meant, for example “rent”.")}
            )
