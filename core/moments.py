"""The moment for which a page is read: now, or the one that an editor asked for in a preview."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

READ_AT = "hub_read_at"


def moment_of(request: HttpRequest | None) -> datetime:
    """On the hub's clock. Only a preview carries another moment than now; no address can."""
    asked: datetime | None = getattr(request, READ_AT, None)
    return timezone.localtime(asked or timezone.now())  # noqa: TID251 -- the edge where a request's clock is read
