"""Processor time of what this process does: others on the machine do not change it much, as they do the wall clock."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .figures import Figure


def processor_ms(work: Callable[[], Any]) -> float:
    """Milliseconds of processor time that a piece of work takes."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def answer_ms(client: Client, path: str) -> float:
    """The same for an answer, streamed to its end. Raises AssertionError unless it is 200."""

    def ask() -> None:
        response = client.get(path)
        for _chunk in response if response.streaming else ():
            pass
        if response.status_code != 200:
            raise AssertionError(f"{path}: {response.status_code}")

    return processor_ms(ask)


def worst_of_twenty(name: str, values: Sequence[float], goal: float) -> Figure:
    """The 95th percentile of some measurements against what it may be at most."""
    value = statistics.quantiles(values, n=20, method="inclusive")[-1]
    return Figure(f"{name}, p95", value, f"≤ {goal:g}", value <= goal, min(values), max(values))


def at_most(name: str, value: float, goal: float) -> Figure:
    return Figure(name, value, f"≤ {goal:g}", value <= goal)


def queries_of(client: Client, path: str) -> int:
    """How many queries an answer takes in a process that has given it before."""
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)
