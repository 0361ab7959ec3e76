"""The engines of this process, made at the first use.

One keeps the vocabulary and answers when nothing else does: in the site's PostgreSQL, else embedded, in a folder.
With an address in `HUB_ELASTICSEARCH` candidates come from there while it answers.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connections

from search.answering import Answerer
from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine
from search.engines.stored import StoredEngine
from search.lexicon.current import current

if TYPE_CHECKING:
    from search.engines.elastic import ElasticEngine


def answerer() -> Answerer:
    """What answers queries of readers."""
    return _answerer(engine(), elastic())


def each_answerer() -> dict[str, Answerer]:
    """Every engine of this hub by itself, by its name: what editors compare."""
    engines: dict[str, Engine | None] = {engine().name: engine(), "elasticsearch": elastic()}
    return {name: Answerer(found, current) for name, found in engines.items() if found is not None}


def engine() -> StoredEngine:
    """Where documents of the site are kept."""
    database = connections["default"]
    if database.vendor == "postgresql":
        from search.engines.postgres import address_of  # noqa: PLC0415 -- its driver, only where it is used

        return _in_postgres(address_of(database))
    return _embedded(Path(settings.SEARCH_INDEX_FOLDER))


def elastic() -> "ElasticEngine | None":
    """Where they are kept too, when this hub has an Elasticsearch."""
    return _elastic(engine(), settings.HUB_ELASTICSEARCH)


@lru_cache(maxsize=4)
def _embedded(folder: Path) -> StoredEngine:
    return EmbeddedEngine(folder, current)


@lru_cache(maxsize=4)
def _in_postgres(address: str) -> StoredEngine:
    from search.engines.postgres import PostgresEngine  # noqa: PLC0415 -- see above

    return PostgresEngine(address, lexicon=current)


@lru_cache(maxsize=4)
def _elastic(stored: StoredEngine, address: str) -> "ElasticEngine | None":
    if not address:
        return None
    # Loaded where it is used: the client costs every start a third of a second.
    from search.engines.elastic import ElasticEngine, connect  # noqa: PLC0415 -- see above

    client = connect(address, key=settings.HUB_ELASTICSEARCH_KEY, certificate=settings.HUB_ELASTICSEARCH_CERTIFICATE)
    return ElasticEngine(client, settings.HUB_ELASTICSEARCH_NAME, stored, current)


@lru_cache(maxsize=4)
def _answerer(stored: StoredEngine, first: "ElasticEngine | None") -> Answerer:
    answering: Engine = stored
    if first is not None:
        from search.engines.failover import FailoverEngine  # noqa: PLC0415 -- see above

        answering = FailoverEngine(first, stored)
    return Answerer(answering, current)
