"""Real server processes, a real database that is taken away, a real Redis that is killed."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.db import connection

from core.bench.servers import Server, child_environment, free_port

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]
SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.core.cache.server_settings"}


@pytest.fixture
def database(homes, tmp_path) -> Path:
    """A file with the two home pages, as the servers see it."""
    path = tmp_path / "hub.sqlite3"
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    return path


@pytest.fixture
def start(database) -> Iterator[Callable[..., Server]]:
    """Starts a server on the database; all are stopped after the test."""
    with ExitStack() as stack:

        def starter(**environment: str) -> Server:
            more = SETTINGS | {"HUB_DATABASE": str(database)} | environment
            return stack.enter_context(Server(environment=more))

        yield starter


@pytest.fixture
def redis(tmp_path) -> Iterator[subprocess.Popen]:
    """A Redis of our own; `port` says where."""
    program = shutil.which("redis-server")
    if program is None:
        assert "CI" not in os.environ, "redis-server is missing"
        pytest.skip("redis-server is not installed on this machine")
    port = free_port()
    process = subprocess.Popen([program, "--port", str(port), "--save", "", "--dir", str(tmp_path)],
                               stdout=subprocess.DEVNULL)  # fmt: skip
    process.port = port
    wait_until(lambda: redis_answers(port))
    yield process
    process.kill()
    process.wait()


def redis_answers(port: int) -> bool:
    import redis

    try:
        return redis.Redis(port=port).ping()
    except redis.ConnectionError:
        return False


def wait_until(holds: Callable[[], bool], *, seconds: float = 30) -> None:
    """Ask again and again, a hundred times a second, until it holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it never held"
        time.sleep(0.01)


def get(server: Server, path: str = "/", **headers: str) -> tuple[int, Message, str]:
    link = HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        link.request("GET", path, headers=headers)
        answer = link.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        link.close()


@pytest.fixture
def publish(database) -> Iterator[Callable[[str], float]]:
    """Publishes the home page from a third process and gives the second of its commit."""
    with ExitStack() as stack:

        def publisher(title: str) -> float:
            command = [sys.executable, "-m", "core.bench.publishing", title]
            environment = child_environment(SETTINGS | {"HUB_DATABASE": str(database)})
            # Nobody waits for its end: readers are asked from the commit on.
            process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
            return float(stack.enter_context(process).stdout.readline())

        yield publisher


def last_old(server: Server, title: str) -> float:
    """The second at which the last reader asked who did not get the page with this title."""
    asked = [0.0]

    def is_new() -> bool:
        now = time.time()
        if title in get(server)[2]:
            return True
        asked.append(now)
        return False

    wait_until(is_new, seconds=120)
    return asked[-1]


def away(database: Path) -> None:
    """What an outage leaves behind: a file that is no database."""
    for path in database.parent.glob("hub.sqlite3*"):
        path.unlink(missing_ok=True)  # SQLite itself takes the side files away when the last reader leaves
    database.write_bytes(b"no database at all, only some bytes " * 1000)


def test_page_published_in_one_process_is_visible_in_two_others_within_a_second(start, publish):
    title = "Νέος τίτλος της αρχικής"
    servers = [start(), start()]

    with ThreadPoolExecutor(2) as pool:
        # They ask all the time, before the publication too: whoever comes first after a pause sees it at once.
        readers = [pool.submit(last_old, server, title) for server in servers]
        published = publish(title)

    assert max(reader.result() for reader in readers) - published <= 1


def test_pages_are_served_without_the_database(start, database):
    server = start()
    before = get(server)
    away(database)
    wait_until(lambda: "X-Hub-Stale" in get(server)[1], seconds=10)

    status, headers, text = get(server)
    assert (status, text) == (200, before[2])
    assert headers["ETag"] == before[1]["ETag"]
    assert get(server, "/readyz")[0] == 200
    assert get(server, "/livez")[0] == 200
    assert get(server, "/en/")[0] >= 500  # never asked for before


def test_pages_are_served_from_memory_when_redis_is_killed(start, redis):
    server = start(HUB_REDIS=f"redis://127.0.0.1:{redis.port}")
    before = get(server)[2]
    redis.kill()
    redis.wait()

    answers = [get(server) for _ in range(20)]
    assert {(status, text) for status, _, text in answers} == {(200, before)}
    assert all("X-Hub-Stale" not in headers for _, headers, _ in answers)
    assert get(server, "/en/")[0] == 200


def test_process_that_starts_later_gets_its_pages_from_redis(start, redis):
    servers = [start(HUB_REDIS=f"redis://127.0.0.1:{redis.port}") for _ in range(2)]

    # The host is part of the key: both stand behind the same name.
    answers = [get(server, Host="hub.example")[1]["X-Hub-Cache"] for server in servers]

    assert answers == ["rendered", "fresh"]


def test_publication_reaches_other_processes_also_when_redis_is_gone(start, redis, publish):
    server = start(HUB_REDIS=f"redis://127.0.0.1:{redis.port}")
    get(server)
    redis.kill()
    redis.wait()

    publish("Χωρίς Redis")
    wait_until(lambda: "Χωρίς Redis" in get(server)[2], seconds=3)
