"""What people write who cannot phone: sealed, for those alone who answer, and gone after 30 days."""

import json
from dataclasses import asdict, dataclass
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.crypto import EncryptedTextField, Unreadable

LONGEST_CONTACT = 600


@dataclass(frozen=True, slots=True)
class Said:
    """What a person wrote. Terms by their slug; `safe_call` and `safe_message` are "yes", "no" or not answered."""

    need: str = ""
    text: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    comes: bool = False
    safe_call: str = ""
    safe_message: str = ""
    language: str = ""
    hours: str = ""
    community: str = ""

    def sealable(self) -> str:
        """The same text for the same words."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


class ContactState(models.TextChoices):
    """How far an answer is."""

    NEW = "new", pgettext_lazy("request for contact", "new")
    TAKEN = "taken", _("taken")
    ANSWERED = "answered", _("answered")
    CLOSED = "closed", pgettext_lazy("request for contact", "closed")


class ContactQuerySet(models.QuerySet["ContactRequest"]):
    """Lists leave the sealed words out: nobody opens them by looking at a list, nor needs their key to delete."""

    def unopened(self) -> "ContactQuerySet":
        return self.defer("sealed")

    def waiting(self) -> "ContactQuerySet":
        """Those to which nobody has answered yet."""
        return self.filter(state__in=(ContactState.NEW, ContactState.TAKEN))


class ContactRequest(models.Model):
    """A request for contact. All that a person wrote is one token: not even which fields are empty can be seen."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed = EncryptedTextField(editable=False)
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    fingerprint = models.CharField(max_length=64, db_index=True, editable=False)
    suspect = models.BooleanField(_("perhaps written by a machine"), default=False)
    arrived = models.DateTimeField(_("arrived"), db_index=True)
    answer_by = models.DateField(_("answer by"))
    state = models.CharField(_("state"), max_length=10, choices=ContactState.choices, default=ContactState.NEW)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    warned_at = models.DateTimeField(editable=False, null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for contact")
        verbose_name_plural = _("requests for contact")
        ordering = ["arrived", "pk"]
        default_permissions = ()
        permissions = [("handle_contactrequest", "Can read and answer requests for contact")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ContactState.NEW)
                | Q(taken_at__isnull=True, answered_at__isnull=True, closed_at__isnull=True),
                name="contact_new_is_untouched",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(ContactState.TAKEN, ContactState.ANSWERED)) | Q(taken_at__isnull=False),
                name="contact_taken_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=ContactState.ANSWERED) | Q(answered_at__isnull=False),
                name="contact_answered_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state=ContactState.CLOSED, closed_at__isnull=False)
                | (~Q(state=ContactState.CLOSED) & Q(closed_at__isnull=True)),
                name="contact_closed_has_moment",
            ),
            models.CheckConstraint(condition=~Q(code_hash=""), name="contact_has_code"),
        ]

    def __str__(self) -> str:
        # Stands in logs and lists: nothing of a person may be in it.
        return str(_("Request %(number)s") % {"number": self.pk})

    def opened(self) -> Said | None:
        """What was written; None when its key is gone."""
        try:
            return Said(**json.loads(self.sealed))
        except Unreadable:
            return None
