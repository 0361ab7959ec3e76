"""Indexes for a measurement: of certain documents and nothing else, on any engine, and removed afterwards."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connections

from .answering import Answerer
from .documents import SearchDocument, in_portions
from .engines.base import IndexAway
from .engines.embedded import EmbeddedEngine
from .engines.stored import StoredEngine

if TYPE_CHECKING:
    from .engines.elastic import ElasticEngine

ENGINES = ("embedded", "postgresql", "elasticsearch")
_PORTION = 1_000  # documents written at a time


class EngineMissing(Exception):
    """A server is not named or does not answer; the message is one line."""


@contextmanager
def scratch(content: Iterable[SearchDocument], engine: str = "embedded") -> Iterator[Answerer]:
    """What answers from these documents; with Elasticsearch an embedded index is beside it."""
    name = f"{settings.HUB_ELASTICSEARCH_NAME}_scratch_{os.getpid()}"
    with _in_postgres(name) if engine == "postgresql" else _embedded() as stored:
        if engine != "elasticsearch":
            _fill(stored, content)
            yield Answerer(stored)
            return
        first = _elastic(name, stored)
        try:
            built = first.begin()
            for part in in_portions(content, _PORTION):
                stored.write(part)
                first.write(part, version=1, into=built)
            first.switch(built)
            yield Answerer(first)
        finally:
            first.forget()


@contextmanager
def _embedded() -> Iterator[StoredEngine]:
    with tempfile.TemporaryDirectory(prefix="search-scratch-") as folder:
        engine = EmbeddedEngine(Path(folder))
        yield engine
        engine.close()


@contextmanager
def _in_postgres(name: str) -> Iterator[StoredEngine]:
    from .engines.postgres import PostgresEngine, address_of  # noqa: PLC0415 -- its driver, only where it is used

    database = connections["default"]
    address = address_of(database) if database.vendor == "postgresql" else os.environ.get("DATABASE_URL", "")
    if not address:
        raise EngineMissing("Name a PostgreSQL: DATABASE_URL=postgres://user:password@host/database.")
    engine = PostgresEngine(address, name)
    try:
        engine.generation()
    except IndexAway as error:
        raise EngineMissing(f"PostgreSQL does not answer: {error}") from error
    try:
        yield engine
    finally:
        engine.forget()


def _elastic(name: str, stored: StoredEngine) -> ElasticEngine:
    from .engines.elastic import (  # noqa: PLC0415 -- only where it is used
        UNAVAILABLE,
        WRITER_PATIENCE,
        ElasticEngine,
        connect,
    )

    address = settings.HUB_ELASTICSEARCH
    if not address:
        raise EngineMissing("Name the server: HUB_ELASTICSEARCH=http://127.0.0.1:9200 (make elasticsearch).")
    client = connect(address, key=settings.HUB_ELASTICSEARCH_KEY, certificate=settings.HUB_ELASTICSEARCH_CERTIFICATE)
    # What is found is measured, so a slow moment of the server is waited for as no reader would.
    engine = ElasticEngine(client, name.replace("_", "-"), stored, patience=WRITER_PATIENCE)
    try:
        engine.targets()
    except UNAVAILABLE as error:
        raise EngineMissing(f"Elasticsearch at {address} does not answer: {type(error).__name__}.") from error
    return engine


def _fill(engine: StoredEngine, content: Iterable[SearchDocument]) -> None:
    beside = engine.begin()
    for part in in_portions(content, _PORTION):
        beside.write(part)
    engine.switch(beside)
    beside.close()
