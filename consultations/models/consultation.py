"""A consultation: when it opens and closes to the minute, who asks, whether it is only an example."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from core.facts import Fact

CLOSES_LATER = _("It must close after it opens.")
ANSWERED_LATER = _("The answer cannot be older than the closing.")
NO_ANSWER_YET = _("Its page holds no answer yet: write and publish it there first, then say here when it is shown.")
WHOLE_MINUTES = _("Write a whole minute, for example 15:00.")


class Consultation(Fact):
    """Facts of a consultation, the same in every language; its page holds the words."""

    opens_at = models.DateTimeField(_("opens"), help_text=_("Open from this minute on."))
    closes_at = models.DateTimeField(_("closes"), help_text=_("From this minute on it is closed. 0:00 is midnight."))
    answered_at = models.DateTimeField(
        _("answered"), null=True, blank=True, help_text=_("When the answer on the page becomes visible.")
    )
    example = models.BooleanField(
        _("example"), default=False, help_text=_("Not a real consultation: the page says so everywhere.")
    )
    organisation = models.CharField(_("body that asks"), max_length=160, blank=True)
    needs = ParentalManyToManyField("core.Need", verbose_name=_("needs"), blank=True)
    groups = ParentalManyToManyField("core.TargetGroup", verbose_name=_("target groups"), blank=True)
    communities = ParentalManyToManyField(
        "core.Community", verbose_name=_("municipal communities"), blank=True, help_text=_("Empty: the whole city.")
    )

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ["-opens_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="consultation_closes_after_it_opens",
                violation_error_message=CLOSES_LATER,
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("closes_at")),
                name="consultation_answered_after_it_closes",
                violation_error_message=ANSWERED_LATER,
            ),
        ]

    panels = [
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at"), FieldPanel("answered_at")]),
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("example")]),
        MultiFieldPanel(
            [FieldPanel("needs"), FieldPanel("groups"), FieldPanel("communities")], heading=_("What it is about")
        ),
    ]

    def clean(self) -> None:
        """The constraints' sentences at the fields they speak of."""
        super().clean()
        found = {}
        for name in ("opens_at", "closes_at", "answered_at"):
            moment = getattr(self, name)
            if moment and (moment.second or moment.microsecond):
                found[name] = WHOLE_MINUTES
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            found["closes_at"] = CLOSES_LATER
        if self.answered_at and self.closes_at and self.answered_at < self.closes_at:
            found["answered_at"] = ANSWERED_LATER
        pages = self.pages.all() if self.pk and self.answered_at else ()
        if pages and not any(page.answer for page in pages):
            found["answered_at"] = NO_ANSWER_YET
        if found:
            raise ValidationError(found)
