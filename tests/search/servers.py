"""Real servers that search is tested on: an Elasticsearch on a port of its own (tools/elasticsearch), a PostgreSQL.

One of each for each process of the run; `tests/search/conftest.py` makes these fixtures known.
"""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db.utils import ConnectionHandler
from psycopg.conninfo import conninfo_to_dict

from search import index
from search.engines.elastic import ElasticEngine, connect
from search.engines.embedded import EmbeddedEngine
from tests.postgres import running

RUN = Path(settings.ROOT) / "tools" / "elasticsearch" / "run"
PORT = str(9391 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")))


@dataclass(frozen=True)
class Server:
    """The running server and how to disturb it."""

    address: str

    def command(self, what: str) -> subprocess.CompletedProcess[str]:
        folder = str(Path(settings.ROOT) / "var" / "elasticsearch")
        environment = {**os.environ, "ES_PORT": PORT, "ES_HOME_DIR": folder}
        return subprocess.run([str(RUN), what], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Started once; skipped, with the reason, where Java or Maven are missing."""
    found = Server(f"http://127.0.0.1:{PORT}")
    begun = found.command("--background")
    if begun.returncode:
        pytest.skip(begun.stderr.strip().splitlines()[-1])
    yield found
    found.command("--wipe")


@pytest.fixture
def elastic(server, tmp_path, request) -> Iterator[ElasticEngine]:
    """An engine of this test, with an empty index in use."""
    name = "t" + str(abs(hash(request.node.name)))
    engine = ElasticEngine(connect(server.address), name, EmbeddedEngine(tmp_path / "search"))
    engine.switch(engine.begin())
    yield engine
    engine.forget()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL, started when the first test asks for it."""
    with running() as address:
        yield address


@pytest.fixture
def hub_with_postgresql(db, postgres, monkeypatch) -> Iterator[None]:
    """The site's own search, as it is where the default database is this PostgreSQL."""
    parts = conninfo_to_dict(postgres)
    database = {"ENGINE": "django.db.backends.postgresql", "NAME": parts["dbname"], "USER": parts["user"]}
    monkeypatch.setattr(index, "connections", ConnectionHandler({"default": {**database, "HOST": parts["host"]}}))
    yield
    index.engine().forget()


@pytest.fixture
def hub_with_elastic(server, settings) -> Iterator[None]:
    """The site's own search, with this server in its settings."""
    settings.HUB_ELASTICSEARCH = server.address
    settings.HUB_ELASTICSEARCH_NAME = "site"
    yield
    index.elastic().forget()
