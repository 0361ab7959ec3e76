"""Ids of parts that are no rows of their own: always the same for the same content."""

from hashlib import sha1
from uuid import NAMESPACE_URL, UUID, uuid5

# Never changes: ids of taxonomies and of derived terms grow from it, in every city.
VOCABULARIES = uuid5(NAMESPACE_URL, "urn:social-hub:hsds")


def derived(owner: UUID, content: str) -> str:
    """The id of a part of `owner`, from its own canonical text, so that calls and languages agree."""
    # What str(uuid5(owner, content)) is, without the object: a page of a hundred services holds thousands of these.
    digest = bytearray(sha1(owner.bytes + content.encode(), usedforsecurity=False).digest()[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x50, digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
