"""A structure: what helps, whom, for what, run by whom."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from core.facts import Fact
from core.provenance import Checked, Sourced
from directory.dates import check_year
from directory.models.choices import CostKind, CostPer, Family, Reach, RiskClass, Status, StructureKind
from directory.models.codes import CodeField
from directory.models.organisation import Organisation


class Structure(Sourced, Checked, Fact):
    """A place, a service or an action of the network. Its words are pages, one per language."""

    code = CodeField()
    label = models.CharField(
        _("name for editors"), max_length=160, help_text=_("Readers see the title of the structure's page.")
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("run by"), on_delete=models.PROTECT, related_name="structures"
    )
    partners = ParentalManyToManyField(
        Organisation, verbose_name=_("together with"), blank=True, related_name="partnerships"
    )
    family = models.CharField(
        _("family"),
        max_length=12,
        choices=Family.choices,
        help_text=_("A municipal body may run a co-funded structure: this is the structure's own family."),
    )
    kind = models.CharField(_("what it is"), max_length=10, choices=StructureKind.choices, default=StructureKind.PLACE)
    reach = models.PositiveSmallIntegerField(
        _("serves"), choices=Reach.choices, default=Reach.CITY, help_text=_("National lines stand behind local ones.")
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.ACTIVE)
    valid_from = models.DateField(_("valid from"), validators=[check_year], null=True, blank=True)
    valid_to = models.DateField(_("valid to"), validators=[check_year], null=True, blank=True)
    needs = ParentalManyToManyField("core.Need", verbose_name=_("needs"), related_name="structures")
    target_groups = ParentalManyToManyField(
        "core.TargetGroup", verbose_name=_("target groups"), related_name="structures"
    )
    cost = models.CharField(_("cost"), max_length=10, choices=CostKind.choices, default=CostKind.UNKNOWN)
    cost_amount = models.DecimalField(_("amount in euro"), max_digits=8, decimal_places=2, null=True, blank=True)
    cost_per = models.CharField(_("for each"), max_length=8, choices=CostPer.choices, blank=True)
    free_for = ParentalManyToManyField(
        "core.TargetGroup",
        verbose_name=_("free of charge for"),
        blank=True,
        related_name="free_structures",
        help_text=_("Only with “free for some”."),
    )
    cost_wording = models.CharField(
        _("cost in the source's words"),
        max_length=160,
        blank=True,
        help_text=_("Shown as a quotation while unconfirmed."),
    )
    without_papers = models.BooleanField(
        _("without any papers"),
        null=True,
        blank=True,
        help_text=_("People are served even if they bring nothing. Unknown: nobody has asked yet."),
    )
    website = models.URLField(_("website"), blank=True, max_length=300)
    sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_("For shelters and the like: no address anywhere, neutral pages, quick exit."),
    )
    risk = models.CharField(
        _("risk class"),
        max_length=1,
        blank=True,
        choices=RiskClass.choices,
        help_text=_("How often it is checked. Empty: by the rule."),
    )
    raised_on = models.DateField(
        _("checked more often since"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Two readers said that something is wrong; ends when it was confirmed twice."),
    )
    project_codes = models.CharField(
        _("codes of funding projects"), max_length=200, blank=True, help_text=_("Separated by spaces.")
    )
    image = models.ForeignKey(
        "core.HubImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    open_questions = models.TextField(
        _("open questions"), blank=True, help_text=_("What is not clear yet. Only editors see it.")
    )

    class Meta:
        verbose_name = _("structure")
        verbose_name_plural = _("structures")
        ordering = ["label"]
        constraints = [
            models.CheckConstraint(
                condition=Q(family__in=Family.values),
                name="structure_family",
                violation_error_message=_("Choose one of the four families."),
            ),
            models.CheckConstraint(
                condition=Q(reach__in=Reach.values),
                name="structure_reach",
                violation_error_message=_("Choose whom it serves."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="structure_valid_range",
                violation_error_message=_("“Valid to” is before “valid from”."),
            ),
            models.CheckConstraint(
                condition=Q(cost_amount__isnull=True) | (Q(cost=CostKind.PAID) & Q(cost_amount__gt=0)),
                name="structure_amount_only_paid",
                violation_error_message=_("An amount goes only with “with payment”, and is more than zero."),
            ),
            models.CheckConstraint(
                condition=Q(cost_per="") | Q(cost_amount__isnull=False),
                name="structure_per_needs_amount",
                violation_error_message=_("“For each” goes only with an amount."),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def codes(self) -> tuple[str, ...]:
        """Codes of the projects that pay, to be joined by whoever knows projects."""
        return tuple(self.project_codes.split())
