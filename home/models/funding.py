"""Who pays: programmes, and what their rules of publicity make a page say.

The words of a band are rows and not code: they follow Regulation 1303/2013 annex XII for 2014–2020 and
Regulation 2021/1060 art. 47–50 for 2021–2027, and a managing authority may ask for others.
"""

import re

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from core.facts import Fact
from core.words import Words, own_words
from home.emblems import plain_emblem

SHORTENED = re.compile(r"\b(EU|E\.U\.|ΕΕ|Ε\.Ε\.)(?!\w)")
IN_FULL = _("Write “European Union” in full: the rules take no abbreviation.")


class PublicityProfile(Fact):
    """The rules of one programming period: what must stand beside what it pays."""

    legal_basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    legal_url = models.URLField(_("address of the legal text"), blank=True)

    class Place(models.TextChoices):
        PROMINENT = "prominent", _("at the end of the page")
        FIRST_VIEW = "first_view", _("under the header, seen without scrolling")

    shows_emblem = models.BooleanField(_("emblem of the European Union"), default=True)
    emblem = models.FileField(
        _("another drawing of the emblem"), upload_to="emblems", blank=True, validators=[plain_emblem],
        help_text=_("SVG, 3:2. Empty: the emblem of the European Union as the Commission draws it."),
    )  # fmt: skip
    names_fund = models.BooleanField(_("the fund is named"), default=False)
    place = models.CharField(_("where it stands"), max_length=10, choices=Place.choices, default=Place.PROMINENT)
    emblem_height = models.PositiveSmallIntegerField(
        _("smallest height of the emblem in pixels"), default=30,
        validators=[MinValueValidator(30), MaxValueValidator(40)],
        help_text=_("Under the header, from 30 (as wide as the hub’s own sign) to 40; in the full band twice as high."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("rules of publicity")
        verbose_name_plural = _("rules of publicity")
        ordering = ["slug"]

    panels = [
        FieldPanel("slug"),
        InlinePanel("words", label=_("Words"), heading=_("Words in each language"), min_num=1),
        FieldRowPanel([FieldPanel("shows_emblem"), FieldPanel("names_fund")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("emblem_height")]),
        FieldPanel("emblem"),
        MultiFieldPanel([FieldPanel("legal_basis"), FieldPanel("legal_url")], heading=_("Legal basis")),
    ]

    def __str__(self) -> str:
        words = own_words(self)
        return words.statement if words else self.slug

    def cache_tags(self) -> set[str]:
        """A band may stand in the footer of every page."""
        return {"publicity", "site", "list:home"}


class PublicityWords(Words):
    """The statement in one language."""

    profile = ParentalKey(PublicityProfile, related_name="words", on_delete=models.CASCADE)
    statement = models.CharField(
        _("statement"), max_length=200, help_text=_("In full, as the rules write it; no abbreviation.")
    )

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("profile", "language", name="publicity_words_once_a_language")]

    def clean(self) -> None:
        super().clean()
        if SHORTENED.search(self.statement):
            raise ValidationError({"statement": ValidationError(IN_FULL, code="shortened")})


class Programme(Fact):
    """A programme that pays projects."""

    class Period(models.TextChoices):
        P2014 = "2014-2020", "2014–2020"
        P2021 = "2021-2027", "2021–2027"
        NATIONAL = "national", _("national")
        OTHER = "other", _("other")

    period = models.CharField(_("period"), max_length=10, choices=Period.choices, default=Period.OTHER)
    publicity = models.ForeignKey(
        PublicityProfile, verbose_name=_("rules of publicity"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="programmes",
    )  # fmt: skip
    url = models.URLField(_("website"), blank=True)
    pays_site = models.BooleanField(
        _("pays this website"),
        default=False,
        help_text=_("Its band then stands in the footer of every page."),
    )

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pays_site=False) | Q(publicity__isnull=False),
                name="programme_pays_site_with_publicity",
                violation_error_message=_("A programme that pays this website needs rules of publicity."),
            )
        ]

    panels = [
        FieldPanel("slug"),
        InlinePanel("words", label=_("Words"), heading=_("Words in each language"), min_num=1),
        FieldPanel("period"),
        FieldPanel("publicity"),
        FieldPanel("url"),
        FieldPanel("pays_site"),
    ]

    def __str__(self) -> str:
        words = own_words(self)
        return words.name if words else self.slug

    def cache_tags(self) -> set[str]:
        """A band may stand in the footer of every page."""
        return {"publicity", "site", "list:home"}


class ProgrammeWords(Words):
    """Name of a programme and of its funds in one language."""

    programme = ParentalKey(Programme, related_name="words", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=200)
    funds = models.CharField(_("funds"), max_length=200, blank=True)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("programme", "language", name="programme_words_once_a_language")]
