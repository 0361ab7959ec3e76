"""Elasticsearch gives the same answers; of two writes the later reading wins; nobody notices when it is away."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from elasticsearch.helpers import BulkIndexError

from search.answering import Answerer
from search.engines.base import any_of
from search.engines.elastic import UNAVAILABLE, ElasticEngine, connect
from search.engines.failover import FailoverEngine
from search.evaluation import load, run
from tests.search.test_engine import LAUNDRY, READER, SOUP

CONTRACT = Path(__file__).parents[2] / "contract" / "search"
SOUND = "gplidir"  # πλυντήριο; gruh is ρούχα


def titles(engine: ElasticEngine) -> list[str]:
    engine.writing.indices.refresh(index=engine.name)
    return [entries[0].document.title for entries in engine.candidates(any_of(SOUND, "gruh")).units.values()]


@pytest.fixture(scope="module")
def corpus() -> dict:
    return load(CONTRACT / "corpus.json")


def test_both_engines_answer_the_development_queries_alike(server, settings, corpus):
    settings.HUB_ELASTICSEARCH = server.address
    asked = [(query["id"], query["q"]) for query in load(CONTRACT / "queries-dev.json")["queries"]]
    here, there = run(corpus, asked).answers, run(corpus, asked, "elasticsearch").answers
    assert json.dumps(there, sort_keys=True) == json.dumps(here, sort_keys=True)


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "AND OR NOT NEAR( * ^ : {} \\/",
        "'; DROP TABLE",
        "title:*^9 ~2",
        "\x00\u202e\u200b",
        "🥣" * 50,
        "αβγ " * 900,
    ],
)
def test_signs_of_a_query_language_are_plain_words(elastic, query):
    elastic.stored.write([LAUNDRY])
    assert Answerer(elastic).answer(query, READER).hits == ()


def test_a_document_comes_back_as_it_was_written(elastic):
    elastic.write([LAUNDRY], version=1)
    elastic.writing.indices.refresh(index=elastic.name)
    (entries,) = elastic.candidates(any_of(SOUND)).units.values()
    assert entries[0].document == LAUNDRY


def test_a_write_that_was_read_earlier_loses_whenever_it_arrives(elastic):
    newer = replace(LAUNDRY, title="Στεγνωτήριο")
    assert elastic.write([newer], version=20) == 1
    assert elastic.write([LAUNDRY], version=10) == 0
    assert titles(elastic) == ["Στεγνωτήριο"]


def test_what_was_deleted_does_not_come_back_with_an_older_write(elastic):
    elastic.write([LAUNDRY], version=10)
    assert elastic.delete([LAUNDRY.group], version=20) == 1
    elastic.write([LAUNDRY], version=15)
    assert titles(elastic) == []


def test_pages_that_left_a_document_are_forgotten(elastic):
    pages = [replace(LAUNDRY, page=number) for number in (1, 2, 3)]
    elastic.write(pages, version=1)
    assert elastic.delete([LAUNDRY.group], version=2, but={pages[0].unit}) == 2
    assert len(titles(elastic)) == 1


def test_a_document_of_a_wrong_form_is_said_and_not_swallowed(elastic):
    with pytest.raises(BulkIndexError):
        elastic._send([{"_id": "x", "_source": {"unheard": 1}}], 1, elastic.targets())


def test_a_build_keeps_what_was_written_meanwhile(elastic):
    elastic.write([LAUNDRY, SOUP], version=1)
    built = elastic.begin()
    elastic.write([replace(LAUNDRY, title="Στεγνωτήριο")], version=20)
    elastic.delete([SOUP.group], version=21)
    elastic.write([LAUNDRY, SOUP], version=10, into=built)
    elastic.switch(built)
    assert titles(elastic) == ["Στεγνωτήριο"]
    assert elastic.targets() == [built]


def test_readers_notice_nothing_of_two_rebuilds(elastic):
    elastic.write([LAUNDRY], version=1)
    elastic.writing.indices.refresh(index=elastic.name)
    done, short = threading.Event(), []

    def read() -> None:
        while not done.is_set():
            try:
                short.extend([] if elastic.candidates(any_of(SOUND)).units else ["empty"])
            except UNAVAILABLE as error:
                short.append(str(error))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for version in (2, 3):
        built = elastic.begin()
        elastic.write([LAUNDRY], version=version, into=built)
        elastic.switch(built)
    done.set()
    for reader in readers:
        reader.join()
    assert short == []


def test_a_server_that_is_away_costs_one_question_and_is_asked_again_later(tmp_path):
    clock = [100.0]
    away = ElasticEngine(connect("http://127.0.0.1:9"), "away", stored=_embedded(tmp_path))
    engine = FailoverEngine(away, away.stored, clock=lambda: clock[0])
    tries = []
    away.candidates = lambda *asked: tries.append(clock[0]) or ElasticEngine.candidates(away, *asked)
    for now in (100.0, 101.0, 104.9, 105.0, 114.9, 115.0):
        clock[0] = now
        assert [hit.unit for hit in Answerer(engine).answer("πλυντήριο", READER).hits] == [LAUNDRY.group]
    assert tries == [100.0, 105.0, 115.0]


def _embedded(folder):
    from search.engines.embedded import EmbeddedEngine

    engine = EmbeddedEngine(folder)
    engine.write([LAUNDRY])
    return engine
