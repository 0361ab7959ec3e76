"""Writing: what the pages of a PDF say."""

import logging
from datetime import datetime

from django.db import transaction

from core.cache import purge
from core.documents import reading
from core.documents.models import DocumentPage, DocumentText
from core.documents.shapes import Look, Text
from core.media import Accessible, HubDocument

logger = logging.getLogger(__name__)


def read_text(pk: int, *, at: datetime) -> None:
    """Read the text of a document as it is now. One that is gone or read already is left alone."""
    document = HubDocument.objects.filter(pk=pk).first()
    if document is None:
        return
    if not document.is_pdf:
        _forget(document)
        return
    if DocumentText.objects.filter(document=document, sha256=document.sha256).exists():
        return
    with document.open_file() as file:
        data = file.read()
    try:
        seen, found = reading.read(data)
    except reading.Unreadable as problem:
        logger.warning("The text of document %s could not be read: %s.", pk, problem)
        seen, found = Look(), None
    _keep(document, found, seen, at=at)


@transaction.atomic
def _keep(document: HubDocument, found: Text | None, seen: Look, *, at: datetime) -> None:
    """Put what was read in the place of what was there, unless the file was replaced meanwhile."""
    row = HubDocument.objects.select_for_update().filter(pk=document.pk, sha256=document.sha256).first()
    if row is None:
        return
    DocumentPage.objects.filter(document=row).delete()
    if found is not None:
        DocumentPage.objects.bulk_create(
            (
                DocumentPage(document=row, number=page.number, text=page.text, method=page.method, score=page.score)
                for page in found.pages
            ),
            batch_size=500,
        )
        _tell(row, found)
    DocumentText.objects.update_or_create(
        document=row,
        defaults={
            "sha256": row.sha256,
            "state": DocumentText.State.UNREADABLE if found is None else DocumentText.State.READ,
            "headings": [[each.title, each.page, each.level] for each in found.headings] if found else [],
            "named": list(seen.named),
            "comments": seen.comments,
            "is_signed": seen.is_signed,
            "read_at": at,
        },
    )
    purge(*row.cache_tags())


@transaction.atomic
def _forget(document: HubDocument) -> None:
    """Its file was replaced by one without pages."""
    DocumentPage.objects.filter(document=document).delete()
    DocumentText.objects.filter(document=document).delete()


def _tell(document: HubDocument, found: Text) -> None:
    """The document learns its length, and that nobody who listens can read pictures of pages."""
    document.pages = found.total
    is_pictures = all(page.method == "none" for page in found.pages)
    if is_pictures and document.accessible == Accessible.UNKNOWN:
        document.accessible = Accessible.NO
    document.save(update_fields=["pages", "accessible"])
