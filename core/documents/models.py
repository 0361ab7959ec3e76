"""What a document says, page by page, and how reading it went."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.media import HubDocument


class DocumentText(models.Model):
    """How the text of a PDF was read. The row is written last: what waits for pages waits for it."""

    class State(models.TextChoices):
        READ = "read", _("read")
        UNREADABLE = "unreadable", _("could not be read")

    document = models.OneToOneField(HubDocument, on_delete=models.CASCADE, related_name="text")
    sha256 = models.CharField(max_length=64)  # of the file that was read
    state = models.CharField(max_length=10, choices=State.choices)
    headings = models.JSONField(default=list)  # the PDF's own outline: [title, page, level]
    named = models.JSONField(default=list)  # who the file's own notes name
    comments = models.PositiveIntegerField(default=0)
    is_signed = models.BooleanField(default=False)
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.document} ({self.get_state_display()})"


class DocumentPage(models.Model):
    """The text of a page, in which only what a machine can read is left."""

    class Method(models.TextChoices):
        TEXT = "text", _("as it stands")
        REPAIRED = "repaired", _("repaired")
        BROKEN = "broken", _("letters mapped wrongly")
        NONE = "none", _("no text")

    document = models.ForeignKey(HubDocument, on_delete=models.CASCADE, related_name="text_pages")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    method = models.CharField(max_length=10, choices=Method.choices)
    score = models.FloatField()  # share of threes of letters that are known

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint("document", "number", name="core_document_page_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="core_document_page_from_one"),
            models.CheckConstraint(
                condition=~models.Q(method="none") | models.Q(text=""), name="core_document_page_none_is_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}, {self.number}"
