"""What editors put into the footer: groups of links, to pages of the hub or to addresses."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

GROUPS = 3
OWN_OR_WEB = RegexValidator(
    r"^(/(?!/)\S*|https?://\S+)$",
    _("Write an address that begins with https://, or one of this site that begins with /."),
    code="address",
)


class FooterLinkBlock(blocks.StructBlock):
    """A link of the footer: to a page of the hub, or to an address."""

    title = blocks.CharBlock(label=_("Words"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.CharBlock(
        label=_("Address"),
        required=False,
        max_length=500,
        validators=[OWN_OR_WEB],
        help_text=_("For what is no page, for example /open-data/; the language is put before it."),
    )

    class Meta:
        icon = "link"
        label = _("Link")

    def clean(self, value: Mapping[str, Any]) -> Mapping[str, Any]:
        cleaned = super().clean(value)
        if not cleaned["page"] and not cleaned["url"]:
            raise blocks.StructBlockValidationError(
                block_errors={"page": ValidationError(_("Choose a page or write an address."), code="no_target")}
            )
        return cleaned


class FooterGroupBlock(blocks.StructBlock):
    """Some links under one heading."""

    title = blocks.CharBlock(label=_("Heading"), max_length=40)
    links = blocks.ListBlock(FooterLinkBlock(), label=_("Links"), min_num=1, max_num=12)

    class Meta:
        icon = "list-ul"
        label = _("Group of links")
