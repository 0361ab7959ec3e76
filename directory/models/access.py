"""Ways in: access points with their lines and schedules."""

import uuid
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from core.settings_models import HubSettings
from core.snapshot import snapshot
from core.words import Words
from directory import phones
from directory.dates import check_year
from directory.hours.read import read_hours
from directory.hours.refusals import HoursRefused
from directory.models.choices import (
    AT_A_PLACE,
    WITHOUT_A_PLACE,
    Channel,
    LineCost,
    LineKind,
    ScheduleKind,
)
from directory.models.codes import CodeField
from directory.models.organisation import Organisation
from directory.models.place import Location
from directory.models.structure import Structure

E164_OR_SHORT = r"^(\+[1-9][0-9]{6,14}|[0-9]{3,6})$"
PREMIUM = "+3090"
NEEDS_PLACE = _("This channel needs a location.")
FORBIDS_PLACE = _("This channel has no location: choose communities instead.")


@snapshot("directory.short_numbers", tags={"settings"})
def short_numbers() -> frozenset[str]:
    """National short numbers that editors of the hub allow on lines."""
    return frozenset(number for hub in HubSettings.objects.all() for number in hub.short_number_list())


class AccessPoint(Orderable, ClusterableModel):
    """One channel by which people reach a structure, with the area it serves."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = CodeField()
    structure = ParentalKey(Structure, related_name="access_points", on_delete=models.CASCADE)
    channel = models.CharField(_("channel"), max_length=12, choices=Channel.choices)
    citywide = models.BooleanField(_("serves the whole city"), default=True)
    communities = ParentalManyToManyField(
        "core.Community",
        verbose_name=_("serves these communities"),
        blank=True,
        related_name="access_points",
        help_text=_("Only when it does not serve the whole city."),
    )
    location = models.ForeignKey(
        Location,
        verbose_name=_("location"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="access_points",
    )
    url = models.URLField(_("address on the web"), blank=True, max_length=300)
    email = models.EmailField(_("e-mail"), blank=True)
    first_contact = models.BooleanField(
        _("first contact"),
        default=True,
        help_text=_("People may come here without having been elsewhere first."),
    )
    walk_in = models.BooleanField(_("without appointment"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("access point")
        verbose_name_plural = _("access points")
        constraints = [
            models.CheckConstraint(
                condition=~Q(channel__in=AT_A_PLACE) | Q(location__isnull=False),
                name="access_point_needs_place",
                violation_error_message=NEEDS_PLACE,
            ),
            models.CheckConstraint(
                condition=~Q(channel__in=WITHOUT_A_PLACE) | Q(location__isnull=True),
                name="access_point_forbids_place",
                violation_error_message=FORBIDS_PLACE,
            ),
            models.UniqueConstraint(
                "structure",
                "channel",
                "location",
                name="access_point_once_a_place",
                violation_error_message=_("This channel is already there for this location."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_channel_display()

    def cache_tags(self) -> set[str]:
        """Its lines and schedules are saved by themselves too."""
        return {f"structure:{self.structure_id}", "list:directory"}

    def clean(self) -> None:
        super().clean()
        if self.channel in AT_A_PLACE and not self.location_id:
            raise ValidationError({"location": ValidationError(NEEDS_PLACE, code="needs_place")})
        if self.channel in WITHOUT_A_PLACE and self.location_id:
            raise ValidationError({"location": ValidationError(FORBIDS_PLACE, code="forbids_place")})


class AccessPointWords(Words):
    """What readers should know of this way in, in one language."""

    access_point = ParentalKey(AccessPoint, related_name="words", on_delete=models.CASCADE)
    note = models.CharField(_("note"), max_length=300)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("access_point", "language", name="access_point_words_once_a_language")]


class ContactLine(Orderable):
    """A number of an access point, or of an organisation as a whole."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    access_point = ParentalKey(AccessPoint, null=True, blank=True, related_name="lines", on_delete=models.CASCADE)
    organisation = ParentalKey(Organisation, null=True, blank=True, related_name="lines", on_delete=models.CASCADE)
    kind = models.CharField(_("kind of line"), max_length=12, choices=LineKind.choices, default=LineKind.VOICE)
    number = models.CharField(
        _("number"),
        max_length=24,
        help_text=_("10 digits, or with + and the country code, or a short number."),
    )
    extension = models.CharField(_("extension"), max_length=6, blank=True)
    cost = models.CharField(_("cost of the call"), max_length=10, choices=LineCost.choices, default=LineCost.UNKNOWN)
    in_danger = models.BooleanField(
        _("for people in danger"), default=False, help_text=_("Offered under “I am in danger now”.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("line")
        verbose_name_plural = _("lines")
        constraints = [
            models.CheckConstraint(
                condition=Q(access_point__isnull=False, organisation__isnull=True)
                | Q(access_point__isnull=True, organisation__isnull=False),
                name="line_one_owner",
                violation_error_message=_("A line belongs to one access point or to one organisation."),
            ),
            models.CheckConstraint(
                condition=Q(number__regex=E164_OR_SHORT),
                name="line_number_form",
                violation_error_message=_("The number is stored as + and digits, or as a short number."),
            ),
            models.CheckConstraint(
                condition=~Q(number__startswith=PREMIUM),
                name="line_no_premium",
                violation_error_message=_("Numbers with a premium charge are not published."),
            ),
            models.UniqueConstraint(
                "access_point",
                "kind",
                "number",
                name="line_once_an_access_point",
                violation_error_message=_("This number is already there."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def clean(self) -> None:
        super().clean()
        try:
            self.number = phones.parse(self.number, short_numbers=short_numbers())
        except phones.PhoneRefused as refusal:
            raise ValidationError({"number": refusal}) from refusal


class Schedule(Orderable):
    """When an access point answers or is open, for one season."""

    access_point = ParentalKey(AccessPoint, related_name="schedules", on_delete=models.CASCADE)
    kind = models.CharField(_("hours"), max_length=12, choices=ScheduleKind.choices, default=ScheduleKind.UNKNOWN)
    osm = models.CharField(
        _("hours of the week"),
        max_length=255,
        blank=True,
        help_text=_("For example Mo-Fr 08:00-15:00; Sa 10:00-13:00"),
    )
    booking_osm = models.CharField(
        _("hours for booking"),
        max_length=255,
        blank=True,
        help_text=_("When appointments are made by phone."),
    )
    observes_holidays = models.BooleanField(_("closed on public holidays"), default=True)
    valid_from = models.DateField(
        _("from"), validators=[check_year], null=True, blank=True, help_text=_("Only for a season.")
    )
    valid_to = models.DateField(_("to"), validators=[check_year], null=True, blank=True)
    source_wording = models.CharField(
        _("in the source's words"),
        max_length=255,
        blank=True,
        help_text=_("Shown as a quotation while unconfirmed."),
    )
    proposed_osm = models.CharField(
        _("proposal"),
        max_length=255,
        blank=True,
        help_text=_("What the hours may be. Readers do not see it."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("schedule")
        verbose_name_plural = _("schedules")
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind=ScheduleKind.HOURS) & ~Q(osm=""))
                | Q(kind=ScheduleKind.APPOINTMENT)
                | (Q(kind__in=(ScheduleKind.ALWAYS, ScheduleKind.UNKNOWN)) & Q(osm="")),
                name="schedule_text_iff_hours",
                violation_error_message=_("Write the hours exactly when you choose “hours of the week”."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="schedule_valid_range",
                violation_error_message=_("The season ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.osm or self.get_kind_display()

    def clean(self) -> None:
        super().clean()
        for field in ("osm", "booking_osm", "proposed_osm"):
            try:
                typed = getattr(self, field)
                setattr(self, field, read_hours(typed, today=date.min) if typed else "")
            except HoursRefused as refusal:
                raise ValidationError({field: refusal}) from refusal

    def overlaps(self, other: "Schedule") -> bool:
        """Whether two seasons share a day; one without dates is the rule beside which seasons stand."""
        if not (self.valid_from or self.valid_to) or not (other.valid_from or other.valid_to):
            return not any((self.valid_from, self.valid_to, other.valid_from, other.valid_to))
        begins_late = self.valid_from and other.valid_to and self.valid_from > other.valid_to
        ends_early = self.valid_to and other.valid_from and self.valid_to < other.valid_from
        return not (begins_late or ends_early)


class OpenInterval(models.Model):
    """A stretch of being open, derived for the coming weeks: "open now" is one indexed query."""

    class Kind(models.TextChoices):
        OPEN = "open", _("Open")
        MAYBE = "maybe", _("Perhaps open")

    access_point = models.ForeignKey(AccessPoint, related_name="intervals", on_delete=models.CASCADE)
    start = models.DateTimeField()
    end = models.DateTimeField()
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.OPEN)

    class Meta:
        indexes = [models.Index(fields=["start", "end"], name="open_interval_range")]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="open_interval_range_order"),
        ]

    def __str__(self) -> str:
        return f"{self.start:%Y-%m-%d %H:%M}–{self.end:%Y-%m-%d %H:%M}"
