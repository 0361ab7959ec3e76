"""The guided finder: at most four questions, whose answers are conditions on the facts of structures."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from core.facts import Fact
from core.words import Words, own_words
from directory.models.choices import Channel


class Aspect(models.TextChoices):
    """What a question is about; the value is its parameter in addresses."""

    NEED = "need", _("What is needed")
    GROUP = "who", _("For whom")
    CHANNEL = "how", _("How one reaches it")
    PLACE = "where", _("Where one is")


class Area(models.TextChoices):
    """Which area an answer asks for."""

    ANY = "any", _("No condition")
    COMMUNITIES = "communities", _("One answer for each municipal community")
    CITY = "city", _("What serves the whole city")
    BEYOND = "beyond", _("What serves the region or the country")


BOXES = {"widget": forms.CheckboxSelectMultiple}


class ChannelsField(models.JSONField):
    """A list of channel codes, ticked in the form."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        # Past JSONField, whose own form field is a text in JSON.
        return models.Field.formfield(self, forms.MultipleChoiceField, choices=Channel.choices, **(BOXES | kwargs))


class FinderQuestion(Fact):
    """One question of the finder. One for each aspect, so that no path has more than four."""

    aspect = models.CharField(_("asks about"), max_length=8, choices=Aspect.choices, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("question of the finder")
        verbose_name_plural = _("questions of the finder")
        ordering = ["order", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(aspect__in=Aspect.values),
                name="finder_question_aspect",
                violation_error_message=_("Choose what the question is about."),
            ),
        ]

    def __str__(self) -> str:
        words = own_words(self)
        return getattr(words, "text", "") or self.slug


class FinderQuestionWords(Words):
    """A question in one language."""

    question = ParentalKey(FinderQuestion, related_name="words", on_delete=models.CASCADE)
    text = models.CharField(_("question"), max_length=120)
    hint = models.CharField(_("in plain words"), max_length=200, blank=True)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("question", "language", name="finder_question_once_a_language")]


class FinderAnswer(Orderable, ClusterableModel):
    """One answer. What is left empty is no condition; within a condition any value will do."""

    question = ParentalKey(FinderQuestion, related_name="answers", on_delete=models.CASCADE)
    code = models.SlugField(_("code"), max_length=20, help_text=_("Stands in addresses. Do not change it."))
    icon = models.CharField(_("icon"), max_length=30, blank=True)
    needs = ParentalManyToManyField("core.Need", verbose_name=_("needs"), blank=True, related_name="+")
    groups = ParentalManyToManyField("core.TargetGroup", verbose_name=_("target groups"), blank=True, related_name="+")
    also_groups = ParentalManyToManyField(
        "core.TargetGroup",
        verbose_name=_("these groups too"),
        blank=True,
        related_name="+",
        help_text=_("Their structures stand behind those of the groups above, for example “All residents”."),
    )
    channels = ChannelsField(_("channels"), default=list, blank=True)
    area = models.CharField(_("area"), max_length=12, choices=Area.choices, default=Area.ANY)

    class Meta(Orderable.Meta):
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(
                "question",
                "code",
                name="finder_answer_code_once",
                violation_error_message=_("Another answer of this question has this code."),
            ),
            models.CheckConstraint(
                condition=models.Q(area__in=Area.values),
                name="finder_answer_area",
                violation_error_message=_("Choose an area of the list."),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class FinderAnswerWords(Words):
    """An answer in one language. The answers of communities take the names of the communities."""

    answer = ParentalKey(FinderAnswer, related_name="words", on_delete=models.CASCADE)
    label = models.CharField(_("answer"), max_length=80)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("answer", "language", name="finder_answer_once_a_language")]
