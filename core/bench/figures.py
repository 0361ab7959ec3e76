"""What is measured and how: figures with their goals, each from several rounds."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from .client import pace, states
from .servers import HELLO, Server, child_environment
from .subjects import Subject

READERS = 50
PROMISED_SECONDS = 1.0
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing. `low` and `high` are the spread of the rounds, `goal` in words; without: a fact."""

    name: str
    value: float
    goal: str = ""
    is_met: bool | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Effort:
    """How long and how often is measured."""

    rounds: int
    seconds: float


def speed(subjects: list[Subject], database: Path, effort: Effort, say: Progress) -> list[Figure]:
    """A kept page, and each page rendered anew, against a bare Django answer of the same server.

    All are asked in turn in every round, so a slow moment of the machine meets them all.
    """
    hub = {"HUB_DATABASE": str(database)}
    with (
        Server(HELLO, probe="/") as hello,
        Server(environment=hub) as cached,
        Server(environment=hub | {"HUB_PAGE_CACHE": "0"}) as uncached,
    ):
        asked = [("hello", hello, "/"), ("cached", cached, subjects[0].path)]
        asked += [(subject.name, uncached, subject.path) for subject in subjects]
        for _, server, path in asked:
            pace(server.port, path, seconds=0.3)
        rates: dict[str, list[float]] = {name: [] for name, _, _ in asked}
        costs: dict[str, list[float]] = {name: [] for name, _, _ in asked}
        for number in range(effort.rounds):
            say(f"round {number + 1} of {effort.rounds}")
            for name, server, path in asked:
                before = server.cpu_seconds()
                found = pace(server.port, path, seconds=effort.seconds)
                rates[name].append(found.per_second)
                costs[name].append((server.cpu_seconds() - before) / found.answers * 1000)
    goals = {"cached": 1.0} | {subject.name: subject.ratio for subject in subjects}
    ratios = [_ratio(f"{name} ÷ hello", rates[name], rates["hello"], goals[name]) for name in goals]
    return ratios + [_spread(f"processor for {name}, ms", costs[name]) for name in costs]


def queries(subjects: list[Subject]) -> list[Figure]:
    """Queries of each page in a process that has answered it once before."""
    figures = []
    with override_settings(HUB_PAGE_CACHE=False):
        client = Client()
        for subject in subjects:
            client.get(subject.path)
            with CaptureQueriesContext(connection) as captured:
                client.get(subject.path)
            count = len(captured)
            figures.append(Figure(f"queries {subject.name}", count, f"≤ {subject.queries}", count <= subject.queries))
    return figures


def publication(database: Path, rounds: int, say: Progress) -> Figure:
    """The longest time after a commit at which a reader of either of two processes still got the old page."""
    environment = {"HUB_DATABASE": str(database)}
    waits = []
    with Server(environment=environment) as one, Server(environment=environment) as two:
        for number in range(rounds):
            say(f"publication {number + 1} of {rounds}")
            waits.append(_publish_and_wait([one, two], f"Bench {number} {time.time_ns()}", environment))
    worst = max(waits)
    return Figure("publish → visible in 2 processes, s", worst, f"≤ {PROMISED_SECONDS:g}",
                  worst <= PROMISED_SECONDS, min(waits), worst)  # fmt: skip


def stampede(subject: Subject, database: Path, rounds: int, say: Progress) -> Figure:
    """How often a page was rendered when many readers asked for it at the moment after it had expired."""
    renders = []
    with Server(environment={"HUB_DATABASE": str(database), "HUB_PAGE_SECONDS": "1"}) as hub:
        for number in range(rounds):
            say(f"stampede {number + 1} of {rounds}")
            states(hub.port, subject.path, readers=1)
            time.sleep(1.2)
            renders.append(states(hub.port, subject.path, readers=READERS)["rendered"])
    worst = max(renders)
    return Figure(f"renders for {READERS} readers of an expired page", worst, "≤ 2", worst <= 2,
                  min(renders), worst)  # fmt: skip


def _spread(name: str, values: list[float]) -> Figure:
    return Figure(name, statistics.median(values), low=min(values), high=max(values))


def _ratio(name: str, ours: list[float], bare: list[float], goal: float) -> Figure:
    ratios = [mine / theirs for mine, theirs in zip(ours, bare, strict=True)]
    value = statistics.median(ratios)
    words = f"≥ {goal:.2f}" if goal >= 1 else f"≥ 1/{1 / goal:.0f}"
    return Figure(name, value, words, value >= goal, min(ratios), max(ratios))


def _publish_and_wait(servers: list[Server], title: str, environment: dict[str, str]) -> float:
    """Readers ask all the time, before the commit too: how long after it one of them still got the old page."""
    command = [sys.executable, "-m", "core.bench.publishing", title]
    with ThreadPoolExecutor(len(servers)) as pool:
        readers = [pool.submit(_last_old, server, title) for server in servers]
        done = subprocess.run(  # noqa: S603 -- our own words
            command,
            cwd=settings.ROOT,
            env=child_environment(environment),
            capture_output=True,
            text=True,
            check=True,
        )
        committed = float(done.stdout.split()[-1])
        return max(0.0, max(reader.result() for reader in readers) - committed)


def _last_old(server: Server, title: str) -> float:
    """The second at which the last reader asked who still got the old page; 0.0 when nobody did."""
    last = 0.0
    while True:
        asked = time.time()
        if title in _body(server):
            return last
        last = asked
        time.sleep(0.02)


def _body(server: Server) -> str:
    link = HTTPConnection("127.0.0.1", server.port, timeout=60)
    link.request("GET", "/")
    text = link.getresponse().read().decode()
    link.close()
    return text
