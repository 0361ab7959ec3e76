"""Imports of tables: what was sent, what it would do, who confirmed it, and what was there before."""

import json
import zlib
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from directory.models.importing_profiles import ImportProfile

UNDO_DAYS = 7
SECOND_PERSON = _("So many changes need a second person: somebody else than who sent the file.")


class PackedField(models.BinaryField):
    """JSON, packed: the differences of a city are megabytes of nearly the same words."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **({"null": True, "editable": False} | kwargs))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002 -- Django's signature
        if value is not None and not isinstance(value, bytes):
            value = zlib.compress(json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False).encode())
        return super().get_db_prep_value(value, connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return None if value is None else json.loads(zlib.decompress(value))

    def to_python(self, value: Any) -> Any:
        return value


def person(name: str) -> models.ForeignKey:
    """Somebody of the staff; the row stays when the account goes."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=name, null=True, on_delete=models.SET_NULL, related_name="+"
    )


class ImportState(models.TextChoices):
    """How far an import is."""

    SENT = "sent", pgettext_lazy("import", "is being read")
    REFUSED = "refused", pgettext_lazy("import", "has mistakes")
    READY = "ready", pgettext_lazy("import", "waits for confirmation")
    PROPOSED = "proposed", pgettext_lazy("import", "waits for a second person")
    CONFIRMED = "confirmed", pgettext_lazy("import", "is being written")
    DONE = "done", pgettext_lazy("import", "imported")
    UNDOING = "undoing", pgettext_lazy("import", "is being taken back")
    UNDONE = "undone", pgettext_lazy("import", "taken back")
    DROPPED = "dropped", pgettext_lazy("import", "not imported")


class ImportRun(models.Model):
    """One table on its way in. Rows of long texts are kept for the days in which it can be taken back."""

    name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True, editable=False)
    content = models.BinaryField(null=True, editable=False)  # as it was sent, packed
    profile = models.ForeignKey(
        ImportProfile,
        verbose_name=_("profile"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="runs",
        help_text=_("Only for files of others: how their columns are read."),
    )
    end_missing = models.BooleanField(
        _("end what is missing"),
        default=False,
        help_text=_("Structures that do not stand in the file end today. Only when the file holds all of them."),
    )
    state = models.CharField(_("state"), max_length=10, choices=ImportState.choices, default=ImportState.SENT)
    needs_second = models.BooleanField(_("needs a second person"), default=False)
    is_full = models.BooleanField(default=False, editable=False)  # full.zip: all facts, into an empty directory
    rows = models.PositiveIntegerField(default=0)
    read = models.PositiveIntegerField(default=0)  # of the rows, while it is rehearsed
    counts = models.JSONField(default=dict)
    errors = PackedField()  # [[row, column, sentence]]
    warnings = PackedField()  # in the same form: what a person should look at before confirming
    changes = PackedField()  # [[row, structure, code, column, old, new]]
    before = PackedField()  # what stood there before, and what stood there afterwards
    left = PackedField()  # names of structures that were changed since, so that taking back left them as they are
    sent_at = models.DateTimeField(_("sent"))
    sent_by = person(_("sent by"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    confirmed_by = person(_("confirmed by"))
    done_at = models.DateTimeField(_("imported"), null=True)
    undone_at = models.DateTimeField(_("taken back"), null=True)
    undone_by = person(_("taken back by"))

    class Meta:
        verbose_name = _("import of a table")
        verbose_name_plural = _("imports of tables")
        ordering = ["-sent_at", "-pk"]
        default_permissions = ()
        permissions = [("import_directory", "Can import tables of structures and confirm imports")]
        constraints = [
            models.CheckConstraint(
                condition=Q(needs_second=False) | Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("sent_by")),
                name="import_second_person",
                violation_error_message=SECOND_PERSON,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def progress_name(self) -> str:
        """Under which name it tells how far it is."""
        return f"import-{self.pk}"

    @property
    def is_working(self) -> bool:
        """Whether it goes on by itself."""
        return self.state in (ImportState.SENT, ImportState.CONFIRMED, ImportState.UNDOING)

    def can_be_undone(self, at: Any) -> bool:
        """Whether it can be taken back at a moment."""
        return bool(
            self.state == ImportState.DONE
            and self.before
            and self.done_at
            and at <= self.done_at + timedelta(days=UNDO_DAYS)
        )
