"""A call: open between two minutes, and by the clock alone."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from core.settings_models import PHONE_OR_SHORT
from news.models.entry import Entry


class Call(Entry):
    """Somebody may answer: apply, offer, volunteer. How, in words, stands on its pages."""

    class Kind(models.TextChoices):
        BODIES = "bodies", _("Call to organisations")
        CITIZENS = "citizens", _("Call to citizens")
        VOLUNTEERS = "volunteers", _("Call for volunteers")
        JOBS = "jobs", _("Jobs")
        PROCUREMENT = "procurement", _("Procurement")
        FUNDING = "funding", _("Funding")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.CITIZENS)
    opens_at = models.DateTimeField(_("opens at"))
    closes_at = models.DateTimeField(_("closes at"), help_text=_("The first minute that is too late."))
    first_closes_at = models.DateTimeField(
        _("first deadline"), null=True, blank=True, help_text=_("Only when the call was extended.")
    )
    budget = models.DecimalField(
        _("budget in euro"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    apply_url = models.URLField(_("address to apply at"), blank=True)
    apply_email = models.EmailField(_("e-mail to apply to"), blank=True)
    apply_phone = models.CharField(_("phone"), max_length=16, blank=True, validators=[PHONE_OR_SHORT])
    results_on = models.DateField(_("results published on"), null=True, blank=True)
    cancelled_on = models.DateField(_("cancelled on"), null=True, blank=True)

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="call_closes_after_opening",
                violation_error_message=_("The call closes before it opens."),
            ),
            models.CheckConstraint(
                condition=Q(first_closes_at__isnull=True) | Q(first_closes_at__lt=F("closes_at")),
                name="call_extended_to_later",
                violation_error_message=_("The first deadline must be earlier than the new one."),
            ),
            models.CheckConstraint(
                condition=Q(budget__isnull=True) | Q(budget__gte=0),
                name="call_budget_not_negative",
                violation_error_message=_("A budget cannot be negative."),
            ),
        ]

    panels = [
        FieldPanel("kind"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldPanel("first_closes_at"),
                FieldRowPanel([FieldPanel("results_on"), FieldPanel("cancelled_on")]),
            ],
            heading=_("When"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("apply_url"),
                FieldRowPanel([FieldPanel("apply_email"), FieldPanel("apply_phone")]),
                FieldPanel("budget"),
            ],
            heading=_("How to apply"),
        ),
        *Entry.panels,
    ]
