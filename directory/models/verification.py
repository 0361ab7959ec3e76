"""The cycle by which facts stay true: confirmations, reports of readers, changes that bodies propose, letters."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.languages import choices
from directory.models.append_only import AppendOnly
from directory.models.choices import ReportKind
from directory.models.structure import Structure

LONGEST_REPORT = 500


class CheckHow(models.TextChoices):
    """By what way somebody looked."""

    LINK = "link", _("by the link of a letter")
    PHONE = "phone", _("by phone")
    VISIT = "visit", _("by a visit")
    SOURCE = "source", _("in the source")
    IMPORT = "import", _("with an import")
    DESK = "desk", _("decision of an editor")


class CheckResult(models.TextChoices):
    CONFIRMED = "confirmed", _("all is right")
    KEPT = "kept", _("kept without confirmation")
    PAUSED = "paused", _("paused")
    ENDED = "ended", _("ended")


class ReportState(models.TextChoices):
    NEW = "new", pgettext_lazy("report", "new")
    CONFIRMED = "confirmed", _("confirmed")
    NOT_CONFIRMED = "not_confirmed", _("not confirmed")
    DUPLICATE = "duplicate", _("said already")


class ReaderReport(models.Model):
    """What a reader says is not right. One network counts once a day for the same thing; the rest are copies of it."""

    structure = models.ForeignKey(
        Structure, verbose_name=_("structure"), on_delete=models.PROTECT, related_name="reports"
    )
    kind = models.CharField(_("what is wrong"), max_length=14, choices=ReportKind.choices)
    text = models.CharField(_("in the reader's words"), max_length=LONGEST_REPORT, blank=True)
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Deleted after 30 days."))
    language = models.CharField(_("language"), max_length=8, choices=choices)
    created = models.DateTimeField(_("arrived"))
    day = models.DateField(_("day"))
    network = models.CharField(max_length=64, editable=False)
    first = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="copies")
    state = models.CharField(_("state"), max_length=14, choices=ReportState.choices, default=ReportState.NEW)
    outcome = models.CharField(_("what we found"), max_length=300, blank=True)
    asked = models.DateTimeField(_("the body was asked"), null=True, blank=True)
    settled = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("reader's report")
        verbose_name_plural = _("readers' reports")
        ordering = ["-created", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["structure", "kind", "day", "network"],
                condition=Q(first__isnull=True),
                name="report_counts_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(first__isnull=True) | Q(state=ReportState.DUPLICATE),
                name="report_copy_is_duplicate",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.structure}: {self.get_kind_display()}"


class Verification(AppendOnly):
    """Somebody looked at the facts of a structure: when, how, on whose word, with what result."""

    structure = models.ForeignKey(
        Structure, verbose_name=_("structure"), on_delete=models.PROTECT, related_name="verifications"
    )
    how = models.CharField(_("how"), max_length=8, choices=CheckHow.choices)
    by = models.CharField(_("on whose word"), max_length=160, help_text=_("The role, not the name of a person."))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    result = models.CharField(_("result"), max_length=10, choices=CheckResult.choices)
    note = models.CharField(_("note"), max_length=300, blank=True)
    fact_hash = models.CharField(_("print of the facts"), max_length=64)
    report = models.ForeignKey(
        ReaderReport,
        verbose_name=_("after a reader's report"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="verifications",
    )

    class Meta(AppendOnly.Meta):
        verbose_name = _("verification")
        verbose_name_plural = _("verifications")
        permissions = [("verify_structure", "Can confirm, settle reports and decide about overdue structures")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(result__in=(CheckResult.KEPT, CheckResult.PAUSED, CheckResult.ENDED)) | ~Q(note=""),
                name="verification_decision_has_reason",
                violation_error_message=_("Write the reason."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.structure}: {self.get_result_display()}"


class ProposedChange(models.Model):
    """What a body says has changed, field by field, for an editor to apply or refuse."""

    class State(models.TextChoices):
        NEW = "new", pgettext_lazy("proposed change", "new")
        APPLIED = "applied", _("applied")
        REFUSED = "refused", _("refused")

    structure = models.ForeignKey(
        Structure, verbose_name=_("structure"), on_delete=models.PROTECT, related_name="proposed_changes"
    )
    changes = models.JSONField(_("changes"), default=list, blank=True)  # [{key, label, old, new}]
    note = models.TextField(_("in the body's words"), max_length=1000, blank=True)
    closed_from = models.DateField(_("closed from"), null=True, blank=True)
    closed_to = models.DateField(_("closed until"), null=True, blank=True)
    rest_holds = models.BooleanField(_("all the rest is right"), default=False)
    fact_hash = models.CharField(max_length=64)
    created = models.DateTimeField(_("arrived"))
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.NEW)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    settled = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["created", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(reason=""),
                name="proposed_change_refusal_has_reason",
                violation_error_message=_("Write the reason."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.structure}: {self.get_state_display()}"


class CheckLetter(models.Model):
    """A letter that asked a body about a structure; one of each kind for a day on which it was due."""

    class Kind(models.TextChoices):
        FIRST = "first", _("first letter")
        SECOND = "second", _("second letter")
        AGAIN = "again", _("asked for again")
        REPORT = "report", _("after a reader's report")

    structure = models.ForeignKey(Structure, on_delete=models.CASCADE, related_name="check_letters")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    due = models.DateField()
    sent = models.DateTimeField()

    class Meta:
        verbose_name = _("letter about a check")
        verbose_name_plural = _("letters about checks")
        constraints = [models.UniqueConstraint(fields=["structure", "kind", "due"], name="check_letter_once")]

    def __str__(self) -> str:
        return f"{self.structure}: {self.get_kind_display()}"
