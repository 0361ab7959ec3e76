"""A real Elasticsearch on a port of its own (tools/elasticsearch), one for each process of the run."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from search.engines.elastic import ElasticEngine, connect
from search.engines.embedded import EmbeddedEngine

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


@pytest.fixture
def hub_with_elastic(server, settings) -> Iterator[None]:
    """The site's own search, with this server in its settings."""
    settings.HUB_ELASTICSEARCH = server.address
    settings.HUB_ELASTICSEARCH_NAME = "site"
    from search.index import elastic as sites

    yield
    sites().forget()
