"""Blocks of which editors build texts; each renders by one component of the design system.

No block takes a style, a colour or a heading of the first level, and none takes a fact: phones, hours
and amounts live in facts. A sentence points to them; the page shows them.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import get_text_for_indexing

from core.chips import choices, spaced
from core.media import HubDocument

TEXT_FEATURES = ["h3", "h4", "bold", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Words"), max_length=120)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "components/blocks/heading.html"


class FigureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=120)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "components/blocks/image.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"), max_length=600)
    by = blocks.CharBlock(label=_("Said by"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "components/blocks/quote.html"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What happens"), max_length=120)
    text = blocks.TextBlock(label=_("How"), required=False, max_length=400)

    class Meta:
        icon = "list-ol"
        label = _("Step")


class StepsBlock(blocks.StructBlock):
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "components/blocks/steps.html"


class CalloutBlock(blocks.StructBlock):
    tone = blocks.ChoiceBlock(
        label=_("Tone"),
        choices=[
            ("info", _("to know")),
            ("good", _("good to know")),
            ("warn", _("attention")),
            ("bad", _("danger")),
        ],
        default="info",
    )
    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Words"), features=["bold", "link"])

    class Meta:
        icon = "warning"
        label = _("Call-out")
        template = "components/blocks/callout.html"


class CaptionedTableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, help_text=_("What the table shows."))
    table = TableBlock(label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "components/blocks/table.html"


class DocumentsBlock(blocks.StructBlock):
    documents = blocks.ListBlock(DocumentChooserBlock(), label=_("Documents"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "components/blocks/documents.html"


def documents_in(body: blocks.StreamValue) -> list[HubDocument]:
    """The documents that a text offers, without those that were deleted meanwhile."""
    lists = (block.value["documents"] for block in body if block.block_type == "documents")
    return [document for documents in lists for document in documents if document is not None]


class VideoLinkBlock(blocks.StructBlock):
    """A link, never a player: an embedded one would tell a third party who reads."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    url = blocks.URLBlock(label=_("Web address"))

    class Meta:
        icon = "media"
        label = _("Link to a video")
        template = "components/blocks/video.html"


class ContactBlock(blocks.StructBlock):
    """The hub's own phone and e-mail, read from the settings when the page is shown."""

    text = blocks.CharBlock(label=_("Words above"), required=False, max_length=200)

    class Meta:
        icon = "user"
        label = _("Contact of the hub")
        template = "components/blocks/contact.html"


class SentenceBlock(blocks.StreamBlock):
    """A paragraph with live facts in it: words and facts in turn."""

    words = blocks.TextBlock(label=_("Words"), icon="pilcrow", max_length=800)
    fact = blocks.ChoiceBlock(
        label=_("Fact"), icon="tag", choices=choices, help_text=_("It is shown as it stands today, in every language.")
    )

    class Meta:
        icon = "tag"
        label = _("Sentence with facts")
        template = "components/blocks/sentence.html"

    def get_context(self, value: blocks.StreamValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().get_context(value, parent_context) | {"parts": spaced(value)}


class BodyBlock(blocks.StreamBlock):
    """The body of every page."""

    heading = HeadingBlock()
    text = blocks.RichTextBlock(
        label=_("Text"), icon="pilcrow", features=TEXT_FEATURES, template="components/blocks/text.html"
    )
    sentence = SentenceBlock()
    image = FigureBlock()
    quote = QuoteBlock()
    steps = StepsBlock()
    callout = CalloutBlock()
    table = CaptionedTableBlock()
    documents = DocumentsBlock()
    video = VideoLinkBlock()
    contact = ContactBlock()


def body_words(body: blocks.StreamValue) -> str:
    """Words of a body in reading order, without marks: for search and for counting."""
    return " ".join(
        get_text_for_indexing(str(words))
        for block in body
        for words in block.block.get_searchable_content(block.value)
        if words
    )
