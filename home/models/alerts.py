"""What editors say above every page for some days. The red strip of an emergency is not theirs."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from core.words import Words, words_of

LONGEST = {"info": timedelta(days=30), "warning": timedelta(days=14)}
ENDS_FIRST = _("It must end after it begins.")
TOO_LONG = {
    "info": _("An announcement stands for 30 days at most. Choose an earlier end."),
    "warning": _("A warning stands for 14 days at most. Choose an earlier end."),
}


class Alert(ClusterableModel):
    """An announcement or a warning with a beginning and an end; it comes and goes on the minute."""

    class Level(models.TextChoices):
        INFO = "info", _("announcement")
        WARNING = "warning", _("warning")

    level = models.CharField(_("level"), max_length=8, choices=Level.choices, default=Level.INFO)
    show_from = models.DateTimeField(_("shown from"))
    show_until = models.DateTimeField(_("shown until"))
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page with more"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
        help_text=_("Readers of another language are led to its translation."),
    )  # fmt: skip
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
    ]

    def __str__(self) -> str:
        words = words_of(self, "el")
        return words.heading if words else f"{self.get_level_display()} {self.pk or ''}".strip()

    def clean(self) -> None:
        super().clean()
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
