"""In which languages people are served, and how."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from core.taxonomy import SpokenLanguage
from directory.hours.read import read_hours
from directory.hours.refusals import HoursRefused
from directory.models.choices import Channel
from directory.models.structure import Structure


class LanguageHow(models.TextChoices):
    """Who speaks it; empty while nobody has said."""

    STAFF = "staff", _("spoken by the staff")
    INTERPRETER = "interpreter", _("with an interpreter")
    PHONE_INTERPRETER = "phone_interpreter", _("with an interpreter on the phone")
    ON_REQUEST = "on_request", _("if you ask beforehand")


class LanguageOffer(Orderable):
    """A language of a structure, or of one of its channels; sign languages too."""

    structure = ParentalKey(Structure, related_name="language_offers", on_delete=models.CASCADE)
    language = models.ForeignKey(
        SpokenLanguage, verbose_name=_("language"), on_delete=models.PROTECT, related_name="offers"
    )
    how = models.CharField(
        _("how"), max_length=18, choices=LanguageHow.choices, blank=True, help_text=_("Empty: not known.")
    )
    channel = models.CharField(
        _("only by"), max_length=12, choices=Channel.choices, blank=True, help_text=_("Empty: by every way in.")
    )
    osm = models.CharField(
        _("only at these hours"), max_length=255, blank=True, help_text=_("For example Tu 10:00-13:00")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        constraints = [
            models.UniqueConstraint(
                "structure",
                "language",
                "how",
                "channel",
                name="language_offer_once",
                violation_error_message=_("This language is already there in this way."),
            )
        ]

    def __str__(self) -> str:
        return str(self.language)

    def clean(self) -> None:
        super().clean()
        try:
            self.osm = read_hours(self.osm, today=date.min) if self.osm else ""
        except HoursRefused as refusal:
            raise ValidationError({"osm": refusal}) from refusal
