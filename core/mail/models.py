"""A letter from the moment it was written until it was handed over."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailState(models.TextChoices):
    """Where a letter is."""

    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    REFUSED = "refused", _("refused by the mail server")


class OutgoingMail(models.Model):
    """A letter to one person, as text and, mostly, as HTML too."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.SlugField(_("kind"), max_length=60)
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    unsubscribe_url = models.URLField(_("address to unsubscribe"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=MailState.choices, default=MailState.WAITING)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    last_problem = models.CharField(_("last problem"), max_length=200, blank=True)
    created = models.DateTimeField(_("written"))
    claimed = models.DateTimeField(_("being sent since"), null=True, blank=True)
    sent = models.DateTimeField(_("sent"), null=True, blank=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("outbox")
        ordering = ("pk",)
        indexes = [models.Index(fields=("state", "id"), name="core_mail_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=MailState.SENT, sent__isnull=False)
                | (~models.Q(state=MailState.SENT) & models.Q(sent__isnull=True)),
                name="core_mail_sent_has_moment",
                violation_error_message=_("A letter is sent exactly when it has the moment of sending."),
            ),
            models.CheckConstraint(
                condition=~models.Q(subject__contains="\n") & ~models.Q(subject__contains="\r"),
                name="core_mail_subject_one_line",
                violation_error_message=_("The subject is one line."),
            ),
        ]

    def __str__(self) -> str:
        return self.subject
