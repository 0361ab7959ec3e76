"""The strategy of the city as facts: pillars, amounts, actions, figures, what went well and what was hard."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from core.facts import Fact
from core.partial_dates import PartialDateField
from core.provenance import Sourced
from core.words import Words, own_words
from home.models.projects import Project, euro


class Strategy(Sourced, Fact):
    """A strategy with everything that is counted in it."""

    as_of = PartialDateField(_("as of"))

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")

    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("as_of")]),
        InlinePanel("words", label=_("Words"), heading=_("Words in each language"), min_num=1),
        InlinePanel("pillars", label=_("Pillar"), heading=_("Pillars")),
        InlinePanel("activated", label=_("Amount"), heading=_("Activated amounts")),
        InlinePanel("actions", label=_("Action"), heading=_("Actions")),
        InlinePanel("figures", label=_("Figure"), heading=_("What was delivered")),
        InlinePanel("findings", label=_("Finding"), heading=_("What went well, what was hard")),
        *Sourced.source_panels,
    ]

    def __str__(self) -> str:
        words = own_words(self)
        return words.vision if words else self.slug


class StrategyWords(Words):
    strategy = ParentalKey(Strategy, related_name="words", on_delete=models.CASCADE)
    vision = models.CharField(_("vision"), max_length=160, blank=True)
    author = models.CharField(_("written by"), max_length=200, blank=True)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("strategy", "language", name="strategy_words_once_a_language")]


class Pillar(Orderable, ClusterableModel):
    """A pillar and its budget."""

    strategy = ParentalKey(Strategy, related_name="pillars", on_delete=models.CASCADE)
    number = models.PositiveSmallIntegerField(_("number"))
    budget = euro(_("budget in euro"))

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("budget")]),
        InlinePanel("words", label=_("Title"), min_num=1),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint("strategy", "number", name="pillar_number_once"),
            models.CheckConstraint(condition=Q(budget__gte=0), name="pillar_not_negative"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class PillarWords(Words):
    pillar = ParentalKey(Pillar, related_name="words", on_delete=models.CASCADE)
    title = models.CharField(_("title"), max_length=200)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("pillar", "language", name="pillar_words_once_a_language")]


class ActivatedAmount(Orderable, ClusterableModel):
    """Money already in use. Of which pillar it is stays open unless a source says it."""

    strategy = ParentalKey(Strategy, related_name="activated", on_delete=models.CASCADE)
    amount = euro(_("amount in euro"))

    panels = [FieldPanel("amount"), InlinePanel("words", label=_("Words"), min_num=1)]

    def __str__(self) -> str:
        return str(self.amount)


class ActivatedAmountWords(Words):
    activated = ParentalKey(ActivatedAmount, related_name="words", on_delete=models.CASCADE)
    title = models.CharField(_("title"), max_length=200)
    example = models.CharField(_("for example"), max_length=300, blank=True)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("activated", "language", name="activated_words_once_a_language")]


class FlagshipAction(Orderable, ClusterableModel):
    """An action of the strategy; a flagship one is a way of help that readers can use today."""

    strategy = ParentalKey(Strategy, related_name="actions", on_delete=models.CASCADE)
    flagship = models.BooleanField(_("flagship"), default=True)
    beneficiaries = models.PositiveIntegerField(_("people helped"), null=True, blank=True)
    beneficiaries_about = models.BooleanField(_("about"), default=False)
    budget = euro(_("budget in euro"), null=True, blank=True)
    project = models.ForeignKey(
        Project, verbose_name=_("project"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    structure = models.ForeignKey(
        "directory.Structure", verbose_name=_("structure"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    panels = [
        FieldPanel("flagship"),
        InlinePanel("words", label=_("Words"), min_num=1),
        FieldRowPanel([FieldPanel("beneficiaries"), FieldPanel("beneficiaries_about"), FieldPanel("budget")]),
        FieldRowPanel([FieldPanel("project"), FieldPanel("structure")]),
    ]

    def __str__(self) -> str:
        words = own_words(self)
        return words.title if words else str(self.pk)


class FlagshipActionWords(Words):
    action = ParentalKey(FlagshipAction, related_name="words", on_delete=models.CASCADE)
    title = models.CharField(_("title"), max_length=200)
    who = models.CharField(_("for whom"), max_length=300, blank=True)
    tasks = models.TextField(_("what is done"), blank=True, help_text=_("One a line."))
    budget_note = models.CharField(
        _("note on the budget"), max_length=400, blank=True, help_text=_("Printed with the amount, always.")
    )

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("action", "language", name="flagship_words_once_a_language")]


class DeliveryFigure(Orderable, ClusterableModel):
    """What was delivered, in a figure."""

    strategy = ParentalKey(Strategy, related_name="figures", on_delete=models.CASCADE)
    value = models.DecimalField(_("figure"), max_digits=14, decimal_places=2)
    is_money = models.BooleanField(_("in euro"), default=False)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    communities = ParentalManyToManyField("core.Community", verbose_name=_("municipal communities"), blank=True)

    panels = [
        FieldRowPanel([FieldPanel("value"), FieldPanel("is_money"), FieldPanel("year")]),
        InlinePanel("words", label=_("What it counts"), min_num=1),
        FieldPanel("communities"),
    ]

    def __str__(self) -> str:
        return str(self.value)


class DeliveryFigureWords(Words):
    figure = ParentalKey(DeliveryFigure, related_name="words", on_delete=models.CASCADE)
    what = models.CharField(_("what it counts"), max_length=200)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("figure", "language", name="delivery_words_once_a_language")]


class StrategyFinding(Orderable, ClusterableModel):
    """What went well or what was hard: both are shown alike."""

    class Kind(models.TextChoices):
        POSITIVE = "positive", _("went well")
        PROBLEM = "problem", _("was hard")

    strategy = ParentalKey(Strategy, related_name="findings", on_delete=models.CASCADE)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)

    panels = [FieldPanel("kind"), InlinePanel("words", label=_("Words"), min_num=1)]

    def __str__(self) -> str:
        return self.get_kind_display()


class StrategyFindingWords(Words):
    finding = ParentalKey(StrategyFinding, related_name="words", on_delete=models.CASCADE)
    text = models.CharField(_("text"), max_length=250)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("finding", "language", name="finding_words_once_a_language")]
