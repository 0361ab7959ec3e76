"""Reading: who may read a document, and how far machines can."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from wagtail.models import Page, ReferenceIndex

from core.documents.models import DocumentPage, DocumentText
from core.documents.shapes import Heading
from core.hooks import registered
from core.media import HubDocument
from core.text import ranges


class Standing(Enum):
    """How a document stands to readers: to be read, taken back, or never there."""

    PUBLIC = "public"
    GONE = "gone"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Pages that were read in the same way, as editors are told: “3–7, 12”."""

    method: str
    numbers: str
    sample: str = ""


@dataclass(frozen=True, slots=True)
class TextReport:
    """How the text of a document stands, for editors. `state`: waiting, read or unreadable."""

    state: str
    total: int = 0
    read: int = 0
    groups: tuple[PageGroup, ...] = ()
    named: tuple[str, ...] = ()
    comments: int = 0
    is_signed: bool = False
    is_cut: bool = False  # it is longer than what was read


def standing(document: HubDocument, at: datetime) -> Standing:
    """How a document stands: readers get it where a page that they can open shows it.

    Taken back is what stood on a page that was published once; on a private or unpublished one it never was there.
    """
    if is_withheld(document):
        return Standing.PRIVATE
    pages = [page for page, field in _places(document) if page.specific.shows(field, at)]
    keys = {page.pk for page in pages}
    open_pages = Page.objects.public().filter(pk__in=keys)
    if open_pages.live().exists():
        return Standing.PUBLIC
    return Standing.GONE if open_pages.filter(first_published_at__isnull=False).exists() else Standing.PRIVATE


def is_withheld(document: HubDocument) -> bool:
    """Whether its collection is for some people only: then it is nobody's who has not signed in."""
    return document.collection.get_view_restrictions().exists()


def text_report(document: HubDocument) -> TextReport | None:
    """What editors are told of the text of a document; None when it has no pages to read."""
    if not document.is_pdf:
        return None
    text = DocumentText.objects.filter(document=document, sha256=document.sha256).first()
    if text is None:
        return TextReport("waiting")
    pages = list(DocumentPage.objects.filter(document=document))
    return TextReport(
        text.state,
        total=document.pages or len(pages),
        read=sum(1 for page in pages if page.text),
        groups=tuple(_groups(pages)),
        named=tuple(text.named),
        comments=text.comments,
        is_signed=text.is_signed,
        is_cut=bool(pages) and (document.pages or 0) > len(pages),
    )


def outline(document: HubDocument, *, levels: int) -> list[Heading]:
    """The headings of a PDF as its own outline gives them, down to a level. One query."""
    text = DocumentText.objects.filter(document=document).first()
    found = [Heading(*row) for row in text.headings] if text else []
    return [heading for heading in found if heading.level <= levels]


def _places(document: HubDocument) -> Iterator[tuple[Page, str]]:
    """Pages that point to a document, in a text or by their facts, and the field in which they do."""
    for place in registered("hub_document_places"):
        for page in place.pages(document):
            yield page, ""
    found = ReferenceIndex.get_references_to(document).filter(base_content_type__model="page")
    fields = [(int(pk), path.split(".")[0]) for pk, path in found.values_list("object_id", "model_path")]
    pages = Page.objects.in_bulk({pk for pk, _field in fields})
    yield from ((pages[pk], field) for pk, field in fields if pk in pages)


def _groups(pages: Iterable[DocumentPage]) -> Iterator[PageGroup]:
    """Pages that need an editor's eye, by what is wrong with them."""
    for method in (DocumentPage.Method.REPAIRED, DocumentPage.Method.BROKEN, DocumentPage.Method.NONE):
        found = [page for page in pages if page.method == method]
        if found:
            sample = found[0].text[:160] if method == DocumentPage.Method.REPAIRED else ""
            yield PageGroup(method.value, ranges([page.number for page in found]), sample)
