"""The mobile unit and its visits: where it stands, on which day, from when to when."""

import uuid
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.words import Words, own_words
from directory.dates import check_year
from directory.models.codes import CodeField
from directory.models.place import Location
from directory.models.structure import Structure

LONGEST = timedelta(hours=14)
ELSEWHERE = _("The unit is elsewhere at this time: %(visit)s.")


class MobileUnit(ClusterableModel):
    """A vehicle that comes to neighbourhoods for a structure."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = CodeField()
    structure = ParentalKey(
        Structure, verbose_name=_("structure"), on_delete=models.PROTECT, related_name="mobile_units"
    )

    class Meta:
        verbose_name = _("mobile unit")
        verbose_name_plural = _("mobile units")
        ordering = ["code"]

    def __str__(self) -> str:
        words = own_words(self)
        return words.name if words else self.code

    def cache_tags(self) -> set[str]:
        return {"visits", f"structure:{self.structure_id}"}


class MobileUnitWords(Words):
    """What people call it, in one language."""

    unit = ParentalKey(MobileUnit, related_name="words", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=120)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("unit", "language", name="mobile_unit_words_once_a_language")]


class VisitState(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("visit", "planned")
    CONFIRMED = "confirmed", pgettext_lazy("visit", "confirmed")
    CANCELLED = "cancelled", pgettext_lazy("visit", "cancelled")
    MOVED = "moved", pgettext_lazy("visit", "moved")


TAKES_PLACE = (VisitState.PLANNED, VisitState.CONFIRMED)


class MobileVisit(ClusterableModel):
    """A unit in a community for some hours. What is cancelled or moved stays, so that people learn of it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(MobileUnit, verbose_name=_("mobile unit"), on_delete=models.CASCADE, related_name="visits")
    start = models.DateTimeField(_("from"), validators=[check_year], db_index=True)
    end = models.DateTimeField(_("to"), validators=[check_year])
    community = models.ForeignKey(
        "core.Community",
        verbose_name=_("municipal community"),
        on_delete=models.PROTECT,
        related_name="visits",
    )
    location = models.ForeignKey(
        Location,
        verbose_name=_("location"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="visits",
        help_text=_("Where it stands. Empty: the community alone is named."),
    )
    state = models.CharField(_("state"), max_length=10, choices=VisitState.choices, default=VisitState.PLANNED)
    replaces = models.OneToOneField(
        "self",
        verbose_name=_("instead of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaced_by",
        help_text=_("The visit that was moved to this day."),
    )
    # Calendars that people keep know by it which of two versions is newer.
    sequence = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("visit of a mobile unit")
        verbose_name_plural = _("visits of mobile units")
        ordering = ["start", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="visit_range",
                violation_error_message=_("The visit ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("id")),
                name="visit_not_instead_of_itself",
                violation_error_message=_("A visit does not stand in for itself."),
            ),
            models.UniqueConstraint(
                fields=["unit", "start"],
                condition=Q(state__in=TAKES_PLACE),
                name="visit_one_place_at_a_time",
                violation_error_message=_("The unit already has a visit that begins at this time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.start):%d/%m/%Y %H:%M} {self.community}"

    def clean(self) -> None:
        super().clean()
        if self.start and self.end and self.end - self.start > LONGEST:
            raise ValidationError({"end": ValidationError(_("A visit lasts 14 hours at most."), code="visit_long")})
        if self.location_id and self.location.sensitive:
            sentence = _("The address of this location is withheld. Choose another one.")
            raise ValidationError({"location": ValidationError(sentence, code="withheld")})
        other = self._elsewhere()
        if other:
            refusal = ValidationError(ELSEWHERE, code="visit_elsewhere", params={"visit": other})
            raise ValidationError({"start": refusal})

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            self.sequence += 1
        super().save(*args, **kwargs)

    def cache_tags(self) -> set[str]:
        return {"visits"}

    def _elsewhere(self) -> "MobileVisit | None":
        if self.state not in TAKES_PLACE or not (self.start and self.end and self.unit_id):
            return None
        others = MobileVisit.objects.filter(unit=self.unit_id, state__in=TAKES_PLACE).exclude(pk=self.pk)
        return others.filter(start__lt=self.end, end__gt=self.start).select_related("community").first()


class MobileVisitWords(Words):
    """Why it is cancelled or moved, or what else people should know, in one language."""

    visit = ParentalKey(MobileVisit, related_name="words", on_delete=models.CASCADE)
    note = models.CharField(_("note"), max_length=200)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("visit", "language", name="visit_words_once_a_language")]
