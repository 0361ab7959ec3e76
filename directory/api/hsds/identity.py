"""Ids of parts that are no rows of their own: always the same for the same content."""

from uuid import NAMESPACE_URL, UUID, uuid5

# Never changes: ids of taxonomies and of derived terms grow from it, in every city.
VOCABULARIES = uuid5(NAMESPACE_URL, "urn:social-hub:hsds")


def derived(owner: UUID, content: str) -> str:
    """The id of a part of `owner`, from its own canonical text, so that calls and languages agree."""
    return str(uuid5(owner, content))
