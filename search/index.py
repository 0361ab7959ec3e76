"""The index of this process: one engine and one answerer, made at the first use."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.answering import Answerer
from search.engines.embedded import EmbeddedEngine


@lru_cache(maxsize=4)
def _answerer(folder: Path) -> Answerer:
    return Answerer(EmbeddedEngine(folder))


def answerer() -> Answerer:
    """What answers queries of readers."""
    return _answerer(Path(settings.SEARCH_INDEX_FOLDER))


def engine() -> EmbeddedEngine:
    """Where documents of the site are kept."""
    found = answerer().engine
    assert isinstance(found, EmbeddedEngine)  # noqa: S101 -- narrows the protocol: there is one kind of engine
    return found
