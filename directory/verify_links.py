"""Links in letters to bodies: for one purpose, one structure, the facts as they were, 21 days."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from core.access.links import opened, signed

PURPOSE = "verify"
VALID = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class VerifyLink:
    """What a link proves: which structure was asked about, when, and what its facts were then."""

    structure: UUID
    fact_hash: str
    issued: datetime

    def expired(self, at: datetime) -> bool:
        return at - self.issued >= VALID


def write_link(structure: UUID, fact_hash: str, *, at: datetime) -> str:
    """The part of the address that cannot be guessed."""
    return signed(PURPOSE, [structure.hex, fact_hash, int(at.timestamp())], until=at + VALID)


def read_link(token: str) -> VerifyLink:
    """What is in a link. Raises LinkRefused; an expired one is read too, so that a new one can be asked for."""
    structure, fact_hash, issued = opened(PURPOSE, token, at=datetime.fromtimestamp(0, UTC))
    return VerifyLink(UUID(structure), fact_hash, datetime.fromtimestamp(issued, UTC))
