"""The budgets of search.md §15, measured on the index in use, whatever its size."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.test import Client

from core.bench.figures import Figure
from core.bench.servers import child_environment
from core.bench.subjects import SEARCH
from core.bench.timing import at_most, processor_ms, queries_of, worst_of_twenty
from core.garbage import settle
from search.bench.examples import Asked, Limits, asked, limit
from search.filters import Filters
from search.index import engine
from search.selectors import search
from search.suggestions import suggest

SEARCHING: Limits = ((205, 10), (10_000, 20), (100_000, 60))
MEMORY: Limits = ((10_000, 60), (100_000, 250))
SUGGESTING: Limits = ((10_000, 30), (100_000, 100))  # the second is ours: below it nobody notices a pause
QUERIES, WRITING = 14, 50
TYPED = range(2, 13, 2)  # letters
WRITTEN = 20  # things


def measure(at: datetime) -> Iterator[Figure]:
    """All budgets; what writes comes last."""
    units, queries = engine().state().units, asked()
    yield from _memory(units)
    settle()  # as servers do when they start (portal/warming.py)
    search(queries[0].text, Filters(), language=queries[0].language, now=at)
    times = [_searching(query, at) for query in queries]
    yield Figure("search, ms, median", sorted(times)[len(times) // 2])
    yield worst_of_twenty("search, ms", times, limit(units, SEARCHING))
    typed = {query.text[:letters]: query.language for query in queries for letters in TYPED}
    suggesting = [
        processor_ms(lambda: suggest(text, language=language, now=at))  # noqa: B023 -- called at once
        for text, language in typed.items()
    ]
    yield worst_of_twenty("suggestions, ms", suggesting, limit(units, SUGGESTING))
    yield at_most("page of results, queries", queries_of(Client(), SEARCH), QUERIES)
    yield from _writing()


def _searching(query: Asked, at: datetime) -> float:
    return processor_ms(lambda: search(query.text, Filters(), language=query.language, now=at))


def _writing() -> Iterator[Figure]:
    """Things that are there, written again, each by itself."""
    things = engine().of_groups(engine().changed_since(0)[:WRITTEN]).units.values()
    own = [[entry.document for entry in entries] for entries in things]
    times = [processor_ms(lambda: engine().write(documents)) for documents in own]  # noqa: B023 -- called at once
    yield worst_of_twenty("writing one thing, ms", times, WRITING)


def _memory(units: int) -> Iterator[Figure]:
    """What a process grows by that has only searched, of it the lexicon."""
    done = subprocess.run(
        [sys.executable, "-m", "search.bench.memory"],
        cwd=settings.ROOT,
        env=child_environment({"HUB_DATABASE": str(connection.settings_dict["NAME"])}),
        capture_output=True,
        text=True,
        check=True,
    )
    grown = json.loads(done.stdout)
    yield from (Figure(f"memory of {name}, MB", megabytes) for name, megabytes in grown.items())
    yield at_most("memory of search, MB", sum(grown.values()), limit(units, MEMORY))
