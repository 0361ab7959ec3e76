"""What the outbox says about itself."""

from dataclasses import dataclass

from django.db.models import Count, Q

from core.mail.models import MailState, OutgoingMail


@dataclass(frozen=True, slots=True)
class OutboxState:
    """How many letters wait, and how many the server refused."""

    waiting: int
    refused: int


def outbox_state() -> OutboxState:
    """Return how the outbox stands. One query."""
    return OutboxState(
        **OutgoingMail.objects.aggregate(
            waiting=Count("pk", filter=Q(state=MailState.WAITING)),
            refused=Count("pk", filter=Q(state=MailState.REFUSED)),
        )
    )
