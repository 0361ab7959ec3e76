"""Pages of PDFs as things that are found: each once, in its own language, under what the PDF belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext

from core.documents.models import DocumentPage
from core.documents.selectors import is_withheld, outline
from core.documents.shapes import Heading
from core.media import HubDocument
from search.documents import SearchDocument

HEADING_LEVELS = 3


def pages_of(paper: HubDocument, words: Sequence[SearchDocument]) -> Iterator[SearchDocument]:
    """The pages of a PDF that a machine can read; `words` are its object's in each language. Three queries."""
    if is_withheld(paper):
        return
    lead = next((document for document in words if document.language == paper.language), words[0])
    headings = outline(paper, levels=HEADING_LEVELS)
    for page in DocumentPage.objects.filter(document=paper).exclude(text="").order_by("number"):
        yield replace(
            lead,
            type="study_page",
            language=paper.language,
            title=_title(page.number, headings, paper.language),
            names=(),
            summary="",
            body=page.text,
            parent=str(paper.pk),
            page=page.number,
            url=f"{paper.url}#page={page.number}",
            recognised=page.method == DocumentPage.Method.REPAIRED,
        )


def _title(number: int, headings: Sequence[Heading], language: str) -> str:
    """The heading under which a page stands, else its number; never the title that all pages of the PDF share."""
    above = [heading.title for heading in headings if heading.page <= number]
    with translation.override(language):
        return above[-1] if above else gettext("Page %(number)s") % {"number": number}
