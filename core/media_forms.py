"""Forms by which pictures and documents come in. What is refused says what to do instead."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from core.documents import reading
from core.documents.shapes import Look
from core.imaging import reencoded

TOO_HEAVY = _("The file is %(size)s. Keep it under %(limit)s: save the picture smaller and try again.")
TOO_LARGE = _("The picture has %(pixels)s million pixels. Save it with fewer than %(limit)s million and try again.")
NOT_A_PICTURE = _("This file is not a picture we can read. Send a JPEG, PNG, WebP or GIF file.")
WRONG_NAME = _("The name of the file and what is in it do not agree. Save it again as JPEG, PNG, WebP or GIF.")
DOCUMENT_TOO_HEAVY = _("The file is %(size)s. Keep it under %(limit)s, or split it into parts.")
NOT_A_PDF = _("The name of the file says PDF, but it is not one. Save it again as PDF.")
UNREADABLE = _("This PDF is so large or so tangled that we cannot check it. Save it again, or split it into parts.")
PDF_PROBLEMS = {
    "damaged": _("This is not a complete PDF. Open it and save it again."),
    "password": _("The PDF has a password. Remove it and upload again."),
    "active": _(
        "The PDF has active content (JavaScript, a programme to start, or an embedded file)."
        " Print it to a new PDF and upload that one."
    ),
}


class HubImageForm(BaseImageForm):
    """The form of a picture: limits in sentences, pixels written anew, the rest of the form kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            field.max_upload_size = None
            field.max_image_pixels = None
            field.error_messages |= {
                "invalid_image": NOT_A_PICTURE,
                "invalid_image_extension": NOT_A_PICTURE,
                "invalid_image_known_format": WRONG_NAME,
            }

    def clean_file(self) -> Any:
        """Return the picture re-encoded. Raises with size or pixels when it passes a limit."""
        upload = self.cleaned_data["file"]
        if "file" not in self.changed_data or upload is None:
            return upload
        refuse_heavy(upload.size, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE, TOO_HEAVY)
        refuse_large(pixels_of(upload.image), settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
        upload.seek(0)
        try:
            return reencoded(upload.read(), upload.name)
        except (OSError, SyntaxError, ValueError) as error:
            # Pillow reads the head of a broken file and gives up at its pixels.
            raise ValidationError(NOT_A_PICTURE, code="invalid_image") from error


class HubDocumentForm(BaseDocumentForm):
    """The form of a document: refusals in sentences, and a PDF that says no more than its pages."""

    keeps_traces = forms.BooleanField(
        label=_("Keep names and comments"),
        required=False,
        help_text=_("Otherwise names of authors, comments and the history of its making are taken out of a new PDF."),
    )

    counted = 0  # pages of a PDF that came in

    def clean(self) -> dict[str, Any]:
        """Put in the pages that were counted: nobody knows better."""
        values = super().clean() or self.cleaned_data
        return {**values, "pages": self.counted or values.get("pages")}

    def clean_file(self) -> Any:
        """Return the upload. Raises when it is too heavy, or a PDF that we or readers could not open safely."""
        upload = self.cleaned_data["file"]
        if "file" not in self.changed_data or not upload:
            return upload
        refuse_heavy(upload.size, settings.HUB_DOCUMENT_MAX_SIZE, DOCUMENT_TOO_HEAVY)
        if not upload.name.lower().endswith(".pdf"):
            return upload
        data = upload.read()
        upload.seek(0)
        if not data.startswith(b"%PDF-"):
            raise ValidationError(NOT_A_PDF, code="not_a_pdf")
        try:
            return self._without_traces(upload, data, seen_in(data))
        except reading.Unreadable as problem:
            raise ValidationError(UNREADABLE, code="unreadable") from problem

    def _without_traces(self, upload: Any, data: bytes, seen: Look) -> Any:
        self.counted = seen.pages
        # Written anew, a signature would hold no more.
        if self.data.get(self.add_prefix("keeps_traces")) or seen.is_signed or not seen.has_traces:
            return upload
        return ContentFile(reading.bare(data), name=upload.name)


def seen_in(data: bytes) -> Look:
    """What a PDF is. Raises its problem as a sentence, or Unreadable."""
    seen = reading.look(data)
    if seen.problem:
        raise ValidationError(PDF_PROBLEMS[seen.problem], code=seen.problem)
    return seen


def pixels_of(picture: Any) -> int:
    """Return the pixels of all frames, from the head of the file alone. Raises when there is none to read."""
    try:
        width, height = picture.get_size()
        return width * height * picture.get_frame_count()
    except Image.DecompressionBombError:
        # Pillow refuses to open what is twice its own limit, so any number above ours is true enough.
        return 2 * Image.MAX_IMAGE_PIXELS
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError(NOT_A_PICTURE, code="invalid_image") from error


def refuse_large(pixels: int, limit: int) -> None:
    """Raise with both numbers in millions when `pixels` passes `limit`."""
    if pixels > limit:
        raise ValidationError(
            TOO_LARGE,
            code="pixels",
            params={"pixels": round(pixels / 1_000_000), "limit": limit // 1_000_000},
        )


def refuse_heavy(size: int, limit: int, sentence: Any) -> None:
    """Raise `sentence` with both sizes in words when `size` passes `limit` (bytes)."""
    if size > limit:
        raise ValidationError(
            sentence, code="size", params={"size": filesizeformat(size), "limit": filesizeformat(limit)}
        )
