"""The hub as data: what a city fills in so that nothing of it stands in code."""

from pathlib import Path
from typing import Any

from django.core.validators import RegexValidator
from django.db import models, transaction
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField

from core import broken
from core.footer import GROUPS, FooterGroupBlock
from core.words import Words

PHONE_OR_SHORT = RegexValidator(
    r"^(\+[1-9]\d{7,14}|\d{3,6})$",
    _("Write the number with the country code and without spaces, for example +302100000000, or a short number."),
    code="phone",
)


@register_setting(icon="cogs", order=10)
class HubSettings(ClusterableModel, BaseSiteSetting):
    """Facts of the hub itself, one row a site. Words are in `HubWords`, a row a language."""

    phone = models.CharField(_("phone of the hub"), max_length=16, blank=True, validators=[PHONE_OR_SHORT])
    email = models.EmailField(_("e-mail of the hub"), blank=True)
    emergency_number = models.CharField(
        _("emergency number"), max_length=16, default="112", validators=[PHONE_OR_SHORT]
    )
    short_numbers = models.CharField(
        _("national short numbers"),
        max_length=300,
        blank=True,
        help_text=_("Numbers that may be called without an area code, separated by spaces."),
    )
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Athens")
    exit_url = models.URLField(
        _("quick exit goes to"),
        default="https://www.wikipedia.org/",
        help_text=_("A neutral page, for example a weather forecast."),
    )
    content_licence = models.CharField(_("licence of the content"), max_length=60, default="CC BY 4.0")
    licence_url = models.URLField(
        _("address of the licence"), blank=True, default="https://creativecommons.org/licenses/by/4.0/"
    )

    class Meta:
        verbose_name = _("the hub")

    panels = [
        InlinePanel("words", label=_("Words"), heading=_("Words in each language"), min_num=1),
        MultiFieldPanel(
            [
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("emergency_number"),
                FieldPanel("short_numbers"),
                FieldPanel("exit_url"),
                FieldPanel("time_zone"),
                FieldRowPanel([FieldPanel("content_licence"), FieldPanel("licence_url")]),
            ],
            heading=_("Facts"),
        ),
    ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}: {self.site}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saved settings also reach the pages for a broken server, which are files."""
        super().save(*args, **kwargs)
        transaction.on_commit(write_error_pages, robust=True)

    def cache_tags(self) -> set[str]:
        """The hub's own facts stand on every page."""
        return {"settings", "site"}

    def short_number_list(self) -> tuple[str, ...]:
        """National short numbers that a contact line may carry."""
        return tuple(self.short_numbers.split())


def write_error_pages() -> list[Path]:
    """Write the pages for a broken server with the numbers of the default site; returns where they are."""
    own = HubSettings.objects.filter(site__is_default_site=True).first()
    try:
        css = static("css/hub.css")
    except ValueError:  # static files are not collected yet; the page is whole without its look
        css = broken.PLAIN_CSS
    return broken.write(css=css, emergency=own.emergency_number if own else "112", phone=own.phone if own else "")


class HubWords(Words):
    """What the hub calls itself and says on every page, in one language."""

    hub = ParentalKey(HubSettings, related_name="words", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=60, help_text=_("The header shows about 34 letters in two lines."))
    city = models.CharField(_("city"), max_length=60)
    claim = models.CharField(_("claim"), max_length=80, blank=True)
    operator = models.CharField(_("operator"), max_length=160, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    phone_note = models.CharField(
        _("beside the phone"),
        max_length=160,
        blank=True,
        help_text=_("When it answers, or whose line it is."),
    )
    data_notice = models.CharField(
        _("notice about the data"),
        max_length=200,
        blank=True,
        help_text=_("Shown beside facts, for example in a demo."),
    )
    fault_page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page to tell of a fault"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
        help_text=_("The footer leads there; without it to the e-mail of the hub, else to its phone."),
    )  # fmt: skip
    history_page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page on deleting the history"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
        help_text=_("The quick exit leads there: plain steps for common browsers, in this language."),
    )  # fmt: skip
    footer = StreamField(
        [("group", FooterGroupBlock())], blank=True, max_num=GROUPS, verbose_name=_("groups of links in the footer")
    )

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("hub", "language", name="hub_words_once_a_language")]
