"""What a study found: one sentence each, with its page in the document."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class FindingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Finding"), max_length=280)
    page = blocks.IntegerBlock(label=_("Page in the document"), required=False, min_value=1)

    class Meta:
        icon = "pick"
        label = _("Finding")
