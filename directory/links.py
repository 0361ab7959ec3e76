"""Signed addresses in letters to bodies: for one purpose, one structure, the facts as they were, 21 days."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.core import signing

PURPOSE = "verify"
VALID = timedelta(days=21)


class LinkBroken(Exception):
    """Not written by us, or cut in the middle."""


@dataclass(frozen=True, slots=True)
class VerifyLink:
    """What an address proves: which structure was asked about, when, and what its facts were then."""

    structure: UUID
    fact_hash: str
    issued: datetime

    def expired(self, at: datetime) -> bool:
        return at - self.issued >= VALID


def write_link(structure: UUID, fact_hash: str, *, at: datetime) -> str:
    """The part of the address that cannot be guessed."""
    return signing.dumps([structure.hex, fact_hash, int(at.timestamp())], salt=PURPOSE)


def read_link(token: str) -> VerifyLink:
    """What is in an address. Raises LinkBroken; an expired one is read too, so that a new one can be asked for."""
    try:
        structure, fact_hash, issued = signing.loads(token, salt=PURPOSE)
        return VerifyLink(UUID(structure), fact_hash, datetime.fromtimestamp(issued, UTC))
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise LinkBroken from problem
