"""An event: one or more dates, a place or an address on the net, and whether it still holds."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from core.settings_models import PHONE_OR_SHORT
from news.models.entry import Entry

LONGEST = timedelta(hours=14)
TOO_LONG = _("Longer than 14 hours: say “all day”, or write each day as its own date.")


class Event(Entry):
    """Something to go to. A series is its dates."""

    class Kind(models.TextChoices):
        NETWORKING = "networking", _("Networking")
        ADVOCACY = "advocacy", _("Advocacy")
        AWARENESS = "awareness", _("Raising awareness")
        TRAINING = "training", _("Training")
        INFO_DAY = "info-day", _("Information day")
        STREET = "street", _("Street action")
        OTHER = "other", _("Event")

    class State(models.TextChoices):
        PLANNED = "planned", _("takes place as planned")
        CANCELLED = "cancelled", _("cancelled")
        POSTPONED = "postponed", _("postponed")
        MOVED = "moved", _("moved to another place")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.OTHER)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    is_full = models.BooleanField(_("no places left"), default=False)
    address = models.CharField(_("street and number"), max_length=160, blank=True)
    online_url = models.URLField(_("address on the net"), blank=True)
    registration_url = models.URLField(_("address for registration"), blank=True)
    registration_email = models.EmailField(_("e-mail for registration"), blank=True)
    registration_phone = models.CharField(
        _("phone for registration"), max_length=16, blank=True, validators=[PHONE_OR_SHORT]
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["planned", "cancelled", "postponed", "moved"]),
                name="event_state_known",
            )
        ]

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("state"), FieldPanel("is_full")]),
        InlinePanel("dates", label=_("Date"), heading=_("Dates"), min_num=1),
        MultiFieldPanel([FieldPanel("address"), FieldPanel("online_url")], heading=_("Where")),
        MultiFieldPanel(
            [
                FieldPanel("registration_url"),
                FieldRowPanel([FieldPanel("registration_email"), FieldPanel("registration_phone")]),
            ],
            heading=_("Registration"),
        ),
        *Entry.panels,
    ]


class EventDate(models.Model):
    """From when to when. An all-day date names whole local days; its times are not shown."""

    event = ParentalKey(Event, related_name="dates", on_delete=models.CASCADE)
    start = models.DateTimeField(_("start"))
    end = models.DateTimeField(_("end"))
    all_day = models.BooleanField(_("all day"), default=False, help_text=_("Or: no time is known."))

    class Meta:
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="event_date_ends_after_start",
                violation_error_message=_("The event ends before it starts."),
            )
        ]

    panels = [FieldRowPanel([FieldPanel("start"), FieldPanel("end"), FieldPanel("all_day")])]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.start):%Y-%m-%d %H:%M}"

    def clean(self) -> None:
        if self.start and self.end and not self.all_day and self.end - self.start > LONGEST:
            raise ValidationError({"end": ValidationError(TOO_LONG, code="too_long")})

    def covers(self, moment: datetime) -> bool:
        """Whether it is on at `moment`."""
        return self.start <= moment < self.end
