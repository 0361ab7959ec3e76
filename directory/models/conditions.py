"""Who may come and with what: conditions of a structure and the papers it asks for."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from core.taxonomy import DocumentType
from core.words import Words
from directory.models.structure import Structure

OLDEST = 120


class RuleKind(models.TextChoices):
    """What a condition is about."""

    AGE = "age", _("Age")
    RESIDENCE = "residence", pgettext_lazy("condition", "Residence")
    INCOME = "income", _("Income")
    STATUS = "status", _("Legal stay")
    INSURANCE = "insurance", _("Insurance")
    REFERRAL = "referral", _("Referral")
    GENDER = "gender", pgettext_lazy("condition", "Women or men")
    FAMILY = "family", pgettext_lazy("condition", "Family")
    OTHER = "other", pgettext_lazy("condition", "Other")


class RuleAnswer(models.TextChoices):
    """What a condition says; empty where words say it."""

    REQUIRED = "required", pgettext_lazy("condition", "needed")
    NOT_REQUIRED = "not_required", pgettext_lazy("condition", "not needed")
    COMMUNITIES = "communities", _("in a community that it serves")
    WOMEN = "women", _("women")
    MEN = "men", _("men")


IN_WORDS = ""
# Which answers a kind of condition can have; in words alone where a code would say too little.
ANSWERS: dict[str, tuple[str, ...]] = {
    RuleKind.AGE: (IN_WORDS,),
    RuleKind.RESIDENCE: (IN_WORDS, RuleAnswer.REQUIRED, RuleAnswer.COMMUNITIES, RuleAnswer.NOT_REQUIRED),
    RuleKind.INCOME: (IN_WORDS, RuleAnswer.NOT_REQUIRED),
    RuleKind.STATUS: (RuleAnswer.REQUIRED, RuleAnswer.NOT_REQUIRED),
    RuleKind.INSURANCE: (IN_WORDS, RuleAnswer.REQUIRED, RuleAnswer.NOT_REQUIRED),
    RuleKind.REFERRAL: (RuleAnswer.REQUIRED, RuleAnswer.NOT_REQUIRED),
    RuleKind.GENDER: (IN_WORDS, RuleAnswer.WOMEN, RuleAnswer.MEN),
    RuleKind.FAMILY: (IN_WORDS,),
    RuleKind.OTHER: (IN_WORDS,),
}


def _answers_fit() -> Q:
    fits = Q()
    for kind, answers in ANSWERS.items():
        fits |= Q(kind=kind, answer__in=[str(answer) for answer in answers])
    return fits


class EligibilityRule(Orderable, ClusterableModel):
    """One condition. No row means that nobody knows, never that there is none."""

    structure = ParentalKey(Structure, related_name="rules", on_delete=models.CASCADE)
    kind = models.CharField(_("condition"), max_length=10, choices=RuleKind.choices)
    answer = models.CharField(
        _("answer"),
        max_length=12,
        choices=RuleAnswer.choices,
        blank=True,
        help_text=_("Empty for an age, and where words say it."),
    )
    min_age = models.PositiveSmallIntegerField(_("from the age of"), null=True, blank=True)
    max_age = models.PositiveSmallIntegerField(_("up to the age of"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")
        constraints = [
            models.CheckConstraint(
                condition=_answers_fit(),
                name="rule_answer_of_kind",
                violation_error_message=_("This answer does not belong to this condition."),
            ),
            models.CheckConstraint(
                condition=(Q(kind=RuleKind.AGE) & (Q(min_age__isnull=False) | Q(max_age__isnull=False)))
                | (~Q(kind=RuleKind.AGE) & Q(min_age__isnull=True, max_age__isnull=True)),
                name="rule_ages_iff_age",
                violation_error_message=_("Ages go with the condition “age”, and only there."),
            ),
            models.CheckConstraint(
                condition=(Q(min_age__isnull=True) | Q(min_age__lte=OLDEST))
                & (Q(max_age__isnull=True) | Q(max_age__lte=OLDEST))
                & (Q(min_age__isnull=True) | Q(max_age__isnull=True) | Q(min_age__lte=F("max_age"))),
                name="rule_age_range",
                violation_error_message=_("Ages go from 0 to 120, the lower one first."),
            ),
            models.UniqueConstraint(
                fields=["structure", "kind"],
                condition=~Q(kind=RuleKind.OTHER),
                name="rule_kind_once_a_structure",
                violation_error_message=_("This condition is already there."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def needs_words(self) -> bool:
        """Whether nothing could be said of it without words."""
        return self.kind != RuleKind.AGE and not self.answer


class EligibilityRuleWords(Words):
    """A condition in one language."""

    rule = ParentalKey(EligibilityRule, related_name="words", on_delete=models.CASCADE)
    text = models.CharField(_("in words"), max_length=160)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("rule", "language", name="rule_words_once_a_language")]


class DocumentNeed(models.TextChoices):
    ALWAYS = "always", pgettext_lazy("document", "always")
    SOMETIMES = "sometimes", pgettext_lazy("document", "sometimes")
    IF_YOU_HAVE = "if_you_have", pgettext_lazy("document", "if people have it")


class RequiredDocument(Orderable):
    """A paper that a structure asks for."""

    structure = ParentalKey(Structure, related_name="documents", on_delete=models.CASCADE)
    type = models.ForeignKey(
        DocumentType, verbose_name=_("document"), on_delete=models.PROTECT, related_name="required_by"
    )
    needed = models.CharField(_("needed"), max_length=12, choices=DocumentNeed.choices, default=DocumentNeed.ALWAYS)
    come_without = models.BooleanField(
        _("may come without it"), default=False, help_text=_("People are served and bring it later.")
    )
    url = models.URLField(_("where to get it"), blank=True, max_length=300)

    class Meta(Orderable.Meta):
        verbose_name = _("required document")
        verbose_name_plural = _("required documents")
        constraints = [
            models.UniqueConstraint(
                "structure",
                "type",
                name="document_once_a_structure",
                violation_error_message=_("This document is already there."),
            )
        ]

    def __str__(self) -> str:
        return str(self.type)
