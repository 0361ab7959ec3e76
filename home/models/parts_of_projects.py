"""The parts of a project: sub-projects, work packages, results in figures, structures it pays for."""

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


class SubProject(Orderable, ClusterableModel):
    """A sub-project and the way it is carried out."""

    class Mode(models.TextChoices):
        UNKNOWN = "", _("not known")
        OWN_MEANS = "own_means", _("With own staff")
        OPEN = "open", _("Open procedure")
        OTHER = "other", _("Another way")

    project = ParentalKey(Project, related_name="sub_projects", on_delete=models.CASCADE)
    number = models.PositiveSmallIntegerField(_("number"))
    mode = models.CharField(_("carried out by"), max_length=10, choices=Mode.choices, blank=True, default=Mode.UNKNOWN)
    legal_reference = models.CharField(_("legal reference"), max_length=200, blank=True)
    budget = euro(_("budget in euro"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("mode"), FieldPanel("budget")]),
        InlinePanel("words", label=_("Title"), min_num=1),
        FieldPanel("legal_reference"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint("project", "number", name="sub_project_number_once"),
            models.CheckConstraint(
                condition=Q(budget__isnull=True) | Q(budget__gte=0), name="sub_project_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.number}"


class SubProjectWords(Words):
    sub_project = ParentalKey(SubProject, related_name="words", on_delete=models.CASCADE)
    title = models.CharField(_("title"), max_length=250)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("sub_project", "language", name="sub_project_words_once_a_language")]


class WorkPackage(Orderable, ClusterableModel):
    """A work package (ΠΕ) of a project or of one of its sub-projects."""

    project = ParentalKey(Project, related_name="work_packages", on_delete=models.CASCADE)
    sub_project_number = models.PositiveSmallIntegerField(_("number of the sub-project"), null=True, blank=True)
    code = models.CharField(_("code"), max_length=20)

    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("sub_project_number")]),
        InlinePanel("words", label=_("Title"), min_num=1),
    ]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint("project", "code", name="work_package_code_once")]

    def __str__(self) -> str:
        return self.code


class WorkPackageWords(Words):
    work_package = ParentalKey(WorkPackage, related_name="words", on_delete=models.CASCADE)
    title = models.CharField(_("title"), max_length=250)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("work_package", "language", name="work_package_words_once_a_language")]


class ProjectOutput(Orderable, ClusterableModel):
    """A result in a figure: so far, and the target where there is one."""

    project = ParentalKey(Project, related_name="outputs", on_delete=models.CASCADE)
    achieved = models.DecimalField(_("so far"), max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=2, null=True, blank=True)
    about = models.BooleanField(_("about"), default=False, help_text=_("The source gives it as a round figure."))
    is_money = models.BooleanField(_("in euro"), default=False)
    as_of = PartialDateField(_("as of"))
    source = models.CharField(_("source"), max_length=300, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("achieved"), FieldPanel("target"), FieldPanel("about"), FieldPanel("is_money")]),
        InlinePanel("words", label=_("What it counts"), min_num=1),
        FieldRowPanel([FieldPanel("as_of"), FieldPanel("source")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(achieved__isnull=False) | Q(target__isnull=False),
                name="project_output_has_a_figure",
                violation_error_message=_("Give what was achieved, or the target."),
            )
        ]

    def __str__(self) -> str:
        return str(self.achieved if self.achieved is not None else self.target)


class ProjectOutputWords(Words):
    output = ParentalKey(ProjectOutput, related_name="words", on_delete=models.CASCADE)
    what = models.CharField(_("what it counts"), max_length=200)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("output", "language", name="project_output_words_once_a_language")]


class ProjectStructure(Orderable):
    """A structure that a project pays for."""

    project = ParentalKey(Project, related_name="structure_links", on_delete=models.CASCADE)
    structure = models.ForeignKey(
        "directory.Structure", verbose_name=_("structure"), on_delete=models.CASCADE, related_name="project_links"
    )

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint("project", "structure", name="project_structure_once")]

    def __str__(self) -> str:
        return f"{self.project} → {self.structure}"
