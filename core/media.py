"""Pictures and documents with what readers have a right to know about them."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from core.languages import choices
from core.queue import enqueue_on_commit


class HubImage(AbstractImage):
    """A picture with its description for those who do not see it, and the right by which it is shown."""

    description = models.CharField(
        _("description"),
        max_length=255,
        help_text=_("What the picture shows, for readers who do not see it. Not “picture of …”."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made it, as it is printed below the picture."),
    )
    rights = models.CharField(
        _("rights"),
        max_length=300,
        blank=True,
        help_text=_("Licence or permission, for example “CC BY 4.0” or the date of the written permission."),
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "rights",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def cache_tags(self) -> set[str]:
        """Return the tags of the responses in which this picture is shown."""
        return {f"hubimage:{self.pk}"}


class HubRendition(AbstractRendition):
    """A size of a picture, made once and kept."""

    image = models.ForeignKey(HubImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="core_rendition_once")
        ]


class Accessible(models.TextChoices):
    """Whether a screen reader can read a document. Nobody looked is an answer of its own."""

    YES = "yes", _("accessible")
    NO = "no", _("not accessible")
    UNKNOWN = "unknown", _("not checked")


def document_storage() -> Storage:
    """Where documents are kept: nowhere that a proxy serves, for a view decides who may read them."""
    return storages["documents"]


class HubDocument(AbstractDocument):
    """A document to take along: its language, its length, and whether everybody can read it."""

    file = models.FileField(_("file"), upload_to="documents", storage=document_storage)
    language = models.CharField(
        _("language of the document"),
        max_length=10,
        choices=choices,
        default=settings.LANGUAGE_CODE,
    )
    pages = models.PositiveIntegerField(
        _("pages"), null=True, blank=True, help_text=_("Counted by itself when the file is a PDF.")
    )
    accessible = models.CharField(
        _("accessibility"), max_length=10, choices=Accessible.choices, default=Accessible.UNKNOWN
    )
    sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    admin_form_fields = ("title", "file", "language", "pages", "accessible", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pages__isnull=True) | models.Q(pages__gte=1),
                name="core_document_pages_at_least_one",
                violation_error_message=_("A document has at least one page. Leave the field empty if unknown."),
            )
        ]

    def clean(self) -> None:
        """Look at the file's name only when a file came through its own check: one mistake, one sentence."""
        if self.file:
            super().clean()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and measure a new file on every way in (form, chooser, demo, script); its text is read afterwards."""
        is_new = bool(self.file) and not self.file._committed
        if is_new:
            self._measure()
        super().save(*args, **kwargs)
        if is_new:
            # The task's module asks for the app registry.
            from core.documents.tasks import read_pages  # noqa: PLC0415 -- app ready

            enqueue_on_commit(read_pages, document=self.pk)

    @property
    def is_pdf(self) -> bool:
        return self.file_extension.lower() == "pdf"

    def cache_tags(self) -> set[str]:
        """Return the tags of the responses in which this document is offered."""
        return {f"hubdocument:{self.pk}"}

    def _measure(self) -> None:
        data = self.file.read()
        self.file.seek(0)
        self.sha256 = hashlib.sha256(data).hexdigest()
        # Wagtail's own fingerprint, by which browsers ask whether a document is still the same.
        self.file_hash = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        self.file_size = len(data)
