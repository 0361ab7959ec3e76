"""What everything in the news has in common, so that one list can hold news, calls and events."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from core.facts import Fact
from core.provenance import Sourced


class DatePrecision(models.TextChoices):
    """How exactly a date is known; a month has no day, and none is shown."""

    DAY = "day", _("the day is known")
    MONTH = "month", _("only the month is known")


class Entry(Fact, Sourced):
    """A piece of news, a call or an event: the facts that no language changes. Words are in its pages."""

    date = models.DateField(_("date"), help_text=_("Of its publication."))
    date_precision = models.CharField(
        _("precision of the date"), max_length=5, choices=DatePrecision.choices, default=DatePrecision.DAY
    )
    needs = models.ManyToManyField("core.Need", verbose_name=_("needs"), blank=True, related_name="+")
    groups = models.ManyToManyField("core.TargetGroup", verbose_name=_("target groups"), blank=True, related_name="+")
    communities = models.ManyToManyField(
        "core.Community", verbose_name=_("municipal communities"), blank=True, related_name="+"
    )
    topics = models.ManyToManyField("core.Topic", verbose_name=_("topics"), blank=True, related_name="+")

    class Meta:
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["-date"], name="entry_newest")]
        constraints = [
            models.CheckConstraint(condition=Q(date_precision__in=DatePrecision.values), name="entry_precision_known")
        ]

    panels = [
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("date_precision")]),
        MultiFieldPanel(
            [FieldPanel("needs"), FieldPanel("groups"), FieldPanel("communities"), FieldPanel("topics")],
            heading=_("What it is about"),
        ),
        InlinePanel("structures", label=_("Structure"), heading=_("Structures it is about")),
        *Sourced.source_panels,
    ]

    def cache_tags(self) -> set[str]:
        """One tag whatever the kind: a list reads entries, not news items, calls or events."""
        return {f"entry:{self.pk}", "list:news"}


class EntryStructure(models.Model):
    """A structure of the directory that an entry is about, by its key: news does not know the directory."""

    entry = ParentalKey(Entry, related_name="structures", on_delete=models.CASCADE)
    key = models.SlugField(_("key of the structure"), max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint("entry", "key", name="entry_structure_once")]

    panels = [FieldPanel("key")]

    def __str__(self) -> str:
        return self.key
