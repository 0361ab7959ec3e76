"""What editors say above every page for some days. The red strip of an emergency is not theirs."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import get_page_models

from core.pages import HubPage
from core.words import Words, own_words

LONGEST = {"info": timedelta(days=30), "warning": timedelta(days=14)}
ENDS_FIRST = _("It must end after it begins.")
TOO_LONG = {
    "info": _("An announcement stands for 30 days at most. Choose an earlier end."),
    "warning": _("A warning stands for 14 days at most. Choose an earlier end."),
}
NO_SECTION = _("Choose the section on whose pages it stands, or let it stand everywhere.")


def page_types() -> Q:
    """The kinds of page on which an alert may stand alone."""
    models_of_pages = [model for model in get_page_models() if issubclass(model, HubPage) and model.is_creatable]
    return Q(pk__in=[kind.pk for kind in ContentType.objects.get_for_models(*models_of_pages).values()])


class Alert(ClusterableModel):
    """An announcement or a warning with a beginning and an end; it comes and goes on the minute."""

    class Level(models.TextChoices):
        INFO = "info", _("announcement")
        WARNING = "warning", _("warning")

    class Place(models.TextChoices):
        EVERYWHERE = "everywhere", _("on every page")
        TYPES = "types", _("on some kinds of page")
        SECTION = "section", _("on a page and all below it")
        COMMUNITY = "community", _("on the pages of some communities")

    level = models.CharField(_("level"), max_length=8, choices=Level.choices, default=Level.INFO)
    show_from = models.DateTimeField(_("shown from"))
    show_until = models.DateTimeField(_("shown until"))
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page with more"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
        help_text=_("Readers of another language are led to its translation."),
    )  # fmt: skip
    place = models.CharField(_("where"), max_length=10, choices=Place.choices, default=Place.EVERYWHERE)
    page_types = ParentalManyToManyField(
        ContentType, verbose_name=_("kinds of page"), blank=True, related_name="+", limit_choices_to=page_types
    )
    section = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("section"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="+",
        help_text=_("Its translations are meant too."),
    )  # fmt: skip
    communities = ParentalManyToManyField(
        "core.Community", verbose_name=_("municipal communities"), blank=True, related_name="+"
    )
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["-show_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(show_until__gt=F("show_from")),
                name="alert_ends_after_it_begins",
                violation_error_message=ENDS_FIRST,
            ),
            models.CheckConstraint(
                condition=~Q(place="section") | Q(section__isnull=False),
                name="alert_of_a_section_has_one",
                violation_error_message=NO_SECTION,
            ),
            *(
                models.CheckConstraint(
                    condition=~Q(level=level) | Q(show_until__lte=F("show_from") + longest),
                    name=f"alert_{level}_not_too_long",
                    violation_error_message=TOO_LONG[level],
                )
                for level, longest in LONGEST.items()
            ),
        ]

    panels = [
        FieldPanel("level"),
        FieldRowPanel([FieldPanel("show_from"), FieldPanel("show_until")]),
        InlinePanel("words", label=_("Words"), heading=_("Words in each language"), min_num=2),
        FieldPanel("page"),
        MultiFieldPanel(
            [FieldPanel("place"), FieldPanel("page_types"), FieldPanel("section"), FieldPanel("communities")],
            heading=_("Where it stands"),
        ),
    ]

    def __str__(self) -> str:
        words = own_words(self)
        return words.heading if words else f"{self.get_level_display()} {self.pk or ''}".strip()

    def clean(self) -> None:
        super().clean()
        if self.place == self.Place.SECTION and not self.section_id:
            raise ValidationError({"section": ValidationError(NO_SECTION, code="no_section")})
        if not (self.show_from and self.show_until):
            return
        if self.show_until <= self.show_from:
            raise ValidationError({"show_until": ValidationError(ENDS_FIRST, code="ends_first")})
        if self.show_until - self.show_from > LONGEST[self.level]:
            raise ValidationError({"show_until": ValidationError(TOO_LONG[self.level], code="too_long")})

    def cache_tags(self) -> set[str]:
        """An alert stands on every page."""
        return {"alerts", "site"}


class AlertWords(Words):
    """What an alert says in one language."""

    alert = ParentalKey(Alert, related_name="words", on_delete=models.CASCADE)
    heading = models.CharField(_("heading"), max_length=60)
    text = models.CharField(_("text"), max_length=200, blank=True)
    link_text = models.CharField(_("words of the link"), max_length=60, blank=True)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("alert", "language", name="alert_words_once_a_language")]
