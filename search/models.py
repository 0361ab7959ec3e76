"""What editors add to search: words, what is shown first or never, and queries that found nothing."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from search.analysis.fold import fold
from search.analysis.tokens import tokens
from search.lexicon.compiled import shipped


def known_concepts() -> list[tuple[str, str]]:
    """Concepts that come with the project, by their Greek names: what words may be added to."""
    named = (
        (concept.id, next(iter(concept.words.get("el", (concept.id,))))) for concept in shipped().concepts.values()
    )
    return sorted(named, key=lambda pair: fold(pair[1]))


LEXICON, STEERING = "search:lexicon", "search:steering"  # tags of what is kept of these rows in every process


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

    def __str__(self) -> str:
        return self.name

    def cache_tags(self) -> set[str]:
        return {LEXICON, "search"}


class Expression(Orderable):
    """One way to say a concept."""

    concept = ParentalKey(Concept, on_delete=models.CASCADE, related_name="expressions")
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="el")
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


class Steering(models.Model):
    """What happens to a page for certain words, in a language, for a time."""

    words = models.TextField(
        _("when somebody types"), help_text=_("One expression a line. Greeklish, accents and endings do not matter.")
    )
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    language = models.CharField(
        _("language"), max_length=5, choices=settings.LANGUAGES, blank=True, help_text=_("Empty: every language.")
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


class ZeroResult(models.Model):
    """How often words found nothing on a day; nothing of who typed them, and no words that may name a person."""

    query = models.CharField(max_length=80)
    language = models.CharField(max_length=5)
    day = models.DateField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("query", "language", "day"), name="search_nothing_once_a_day"),)

    def __str__(self) -> str:
        return self.query
