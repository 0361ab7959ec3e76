"""Who runs a structure."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from core.facts import Fact
from core.languages import choices
from core.provenance import Checked, Sourced
from core.words import Words, own_words
from directory.models.choices import Family
from directory.models.codes import CodeField

MAX_LEVELS = 4
OWN_PARENT = _("An organisation cannot be above itself.")


class Organisation(Sourced, Checked, Fact):
    """A body of the network: of which family, under which other body, how it is reached."""

    code = CodeField()
    family = models.CharField(_("family"), max_length=12, choices=Family.choices)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    website = models.URLField(_("website"), blank=True, max_length=300)
    email = models.EmailField(_("e-mail"), blank=True)
    letter_language = models.CharField(
        _("language of our letters"), max_length=8, choices=choices, default=settings.LANGUAGE_CODE
    )
    trusted = models.BooleanField(
        _("trusted"),
        default=False,
        help_text=_("May announce a closure of up to 14 days by the link of our letters, without an editor."),
    )
    logo = models.ForeignKey(
        "core.HubImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(family__in=Family.values),
                name="organisation_family",
                violation_error_message=_("Choose one of the four families."),
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="organisation_not_own_parent",
                violation_error_message=OWN_PARENT,
            ),
        ]

    def __str__(self) -> str:
        words = own_words(self)
        return words.name if words else self.slug

    def cache_tags(self) -> set[str]:
        """Organisations are read once per process, with their names and lines."""
        return super().cache_tags() | {"organisations"}

    def clean(self) -> None:
        super().clean()
        above, levels = self.parent, 1
        while above:
            levels += 1
            if self.pk and above.pk == self.pk:
                raise ValidationError({"parent": ValidationError(OWN_PARENT, code="parent")})
            if levels > MAX_LEVELS:
                deep = _("%(levels)s levels of organisations are the most. Choose one further up.")
                raise ValidationError({"parent": ValidationError(deep, code="depth", params={"levels": MAX_LEVELS})})
            above = above.parent


class OrganisationWords(Words):
    """Names of an organisation in one language."""

    organisation = ParentalKey(Organisation, related_name="words", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=160)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    legal_form = models.CharField(_("legal form"), max_length=120, blank=True)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("organisation", "language", name="organisation_words_once_a_language")]
