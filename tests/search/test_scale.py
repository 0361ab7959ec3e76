"""A large index costs a query no more questions than a small one, and a process no more memory than is budgeted."""

import tracemalloc
from collections.abc import Iterator, Mapping
from itertools import chain

import pytest

from search.answering import Answerer
from search.asking import question
from search.engines.base import MOST_CANDIDATES, Question
from search.engines.worth import place_among_equals, share, tenths
from search.evaluation import documents, load
from search.noise import copies
from search.ranking import Reader
from search.scratch import scratch
from tests.search.conftest import CONTRACT, TODAY

READER = Reader(language="el", fallbacks=(), today=TODAY)
MOST_STATEMENTS = 40  # of one query whose words nobody has asked for yet; most find words near to misspelt ones
MOST_STATEMENTS_AGAIN = 8


@pytest.fixture(scope="module")
def large() -> Iterator[Answerer]:
    """So many things that not all of them can be weighed for each query."""
    own = list(documents(load(CONTRACT / "corpus.json")))
    with scratch(chain(own, copies(own, 400))) as answerer:
        yield answerer


@pytest.fixture(scope="module")
def asked() -> list[str]:
    return [query["q"] for query in load(CONTRACT / "queries-dev.json")["queries"]]


def statements(answerer: Answerer, query: str) -> int:
    """How often the index is asked."""
    counted: list[str] = []
    connection = answerer.engine.tables().connection
    connection.set_trace_callback(counted.append)
    answerer.answer(query, READER)
    connection.set_trace_callback(None)
    return len(counted)


def test_a_query_asks_a_large_index_as_seldom_as_a_small_one(large, answerer, asked):
    for here in (answerer, large):
        fresh = Answerer(here.engine)
        assert max(statements(fresh, query) for query in asked) <= MOST_STATEMENTS
        assert max(statements(fresh, query) for query in asked) <= MOST_STATEMENTS_AGAIN


def test_vocabulary_and_what_was_read_stay_far_below_the_budget_of_memory(large, asked):
    tracemalloc.start()
    fresh = Answerer(large.engine)
    for query in asked[::4]:
        fresh.answer(query, READER)
    grown, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 60_000_000


def test_no_more_than_can_be_ranked_is_fetched(large):
    _plan, ranked = large.ranked("κοινωνικό πλυντήριο", READER)
    assert len(ranked) == MOST_CANDIDATES
    assert ranked[0].unit == "s-laundry"


def test_the_things_fetched_are_those_that_get_most_when_every_one_is_counted(large, asked):
    units = {name.rsplit(":", 1)[0] for name in large.engine.ids()}
    everything = large.engine.of_groups(sorted(units)).units
    held = {unit: (tenths(each), place_among_equals(unit, each[0].facts.date)) for unit, each in everything.items()}
    for query in asked:
        wanted = question(large.ranked(query, READER)[0])
        points = {unit: points_of(wanted, keys) for unit, (keys, _place) in held.items()}
        best = sorted((unit for unit in held if points[unit]), key=lambda unit: (-points[unit], held[unit][1]))
        fetched = large.engine.candidates(wanted).units
        assert set(fetched) == set(best[:MOST_CANDIDATES])


def points_of(wanted: Question, keys: Mapping[str, int]) -> int:
    """What a thing gets by the rule of decision 0040: of every word its best key."""
    return sum(
        max((share(word, weight, keys[key]) for key, weight in own.items() if key in keys), default=0)
        for word, own in wanted.words
    )
