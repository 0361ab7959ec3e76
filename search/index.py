"""The engines of this process, made at the first use.

The embedded one is always there: it keeps the vocabulary and answers when nothing else does. With an address in
`HUB_ELASTICSEARCH` candidates come from there while it answers.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from search.answering import Answerer
from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine
from search.lexicon.current import current

if TYPE_CHECKING:
    from search.engines.elastic import ElasticEngine


def answerer() -> Answerer:
    """What answers queries of readers."""
    return _answerer(Path(settings.SEARCH_INDEX_FOLDER), settings.HUB_ELASTICSEARCH)


def each_answerer() -> dict[str, Answerer]:
    """Every engine of this hub by itself, by its name: what editors compare."""
    engines: dict[str, Engine | None] = {"embedded": engine(), "elasticsearch": elastic()}
    return {name: Answerer(found, current) for name, found in engines.items() if found is not None}


def engine() -> EmbeddedEngine:
    """Where documents of the site are kept beside the database."""
    return _embedded(Path(settings.SEARCH_INDEX_FOLDER))


def elastic() -> "ElasticEngine | None":
    """Where they are kept too, when this hub has an Elasticsearch."""
    return _elastic(Path(settings.SEARCH_INDEX_FOLDER), settings.HUB_ELASTICSEARCH)


@lru_cache(maxsize=4)
def _embedded(folder: Path) -> EmbeddedEngine:
    return EmbeddedEngine(folder, current)


@lru_cache(maxsize=4)
def _elastic(folder: Path, address: str) -> "ElasticEngine | None":
    if not address:
        return None
    # Loaded where it is used: the client costs every start a third of a second.
    from search.engines.elastic import ElasticEngine, connect  # noqa: PLC0415 -- see above

    client = connect(address, key=settings.HUB_ELASTICSEARCH_KEY, certificate=settings.HUB_ELASTICSEARCH_CERTIFICATE)
    return ElasticEngine(client, settings.HUB_ELASTICSEARCH_NAME, _embedded(folder), current)


@lru_cache(maxsize=4)
def _answerer(folder: Path, address: str) -> Answerer:
    embedded, first = _embedded(folder), _elastic(folder, address)
    answering: Engine = embedded
    if first is not None:
        from search.engines.failover import FailoverEngine  # noqa: PLC0415 -- see above

        answering = FailoverEngine(first, embedded)
    return Answerer(answering, current)
