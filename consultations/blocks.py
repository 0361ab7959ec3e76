"""Sections and questions of a consultation."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError


class FixedBlock(blocks.CharBlock):
    """A short text that is the same in every language: translators are not asked for it."""

    def get_translatable_segments(self, value: str) -> list:
        return []

    def restore_translated_segments(self, value: str, segments: list) -> str:
        return value


class SectionBlock(blocks.StructBlock):
    """A part of the text under consultation. Its anchor is given once and never changes: addresses use it."""

    anchor = FixedBlock(
        label=_("Anchor"),
        max_length=12,
        validators=[RegexValidator(r"^[a-z]\d+$", _("Write a letter and a number, for example s3."))],
        help_text=_("Given once, for example s3. Addresses and later comments use it."),
    )
    number = FixedBlock(label=_("Number shown"), max_length=12, required=False)
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.RichTextBlock(label=_("Words"), features=["h4", "bold", "ol", "ul", "link", "document-link"])

    class Meta:
        icon = "form"
        label = _("Section")


class SectionsBlock(blocks.StreamBlock):
    """All sections; no two share an anchor."""

    section = SectionBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        cleaned = super().clean(value)
        anchors = [child.value["anchor"] for child in cleaned]
        double = {
            place: ValidationError(_("Another section has this anchor."))
            for place, anchor in enumerate(anchors)
            if anchor in anchors[:place]
        }
        if double:
            raise StreamBlockValidationError(block_errors=double)
        return cleaned


class QuestionBlock(blocks.StructBlock):
    """A question put to readers, with its options where there are some."""

    text = blocks.CharBlock(label=_("Question"), max_length=300)
    options = blocks.ListBlock(blocks.CharBlock(label=_("Option"), max_length=160), label=_("Options"), default=[])

    class Meta:
        icon = "help"
        label = _("Question")
