"""Funded projects as facts: codes, money, periods, parts, partners, figures. Their words are pages and rows."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from core.facts import Fact
from core.partial_dates import PartialDateField
from core.provenance import Sourced
from core.words import Words
from home.models.funding import Programme

MIS_DIGITS = _("A MIS code has 7 digits.")


def euro(name: Any, **options: Any) -> models.DecimalField:
    """A field for an amount in euro that is never negative."""
    return models.DecimalField(name, max_digits=14, decimal_places=2, validators=[MinValueValidator(0)], **options)


class Project(Sourced, Fact):
    """A project or act. What is not known stays empty, and pages say so in words."""

    class Standing(models.TextChoices):
        CLOCK = "", _("as its dates say")
        RUNNING = "running", _("running")
        ENDED = "ended", _("ended")
        SUSPENDED = "suspended", _("suspended")
        WITHDRAWN = "withdrawn", _("withdrawn")

    label = models.CharField(
        _("name for editors"), max_length=160, help_text=_("Readers see the title of the project's page.")
    )
    official_title = models.CharField(_("name of the act"), max_length=400, blank=True)
    mis = models.CharField(
        _("MIS code"), max_length=7, blank=True, validators=[RegexValidator(r"^\d{7}$", MIS_DIGITS, code="mis")],
        error_messages={"max_length": MIS_DIGITS},
    )  # fmt: skip
    programme = models.ForeignKey(
        Programme, verbose_name=_("programme"), on_delete=models.PROTECT, related_name="projects"
    )
    begins = PartialDateField(_("from"))
    ends = PartialDateField(_("to"))
    standing = models.CharField(
        _("standing"), max_length=10, choices=Standing.choices, blank=True, default=Standing.CLOCK,
        help_text=_("Only where a source says more than the dates."),
    )  # fmt: skip
    standing_since = models.DateField(_("since"), null=True, blank=True)
    communities = ParentalManyToManyField(
        "core.Community", verbose_name=_("municipal communities"), blank=True, related_name="projects"
    )

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(
                "mis",
                condition=~Q(mis=""),
                name="project_mis_once",
                violation_error_message=_("Another project has this MIS code."),
            ),
            models.CheckConstraint(
                condition=Q(mis="") | Q(mis__regex=r"^\d{7}$"),
                name="project_mis_seven_digits",
                violation_error_message=MIS_DIGITS,
            ),
        ]

    panels = [
        FieldRowPanel([FieldPanel("label"), FieldPanel("slug")]),
        FieldPanel("official_title"),
        FieldRowPanel([FieldPanel("mis"), FieldPanel("programme")]),
        InlinePanel("codes", label=_("Code"), heading=_("Other codes")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("begins"), FieldPanel("ends")]),
                FieldRowPanel([FieldPanel("standing"), FieldPanel("standing_since")]),
            ],
            heading=_("Period"),
        ),
        InlinePanel("words", label=_("Words"), heading=_("Words in each language")),
        InlinePanel("partners", label=_("Body"), heading=_("Bodies")),
        InlinePanel("budget_lines", label=_("Amount"), heading=_("Budget")),
        InlinePanel("sub_projects", label=_("Sub-project"), heading=_("Sub-projects")),
        InlinePanel("work_packages", label=_("Work package"), heading=_("Work packages")),
        InlinePanel("outputs", label=_("Figure"), heading=_("Results in figures")),
        InlinePanel("structure_links", label=_("Structure"), heading=_("Structures it pays for")),
        InlinePanel("amendments", label=_("Change"), heading=_("Changes by decision")),
        FieldPanel("communities"),
        *Sourced.source_panels,
    ]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        super().clean()
        if self.begins and self.ends and self.ends < self.begins[: len(self.ends)]:
            raise ValidationError({"ends": ValidationError(_("It must end after it begins."), code="ends_first")})
        twin = Project.objects.filter(mis=self.mis).exclude(pk=self.pk).first() if self.mis else None
        if twin:
            raise ValidationError(
                {
                    "mis": ValidationError(
                        _("The project “%(other)s” has this MIS code."), code="mis_used", params={"other": twin}
                    )
                }
            )


class ProjectWords(Words):
    """Small words of a project in one language; its texts are on its page."""

    project = ParentalKey(Project, related_name="words", on_delete=models.CASCADE)
    axis = models.CharField(_("axis or priority"), max_length=200, blank=True)
    responsible = models.CharField(_("responsible unit"), max_length=300, blank=True)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("project", "language", name="project_words_once_a_language")]


class ProjectCode(Orderable):
    """Another code than MIS: a call, a decision, a collective decision."""

    class Scheme(models.TextChoices):
        CALL = "call", _("Call for proposals")
        DECISION = "ada", _("Decision (ΑΔΑ)")
        CONTRACT = "adam", _("Contract (ΑΔΑΜ)")
        COLLECTIVE = "sa", _("Collective decision (ΣΑ)")
        OTHER = "other", _("Another code")

    project = ParentalKey(Project, related_name="codes", on_delete=models.CASCADE)
    scheme = models.CharField(_("what code"), max_length=8, choices=Scheme.choices, default=Scheme.OTHER)
    value = models.CharField(_("code"), max_length=120)

    def __str__(self) -> str:
        return f"{self.get_scheme_display()}: {self.value}"


class ProjectPartner(Orderable):
    """A body and its role."""

    class Role(models.TextChoices):
        BENEFICIARY = "beneficiary", _("Beneficiary")
        OPERATOR = "operator", _("Operator")
        PARTNER = "partner", _("Partner")
        INTERMEDIATE = "intermediate", _("Intermediate body")
        MANAGING = "managing", _("Managing authority")

    project = ParentalKey(Project, related_name="partners", on_delete=models.CASCADE)
    organisation = models.ForeignKey(
        "directory.Organisation", verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.BENEFICIARY)

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint("project", "organisation", "role", name="project_partner_once")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.organisation}"


class BudgetLine(Orderable, ClusterableModel):
    """An amount in euro on a date; a note stands beside it wherever it is shown."""

    class Kind(models.TextChoices):
        TOTAL = "total", _("Total budget")
        PUBLIC = "public", _("Public expenditure")
        UNION = "union", _("Support by the European Union")
        NATIONAL = "national", _("National contribution")
        OWN = "own", _("Own contribution")
        PAID = "paid", _("Paid so far")

    project = ParentalKey(Project, related_name="budget_lines", on_delete=models.CASCADE)
    kind = models.CharField(_("what it is"), max_length=10, choices=Kind.choices, default=Kind.TOTAL)
    amount = euro(_("amount in euro"))
    as_of = PartialDateField(_("as of"))

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("amount"), FieldPanel("as_of")]),
        InlinePanel("words", label=_("Note")),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="budget_line_not_negative"),
            models.UniqueConstraint("project", "kind", "as_of", name="budget_line_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.amount}"


class BudgetNote(Words):
    """What must be said with an amount, in one language."""

    line = ParentalKey(BudgetLine, related_name="words", on_delete=models.CASCADE)
    note = models.CharField(_("note"), max_length=400)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("line", "language", name="budget_note_once_a_language")]
