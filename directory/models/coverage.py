"""Who is reached where: the areas of access points, derived, and a record of them at each end of a month."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from directory.models.access import AccessPoint

CITY = "city"  # the whole city, where else the key of a community stands
WEEK_MINUTES = 7 * 24 * 60


class ServedArea(models.Model):
    """An area that an access point serves and its usual week there; no community means the whole city.

    Derived together with the open intervals, so that counting the coverage is one grouped query and every
    list that the matrix links to reads the same rows.
    """

    access_point = models.ForeignKey(AccessPoint, related_name="areas", on_delete=models.CASCADE)
    community = models.ForeignKey("core.Community", null=True, related_name="served_areas", on_delete=models.CASCADE)
    minutes = models.PositiveSmallIntegerField(default=0)  # open in a week, mean of the coming eight; 0: not known
    days = models.PositiveSmallIntegerField(default=0)  # of the week, open in most of the coming eight
    by_appointment = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("access_point", "community", name="served_area_once"),
            models.UniqueConstraint("access_point", condition=Q(community=None), name="served_area_one_city"),
            models.CheckConstraint(
                condition=Q(days__lte=7, minutes__lte=WEEK_MINUTES), name="served_area_week_has_seven_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.access_point_id}: {self.community_id or CITY}"


class CoverageSnapshot(models.Model):
    """The coverage as it was when a month had ended: what later months are compared with.

    `cells` holds [area, channel, structures] for every cell that is not empty; areas by key.
    """

    month = models.DateField(_("month"), unique=True, help_text=_("The first day of the month that ended."))
    taken_at = models.DateTimeField(_("recorded at"))
    cells = models.JSONField(_("cells"), default=list)

    class Meta:
        verbose_name = _("record of the coverage")
        verbose_name_plural = _("records of the coverage")
        ordering = ["-month"]
        get_latest_by = "month"
        constraints = [
            models.CheckConstraint(condition=Q(month__day=1), name="coverage_snapshot_of_a_whole_month"),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"
