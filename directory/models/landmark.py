"""Places that everyone knows: for “near” without a position."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.words import Words, own_words
from directory.degrees import DegreesField, check_order


class Landmark(ClusterableModel):
    """A station, a square, a theatre: people say where they are by it."""

    slug = models.SlugField(_("key"), max_length=80, unique=True)
    lat = DegreesField(_("latitude"), max_digits=8, decimal_places=6)
    lon = DegreesField(_("longitude"), max_digits=9, decimal_places=6)
    community = models.ForeignKey(
        "core.Community",
        verbose_name=_("municipal community"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="landmarks",
    )

    class Meta:
        verbose_name = _("landmark")
        verbose_name_plural = _("landmarks")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(lat__gte=34, lat__lte=42) & Q(lon__gte=19, lon__lte=30),
                name="landmark_in_greece",
                violation_error_message=_("This point is outside Greece. Are latitude and longitude swapped?"),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        check_order(self.lat, self.lon)

    def __str__(self) -> str:
        words = own_words(self)
        return words.name if words else self.slug

    def cache_tags(self) -> set[str]:
        return {"list:directory"}


class LandmarkWords(Words):
    """Its name in one language."""

    landmark = ParentalKey(Landmark, related_name="words", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=120)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("landmark", "language", name="landmark_words_once_a_language")]
