"""What was changed in a project by decision: the old value is kept beside the new one."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from core.partial_dates import PartialDateField
from core.words import Words
from home.models.projects import Project, euro

VALUES = {"budget": ("amount_before", "amount_after"), "begins": ("day_before", "day_after")}
VALUES["ends"] = VALUES["begins"]
BOTH = _("Give the old value and the new one.")


class ProjectAmendment(Orderable, ClusterableModel):
    """One change by one decision; words are needed only where no value says it."""

    class Kind(models.TextChoices):
        BUDGET = "budget", _("budget")
        BEGINS = "begins", _("beginning")
        ENDS = "ends", _("end")
        OTHER = "other", _("something else")

    project = ParentalKey(Project, related_name="amendments", on_delete=models.CASCADE)
    changed_on = models.DateField(_("changed on"))
    kind = models.CharField(_("what changed"), max_length=8, choices=Kind.choices)
    amount_before = euro(_("old amount in euro"), null=True, blank=True)
    amount_after = euro(_("new amount in euro"), null=True, blank=True)
    day_before = PartialDateField(_("old date"))
    day_after = PartialDateField(_("new date"))
    decision = models.CharField(_("decision (ΑΔΑ)"), max_length=60, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("changed_on"), FieldPanel("kind"), FieldPanel("decision")]),
        FieldRowPanel([FieldPanel("amount_before"), FieldPanel("amount_after")]),
        FieldRowPanel([FieldPanel("day_before"), FieldPanel("day_after")]),
        InlinePanel("words", label=_("Words")),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="budget") | Q(amount_before__isnull=False, amount_after__isnull=False),
                name="amendment_of_budget_has_both",
                violation_error_message=BOTH,
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=("begins", "ends")) | (~Q(day_before="") & ~Q(day_after="")),
                name="amendment_of_day_has_both",
                violation_error_message=BOTH,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.changed_on}: {self.get_kind_display()}"

    def clean(self) -> None:
        super().clean()
        wanted = VALUES.get(self.kind, ())
        empty = [name for name in wanted if getattr(self, name) in (None, "")]
        if empty:
            raise ValidationError({name: ValidationError(BOTH, code="both_values") for name in empty})


class AmendmentWords(Words):
    """What changed, in one language."""

    amendment = ParentalKey(ProjectAmendment, related_name="words", on_delete=models.CASCADE)
    text = models.CharField(_("what changed"), max_length=300)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("amendment", "language", name="amendment_words_once_a_language")]
