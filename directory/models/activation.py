"""Emergencies: what one person prepares, another approves, every reader sees, and nobody rewrites afterwards."""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from core.words import Words, own_words
from directory.hours.read import read_hours
from directory.hours.refusals import HoursRefused
from directory.models.access import AccessPoint
from directory.models.append_only import AppendOnly
from directory.models.place import Location

LONGEST_ACTIVATION = timedelta(days=14)
SECOND_PERSON = _("A second person approves: not who proposed it, and not who changed it last.")
ENDS_FIRST = _("It must end after it begins.")
CLOSED_IS_BARE = _("A place that is closed has no hours, number or other address.")


class ActivationKind(models.TextChoices):
    """What has happened; each has ready sentences (`directory.emergencies`)."""

    HEAT = "heat", _("Heatwave")
    COLD = "cold", _("Cold")
    FLOOD = "flood", _("Flood")
    QUAKE = "quake", _("Earthquake")
    FIRE = "fire", _("Fire")
    HEALTH = "health", _("Danger to health")
    OTHER = "other", pgettext_lazy("emergency", "Other")


class ActivationState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("emergency", "draft")
    PROPOSED = "proposed", _("waits for a second person")
    ACTIVE = "active", pgettext_lazy("emergency", "in force")
    ENDED = "ended", pgettext_lazy("emergency", "ended")


class OverrideKind(models.TextChoices):
    OPEN = "open", pgettext_lazy("in an emergency", "open")
    CLOSED = "closed", pgettext_lazy("in an emergency", "closed")


def person(name: str) -> models.ForeignKey:
    """Somebody who is remembered: an account that has decided cannot be deleted, only closed."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=name,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )


class Override(models.Model):
    """What an emergency changes at one access point. Open without hours means open throughout."""

    access_point = models.ForeignKey(
        AccessPoint, verbose_name=_("access point"), on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(_("is"), max_length=6, choices=OverrideKind.choices, default=OverrideKind.OPEN)
    osm = models.CharField(_("hours"), max_length=255, blank=True, help_text=_("Empty: day and night."))
    number = models.CharField(_("number for this time"), max_length=24, blank=True)
    location = models.ForeignKey(
        Location,
        verbose_name=_("at another place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.access_point.structure}: {self.get_kind_display()}"

    def clean(self) -> None:
        super().clean()
        if self.kind == OverrideKind.CLOSED and (self.osm or self.number or self.location_id):
            raise ValidationError(CLOSED_IS_BARE, code="closed_is_bare")
        if self.osm:
            try:
                self.osm = read_hours(self.osm, today=date.min)
            except HoursRefused as refusal:
                raise ValidationError({"osm": refusal}) from refusal


class ActivationPlan(ClusterableModel):
    """What is prepared on quiet days: which places open when a kind of emergency comes. Changes nothing by itself."""

    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=8, choices=ActivationKind.choices)
    reviewed_on = models.DateField(_("reviewed on"), help_text=_("It is read again every six months."))

    class Meta:
        verbose_name = _("emergency plan")
        verbose_name_plural = _("emergency plans")
        ordering = ["kind", "name"]

    def __str__(self) -> str:
        return self.name


class PlanOverride(Override, Orderable):
    plan = ParentalKey(ActivationPlan, related_name="overrides", on_delete=models.CASCADE)

    class Meta(Orderable.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")


class Activation(models.Model):
    """An emergency from draft to end. Written by `directory.services.emergencies` alone."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=8, choices=ActivationKind.choices)
    drill = models.BooleanField(_("drill"), default=False)
    start = models.DateTimeField(_("from"), null=True, blank=True, help_text=_("Empty: as soon as it is approved."))
    until = models.DateTimeField(_("until"))
    communities = models.ManyToManyField("core.Community", verbose_name=_("communities"), blank=True, related_name="+")
    state = models.CharField(_("state"), max_length=8, choices=ActivationState.choices, default=ActivationState.DRAFT)
    created = models.DateTimeField(_("drafted"))
    edited_by = person(_("changed last by"))
    proposed_by = person(_("proposed by"))
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True)
    approved_by = person(_("approved by"))
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    longer_until = models.DateTimeField(_("to be prolonged until"), null=True, blank=True)
    longer_by = person(_("prolongation proposed by"))
    longer_at = models.DateTimeField(null=True, blank=True)
    prolonged = models.BooleanField(default=False)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    ended_by = person(_("ended by"))

    class Meta:
        verbose_name = _("activation")
        verbose_name_plural = _("activations")
        ordering = ["-created", "-pk"]
        default_permissions = ()
        permissions = [
            ("propose_activation", "Can draft, propose and end emergencies"),
            ("approve_activation", "Can approve emergencies that somebody else proposed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | (~Q(approved_by=F("proposed_by")) & ~Q(approved_by=F("edited_by"))),
                name="activation_two_persons",
                violation_error_message=SECOND_PERSON,
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(ActivationState.ACTIVE, ActivationState.ENDED))
                | Q(
                    proposed_by__isnull=False,
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                    start__isnull=False,
                ),
                name="activation_in_force_is_approved",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(ActivationState.ACTIVE, ActivationState.ENDED)) | Q(approved_by__isnull=True),
                name="activation_waiting_is_not_approved",
            ),
            models.CheckConstraint(
                condition=~Q(state=ActivationState.PROPOSED) | Q(proposed_by__isnull=False, proposed_at__isnull=False),
                name="activation_proposed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state=ActivationState.ENDED, ended_at__isnull=False)
                | (~Q(state=ActivationState.ENDED) & Q(ended_at__isnull=True)),
                name="activation_ended_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(until__gt=F("start")),
                name="activation_ends_after_it_begins",
                violation_error_message=ENDS_FIRST,
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(prolonged=True) | Q(until__lte=F("start") + LONGEST_ACTIVATION),
                name="activation_not_too_long",
            ),
        ]

    def __str__(self) -> str:
        words = own_words(self) if self.pk else None
        return words.title if words else self.get_kind_display()

    @property
    def first_persons(self) -> tuple[int | None, ...]:
        """Keys of those who cannot be the second person for what is asked now."""
        if self.state == ActivationState.ACTIVE:
            return (self.longer_by_id,)
        return (self.proposed_by_id, self.edited_by_id)


