"""Days that are not as the week says: closures, special hours, holidays of the place."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.words import Words, own_words
from directory.dates import check_year
from directory.hours.read import read_hours
from directory.hours.refusals import HoursRefused
from directory.models.access import AccessPoint
from directory.models.choices import ClosureKind, HolidayKind
from directory.models.organisation import Organisation
from directory.models.structure import Structure

LONGEST = timedelta(days=366)
ENDS_BEFORE = _("The last day is before the first day.")


class Closure(ClusterableModel):
    """Days on which one way in, a structure, all of an organisation, or the hub is closed or has special hours."""

    structure = models.ForeignKey(
        Structure,
        verbose_name=_("structure"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="closures",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("all structures of"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="closures",
    )
    access_point = ParentalKey(
        AccessPoint,
        verbose_name=_("only this way in"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="closures",
    )
    first_day = models.DateField(_("first day"), validators=[check_year])
    last_day = models.DateField(_("last day"), validators=[check_year], help_text=_("Included."))
    kind = models.CharField(_("kind"), max_length=10, choices=ClosureKind.choices, default=ClosureKind.CLOSED)
    osm = models.CharField(_("special hours"), max_length=255, blank=True, help_text=_("For example 08:00-12:00"))

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["-first_day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="closure_range",
                violation_error_message=ENDS_BEFORE,
            ),
            models.CheckConstraint(
                condition=Q(structure__isnull=True, organisation__isnull=True)
                | Q(structure__isnull=True, access_point__isnull=True)
                | Q(organisation__isnull=True, access_point__isnull=True),
                name="closure_one_owner",
                violation_error_message=_("Choose a structure or an organisation, not both; none means the whole hub."),
            ),
            models.CheckConstraint(
                condition=(Q(kind=ClosureKind.SPECIAL) & ~Q(osm="")) | (Q(kind=ClosureKind.CLOSED) & Q(osm="")),
                name="closure_special_has_hours",
                violation_error_message=_("Special hours need the hours; a closure has none."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_day:%d/%m/%Y}–{self.last_day:%d/%m/%Y}"

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day:
            try:
                self.check_days()
            except ValidationError as refusal:
                raise ValidationError({"last_day": refusal}) from refusal
        if self.osm:
            try:
                self.osm = read_hours(self.osm, today=date.min)
            except HoursRefused as refusal:
                raise ValidationError({"osm": refusal}) from refusal

    def check_days(self) -> None:
        """Raises ValidationError for days in the wrong order, and for more than a year."""
        if self.last_day < self.first_day:
            raise ValidationError(ENDS_BEFORE, code="closure_range")
        if self.last_day - self.first_day >= LONGEST:
            raise ValidationError(
                _("A closure lasts a year at most. Pause the structure instead."), code="closure_long"
            )

    def cache_tags(self) -> set[str]:
        """A closure may show on every page of the directory."""
        return {"list:directory", "closures"}


class ClosureWords(Words):
    """Why it is closed, in one language."""

    closure = ParentalKey(Closure, related_name="words", on_delete=models.CASCADE)
    reason = models.CharField(_("reason"), max_length=120, help_text=_("For example: summer break."))

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("closure", "language", name="closure_words_once_a_language")]


class HolidayRule(ClusterableModel):
    """A holiday of this place, or one that was moved to another day this year."""

    day = models.DateField(_("day"), validators=[check_year])
    kind = models.CharField(_("kind"), max_length=12, choices=HolidayKind.choices, default=HolidayKind.LOCAL)

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(
                "day",
                "kind",
                name="holiday_once_a_day",
                violation_error_message=_("This day is already there."),
            )
        ]

    def __str__(self) -> str:
        words = own_words(self)
        return f"{self.day:%d/%m/%Y} {words.name if words else ''}".strip()

    def cache_tags(self) -> set[str]:
        return {"list:directory", "holidays"}


class HolidayWords(Words):
    holiday = ParentalKey(HolidayRule, related_name="words", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=80)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("holiday", "language", name="holiday_words_once_a_language")]
