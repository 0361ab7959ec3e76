"""Where the communities lie: the borders of which the maps are drawn."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CommunityOutline(models.Model):
    """The borders of one community as readers need them: simplified, without gaps to its neighbours.

    All are written together, from one file (services/outlines.py). A schematic outline says which communities there
    are and nothing of where they lie: no place is ever drawn on it.
    """

    community = models.OneToOneField(
        "core.Community",
        verbose_name=_("municipal community"),
        on_delete=models.CASCADE,
        related_name="outline",
    )
    # Polygons, each of rings (the outer one first), each of points (longitude, latitude).
    polygons = models.JSONField(_("polygons"))
    # Where its name stands.
    lat = models.DecimalField(_("latitude"), max_digits=8, decimal_places=6)
    lon = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6)
    schematic = models.BooleanField(_("schematic"), default=False)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("outline of a community")
        verbose_name_plural = _("outlines of communities")
        ordering = ["community__order", "community__slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(schematic=True) | (Q(lat__gte=34, lat__lte=42) & Q(lon__gte=19, lon__lte=30)),
                name="outline_in_greece",
                violation_error_message=_("This point is outside Greece. Are latitude and longitude swapped?"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.community)

    def cache_tags(self) -> set[str]:
        """Maps stand on lists, on pages of structures and communities."""
        return {"list:directory"}
