"""Where something is."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from core.facts import Fact
from core.words import Words
from directory.degrees import DegreesField, check_order
from directory.models.codes import CodeField

POSTAL_CODE = RegexValidator(
    r"^\d{3} ?\d{2}$", _("Write the postal code with five digits, for example 185 31."), code="postal_code"
)

WITHHELD_IS_EMPTY = _(
    "The address of this location is withheld. Nothing of it is typed here: leave these fields empty."
)


class Location(Fact):
    """An address or a known place of a city. Several access points may share it."""

    code = CodeField()
    street = models.CharField(_("street"), max_length=120, blank=True)
    number = models.CharField(_("number"), max_length=20, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=6, blank=True, validators=[POSTAL_CODE])
    community = models.ForeignKey(
        "core.Community",
        verbose_name=_("municipal community"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="locations",
    )
    lat = DegreesField(_("latitude"), max_digits=8, decimal_places=6, null=True, blank=True)
    lon = DegreesField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    sensitive = models.BooleanField(
        _("address withheld"),
        default=False,
        editable=False,
        help_text=_("The address is kept apart, encrypted; here stands nothing of it."),
    )

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        ordering = ["street", "number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(lat__isnull=True, lon__isnull=True) | Q(lat__isnull=False, lon__isnull=False),
                name="location_both_coordinates",
                violation_error_message=_("Latitude and longitude go together."),
            ),
            models.CheckConstraint(
                condition=Q(lat__isnull=True) | (Q(lat__gte=34, lat__lte=42) & Q(lon__gte=19, lon__lte=30)),
                name="location_in_greece",
                violation_error_message=_("This point is outside Greece. Are latitude and longitude swapped?"),
            ),
            models.CheckConstraint(
                condition=Q(sensitive=False)
                | Q(street="", number="", postal_code="", community__isnull=True, lat__isnull=True),
                name="location_withheld_is_empty",
                violation_error_message=WITHHELD_IS_EMPTY,
            ),
        ]

    def __str__(self) -> str:
        if self.sensitive:
            return str(_("Withheld address %(code)s") % {"code": self.code})
        return " ".join(part for part in (self.street, self.number) if part) or self.slug

    def clean(self) -> None:
        super().clean()
        check_order(self.lat, self.lon)


class LocationWords(Words):
    """City and way there in one language."""

    location = ParentalKey(Location, related_name="words", on_delete=models.CASCADE)
    city = models.CharField(_("city"), max_length=80)
    way = models.CharField(
        _("way there"),
        max_length=300,
        blank=True,
        help_text=_("Floor, door, stop, a landmark that everyone knows."),
    )

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("location", "language", name="location_words_once_a_language")]

    def clean(self) -> None:
        super().clean()
        if self.way and self.location_id and self.location.sensitive:
            raise ValidationError({"way": ValidationError(WITHHELD_IS_EMPTY, code="withheld")})
