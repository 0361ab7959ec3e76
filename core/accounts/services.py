"""What administrators do with second factors: take them away when all devices are lost, seal them with a new key."""

from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.db import transaction
from wagtail.log_actions import log

from core.crypto import cipher

SEALED = ("secret", "seed")


@transaction.atomic
def forget_factors(person: Any) -> int:
    """Remove passkeys, app and recovery codes of an account; how many. New ones are set up at the next visit."""
    rows, _each = Authenticator.objects.filter(user=person).delete()
    if rows:
        log(person, "wagtail.edit")
    return rows


def rotate_factors() -> tuple[int, int]:
    """Seal every secret anew with the newest key: rows that were, rows that no key opens."""
    rotated = unreadable = 0
    for row in Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN):
        try:
            renewed = {name: cipher().rotate(row.data[name]).decode() for name in SEALED if name in row.data}
        except InvalidToken:
            unreadable += 1
            continue
        row.data |= renewed
        row.save(update_fields=["data"])
        rotated += 1
    return rotated, unreadable
