"""Links that open one thing, for one purpose, until one moment. They are signed, not secret: no name goes in."""

from datetime import UTC, datetime
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class LinkRefused(ValidationError):
    """A link that opens nothing; says what to do instead."""

    @classmethod
    def broken(cls) -> "LinkRefused":
        return cls(_("This link is not whole. Copy all of it from the message."), code="broken")

    @classmethod
    def expired(cls) -> "LinkRefused":
        return cls(_("This link has expired. Ask for a new one."), code="expired")


def signed(purpose: str, value: Any, *, until: datetime) -> str:
    """A token for an address: JSON `value`, good for `purpose` alone, until a moment."""
    return signing.dumps([value, int(until.timestamp())], salt=_salt(purpose), compress=True)


def opened(purpose: str, token: str, *, at: datetime) -> Any:
    """The value of a token. Raises LinkRefused: changed, made for something else, or too old."""
    try:
        value, until = signing.loads(token, salt=_salt(purpose))
    except signing.BadSignature as error:
        raise LinkRefused.broken() from error
    if at >= datetime.fromtimestamp(until, UTC):
        raise LinkRefused.expired()
    return value


def _salt(purpose: str) -> str:
    return f"hub.link.{purpose}"
