"""An indicator: one series of figures by area, period and breakdown, with its sources and its limits."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from core.facts import Fact
from core.provenance import Sourced
from core.words import Words, own_words
from studies.periods import WRITTEN, Period, parse

WRITE_A_PERIOD = _("Write a year (2027), a month (2027-05) or a quarter (2027-Q2).")


class NamedFact(Fact):
    """A fact whose words hold its name."""

    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        words = own_words(self)
        return getattr(words, "name", "") or self.slug


class Area(NamedFact):
    """A place that figures are about; `slug` is its code (EL, EL-ATT)."""

    own = models.BooleanField(_("the hub's own city"), default=False, help_text=_("Its figures come first."))

    class Meta(NamedFact.Meta):
        verbose_name = _("area of figures")
        verbose_name_plural = _("areas of figures")

    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order"), FieldPanel("own")]),
        InlinePanel("words", label=_("Words"), min_num=1),
    ]


class AreaWords(Words):
    area = ParentalKey(Area, related_name="words", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=120)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("area", "language", name="area_words_once_a_language")]

    panels = [FieldPanel("language"), FieldPanel("name")]


class Breakdown(NamedFact):
    """One part of a whole: women, or people of 20 to 24. `dimension` says by what it is cut (sex, age)."""

    dimension = models.SlugField(_("cut by"), max_length=30)

    class Meta(NamedFact.Meta):
        verbose_name = _("breakdown")
        verbose_name_plural = _("breakdowns")

    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("dimension"), FieldPanel("order")]),
        InlinePanel("words", label=_("Words"), min_num=1),
    ]


class BreakdownWords(Words):
    breakdown = ParentalKey(Breakdown, related_name="words", on_delete=models.CASCADE)
    dimension = models.CharField(_("cut by"), max_length=80)
    name = models.CharField(_("name"), max_length=120)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("breakdown", "language", name="breakdown_words_once_a_language")]

    panels = [FieldPanel("language"), FieldPanel("dimension"), FieldPanel("name")]


class Indicator(Fact, Sourced):
    """What is measured and in which unit. Nothing here is ever computed or filled in."""

    class Unit(models.TextChoices):
        PERCENT = "percent", _("per cent")
        COUNT = "count", _("number")
        MIXED = "mixed", _("numbers of different things")

    class Better(models.TextChoices):
        UP = "up", _("more is better")
        DOWN = "down", _("less is better")
        NONE = "none", _("neither")

    topic = models.ForeignKey(
        "core.Topic", verbose_name=_("topic"), on_delete=models.PROTECT, related_name="indicators"
    )
    unit = models.CharField(
        _("unit"), max_length=8, choices=Unit.choices,
        help_text=_("Numbers of different things are never drawn in one chart."),
    )  # fmt: skip
    better = models.CharField(_("better"), max_length=4, choices=Better.choices, default=Better.NONE)
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0)
    breaks = models.CharField(
        _("breaks"),
        max_length=120,
        blank=True,
        validators=[
            RegexValidator(r"^[0-9Q-]+(, [0-9Q-]+)*$", _("Write periods parted by a comma and a space: 2011, 2021."))
        ],
        help_text=_(
            "Periods from which the definition is another one, for example “2021”. Values are not joined across."
        ),
    )
    key_figure = models.PositiveSmallIntegerField(
        _("place among the key figures"), null=True, blank=True, help_text=_("Empty: not on the home page.")
    )

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decimals__lte=4),
                name="indicator_decimals_fit",
                violation_error_message=_("Values have four decimals at most."),
            ),
        ]

    panels = [
        FieldPanel("slug"),
        FieldPanel("topic"),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("decimals"), FieldPanel("better")]),
        FieldRowPanel([FieldPanel("breaks"), FieldPanel("key_figure")]),
        InlinePanel("words", heading=_("Words"), label=_("Words"), min_num=1),
        *Sourced.source_panels,
        InlinePanel("observations", heading=_("Values"), label=_("Value")),
    ]

    def __str__(self) -> str:
        words = own_words(self)
        return words.name if words else self.slug

    def clean(self) -> None:
        super().clean()
        if not self.sources:
            raise ValidationError({"sources": _("No figure without its source: add where the values come from.")})
        try:
            self.break_periods()
        except ValueError as written:
            raise ValidationError({"breaks": WRITE_A_PERIOD}) from written

    def break_periods(self) -> tuple[Period, ...]:
        """Periods from which on values follow another definition."""
        return tuple(parse(written) for written in self.breaks.split(", ")) if self.breaks else ()


class IndicatorWords(Words):
    """Name, unit, definition and limits of an indicator in one language."""

    indicator = ParentalKey(Indicator, related_name="words", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=120)
    unit = models.CharField(
        _("unit"), max_length=80, help_text=_("As it follows the figure: “% of the population”, “people”.")
    )
    definition = models.TextField(_("what is measured"), max_length=600)
    note = models.TextField(
        _("what to know"), max_length=600, blank=True, help_text=_("Gaps, breaks, rounding, limits.")
    )

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("indicator", "language", name="indicator_words_once_a_language")]

    panels = [
        FieldPanel("language"),
        FieldPanel("name"),
        FieldPanel("unit"),
        FieldPanel("definition"),
        FieldPanel("note"),
    ]


class Observation(models.Model):
    """One value as its source gives it. What is not known has no row, and no chart bridges it."""

    class Precision(models.TextChoices):
        EXACT = "exact", _("as given")
        ROUNDED = "rounded", _("rounded by the source")
        AT_LEAST = "at_least", _("the source says “more than”")

    indicator = ParentalKey(Indicator, related_name="observations", on_delete=models.CASCADE)
    area = models.ForeignKey(Area, verbose_name=_("area"), on_delete=models.PROTECT, related_name="observations")
    period = models.CharField(
        _("period"), max_length=7, validators=[RegexValidator(WRITTEN, WRITE_A_PERIOD)], help_text=WRITE_A_PERIOD
    )
    breakdown = models.ForeignKey(
        Breakdown, verbose_name=_("breakdown"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="observations", help_text=_("Empty: the whole."),
    )  # fmt: skip
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=4)
    precision = models.CharField(_("precision"), max_length=8, choices=Precision.choices, default=Precision.EXACT)
    source = models.PositiveSmallIntegerField(
        _("source"), null=True, blank=True, help_text=_("Its number in the list of sources above, from 1.")
    )

    class Meta:
        verbose_name = _("value")
        verbose_name_plural = _("values")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "area", "period", "breakdown"],
                name="observation_part_once",
                violation_error_message=_("This value is there already."),
            ),
            models.UniqueConstraint(
                fields=["indicator", "area", "period"],
                condition=Q(breakdown__isnull=True),
                name="observation_whole_once",
                violation_error_message=_("This value is there already."),
            ),
            models.CheckConstraint(
                condition=Q(period__regex=WRITTEN),
                name="observation_period_is_written_so",
                violation_error_message=WRITE_A_PERIOD,
            ),
        ]

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("area"), FieldPanel("period"), FieldPanel("breakdown")]),
                FieldRowPanel([FieldPanel("value"), FieldPanel("precision"), FieldPanel("source")]),
            ]
        )
    ]

    def __str__(self) -> str:
        return f"{self.area_id} {self.period}"

    def cache_tags(self) -> set[str]:
        """A value renews the pages of its indicator."""
        return {f"indicator:{self.indicator_id}", "list:studies"}