class ActivationWords(Words):
    """What readers of one language are told; “until when” is said by the hub itself."""

    activation = models.ForeignKey(Activation, related_name="words", on_delete=models.CASCADE)
    title = models.CharField(_("title"), max_length=60)
    message = models.CharField(_("what to do"), max_length=200)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("activation", "language", name="activation_words_once_a_language")]

    def __str__(self) -> str:
        return self.title


class ActivationOverride(Override):
    activation = models.ForeignKey(Activation, related_name="overrides", on_delete=models.CASCADE)

    class Meta:
        verbose_name = _("place in an emergency")
        verbose_name_plural = _("places in an emergency")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("activation", "access_point", name="activation_override_once"),
            models.CheckConstraint(
                condition=~Q(kind=OverrideKind.CLOSED) | Q(osm="", number="", location__isnull=True),
                name="activation_closed_is_bare",
                violation_error_message=CLOSED_IS_BARE,
            ),
        ]


class ActivationLog(AppendOnly):
    """Who did what to an emergency, when, from what to what, why. Rows are added, never changed."""

    class What(models.TextChoices):
        DRAFTED = "drafted", _("drafted")
        EDITED = "edited", _("changed")
        PROPOSED = "proposed", _("proposed")
        APPROVED = "approved", _("approved")
        REFUSED = "refused", _("was refused")
        SEEN = "seen", _("was seen")
        LONGER_PROPOSED = "longer_proposed", _("proposed a prolongation")
        PROLONGED = "prolonged", _("prolonged")
        ENDED = "ended", _("ended it")
        OVER = "over", _("ended by itself")

    activation = models.ForeignKey(Activation, on_delete=models.PROTECT, related_name="log")
    person = person(_("who"))
    what = models.CharField(_("what"), max_length=16, choices=What.choices)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    letters = models.PositiveIntegerField(_("letters written"), default=0)
    seconds = models.FloatField(_("seconds until it was seen"), null=True, blank=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("entry of the emergencies' log")
        verbose_name_plural = _("log of the emergencies")

    def __str__(self) -> str:
        return f"{self.activation}: {self.get_what_display()}"


class DrillReminder(models.Model):
    """That the crisis team was reminded of a drill by letter, once for each time that one is due."""

    due = models.DateField(_("due since"), unique=True)
    sent = models.DateTimeField(_("written"))
    letters = models.PositiveIntegerField(_("letters written"))

    class Meta:
        verbose_name = _("reminder of a drill")
        verbose_name_plural = _("reminders of drills")
        ordering = ["-sent"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.due)
