"""Two people on two server processes: what one approves, every reader of both sees, until the minute it ends."""

import json
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import requests
from django.db import connection
from django.db.backends.sqlite3._functions import register
from django.utils import timezone

from core.bench.servers import Server
from tests import schema
from tests.factories.emergencies import team
from tests.schema import copy_into_memory

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]
LANGUAGES = ("", "/en", "/ar", "/sq", "/uk")
STRIP = "data-strip="


@pytest.fixture
def database(tmp_path):
    """The demo and two of the crisis team, in a file of its own."""
    copy_into_memory(schema.demo())
    team()
    path = tmp_path / "hub.sqlite3"
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    return path


@pytest.fixture
def servers(database) -> Iterator[list[Server]]:
    environment = {"DJANGO_SETTINGS_MODULE": "tests.core.cache.server_settings", "HUB_DATABASE": str(database)}
    with ExitStack() as stack:
        yield [stack.enter_context(Server(environment=environment)) for _each in range(2)]


class Person:
    """Somebody of the team in their own browser, at one of the servers."""

    def __init__(self, server: Server, name: str) -> None:
        self.server, self.browser = server, requests.Session()
        self.send("/sign-in/", login=name, password=name)

    def send(self, path: str, *, to: str = "", **values: str) -> requests.Response:
        """Fill in the form of a page, as it stands there, and send it."""
        page = self.browser.get(self.server.address + path)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
        return self.browser.post(self.server.address + (to or path), {"csrfmiddlewaretoken": token, **values})

    def proposes(self, until: str) -> str:
        """A heatwave with the words that stand ready; gives the address of the proposal."""
        address = "/admin/emergencies/new/heat/"
        page = self.browser.get(self.server.address + address).text
        ready = dict(re.findall(r'<input[^>]*name="(title_\w\w)" value="([^"]*)"', page))
        ready |= dict(re.findall(r'<textarea[^>]*name="(message_\w\w)"[^>]*>\s*([^<]*)</textarea>', page))
        return self.send(address, until=until, do="propose", **ready).url.removeprefix(self.server.address)

    def approves(self, path: str) -> requests.Response:
        page = self.browser.get(self.server.address + path).text
        seen = re.search(r'name="seen" value="([^"]+)"', page)[1]
        return self.send(path, to=f"{path}decide/", seen=seen)


def read(address: str) -> requests.Response:
    return requests.get(address, timeout=30)


def addresses(server: Server) -> list[str]:
    """Ten in Greek and two in every other language: where the home page leads, and two views that are no pages."""
    found = ["/emergencies/", "/nothing-here/"]
    for prefix, many in zip(LANGUAGES, (8, 2, 2, 2, 2), strict=True):
        links = re.findall(r'href="(/[^"#?]*/)"', read(f"{server.address}{prefix}/").text)
        own = [path for path in dict.fromkeys(links) if path.startswith(f"{prefix}/") and path.count("/") <= 4]
        found += [path for path in own if prefix or not path.startswith(tuple(f"{each}/" for each in LANGUAGES[1:]))][
            :many
        ]
    return found


def has_strip(address: str) -> bool:
    return STRIP in read(address).text


def last_without(readers: list[str], *, seconds: float) -> float:
    """Ask each reader's address until it shows the strip; the moment of the last question answered without."""
    asked, deadline = [0.0], time.time() + seconds
    while readers:
        assert time.time() < deadline, readers
        moments = {reader: time.time() for reader in readers}
        readers = [reader for reader in readers if not has_strip(reader)]
        asked += [moments[reader] for reader in readers]
    return max(asked)


def end_at(moment: datetime, database: Path) -> None:
    """Nobody types seconds, and no test waits for a minute to pass: the row, and what tells other processes of it."""
    with sqlite3.connect(database) as file:
        register(file)
        file.execute("UPDATE directory_activation SET until = ?", [f"{moment:%Y-%m-%d %H:%M:%S.%f}"])
        purge = [json.dumps(["emergencies", "site"]), f"{timezone.now():%Y-%m-%d %H:%M:%S.%f}"]
        file.execute("INSERT INTO core_cachepurge (tags, created) VALUES (?, ?)", purge)


def test_what_two_people_decide_on_two_servers_every_reader_sees_at_once_until_it_ends(servers, database):
    readers = [server.address + path for path in addresses(servers[0]) for server in servers]
    assert len(readers) == 36
    assert not any(map(has_strip, readers))
    assert {read(reader).headers["X-Hub-Cache"] for reader in readers} == {"fresh"}
    anna, boris = Person(servers[0], "anna"), Person(servers[1], "boris")
    proposal = anna.proposes(f"{timezone.localtime(timezone.now() + timedelta(hours=2)):%Y-%m-%dT%H:%M}")
    assert anna.approves(proposal).status_code == 403
    assert not any(map(has_strip, readers))
    assert boris.approves(proposal).status_code == 200
    decided = time.time()
    assert last_without(readers, seconds=60) - decided <= 1
    ends = timezone.now() + timedelta(seconds=3)
    end_at(ends, database)
    homes = [f"{server.address}/" for server in servers]
    shows = True
    while shows:
        asked = time.time()
        shows = any(map(has_strip, homes))
        assert shows or asked >= ends.timestamp() - 1
        assert asked - ends.timestamp() <= 2
