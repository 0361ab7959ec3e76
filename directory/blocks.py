"""Blocks of a structure's page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class OfferBlock(blocks.CharBlock):
    """One thing that is offered, in a few words."""

    class Meta:
        icon = "tick"
        label = _("Offer")
