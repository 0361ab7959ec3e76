"""A large index costs a query no more questions than a small one, and a process no more memory than is budgeted."""

import tracemalloc
from collections.abc import Iterator
from itertools import chain

import pytest

from search.answering import Answerer
from search.asking import question
from search.engines.base import MOST_CANDIDATES
from search.engines.postings import likeliest
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


def test_leaving_out_what_cannot_be_among_the_best_changes_nothing(large, asked):
    tables = large.engine.tables()
    for query in asked:
        wanted = question(large.ranked(query, READER)[0])
        everything = likeliest(tables, wanted, 1_000_000)
        assert likeliest(tables, wanted, MOST_CANDIDATES) == everything[:MOST_CANDIDATES]
