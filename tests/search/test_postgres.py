"""Search in the site's PostgreSQL: the same answers as embedded, and nothing of the site held or locked."""

import threading
from dataclasses import replace

import psycopg
import pytest
from django.db import connections
from django.db.utils import ConnectionHandler
from psycopg.conninfo import conninfo_to_dict

from search import index
from search.answering import Answerer
from search.engines.base import AWAY, any_of
from search.engines.embedded import EmbeddedEngine
from search.engines.postgres import PostgresEngine, address_of
from search.evaluation import load, run
from tests.search.conftest import CONTRACT
from tests.search.test_engine import LAUNDRY, READER, SOUP


@pytest.fixture
def engine(postgres):
    found = PostgresEngine(postgres, "hub_test")
    yield found
    found.forget()


def test_both_engines_answer_the_development_queries_alike(postgres, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", postgres)
    corpus = load(CONTRACT / "corpus.json")
    asked = [(query["id"], query["q"]) for query in load(CONTRACT / "queries-dev.json")["queries"]]
    assert run(corpus, asked, "postgresql").answers == run(corpus, asked).answers


def test_a_site_on_postgresql_keeps_its_index_there_without_being_told(hub_with_postgresql):
    assert index.engine().name == "postgresql"
    index.engine().write([LAUNDRY])
    assert [hit.unit for hit in index.answerer().answer("plyntirio", READER).hits] == [LAUNDRY.group]


def test_a_site_on_sqlite_keeps_its_index_in_a_folder():
    assert connections["default"].vendor == "sqlite"
    assert isinstance(index.engine(), EmbeddedEngine)


def test_an_address_keeps_how_the_connection_is_secured(postgres):
    settings = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "hub",
        "HOST": "db",
        "USER": "u",
        "PASSWORD": "a b",
    }
    options = {"OPTIONS": {"sslmode": "verify-full", "connect_timeout": 3, "pool": True}}
    made = conninfo_to_dict(address_of(ConnectionHandler({"default": settings | options})["default"]))
    assert made == {
        "dbname": "hub",
        "host": "db",
        "user": "u",
        "password": "a b",
        "sslmode": "verify-full",
        "connect_timeout": "3",
    }


def test_a_server_that_is_away_is_an_index_that_is_away(tmp_path):
    away = PostgresEngine(f"host={tmp_path} dbname=none user=hub")
    assert not away.state().ready
    with pytest.raises(AWAY):
        Answerer(away).answer("πλυντήριο", READER)


def test_a_connection_that_broke_is_made_anew(engine, postgres):
    engine.write([LAUNDRY])
    with psycopg.connect(postgres, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    with pytest.raises(AWAY):
        engine.snapshot()
    assert list(engine.candidates(any_of("gplidir")).units) == [LAUNDRY.group]


def test_two_writers_wait_for_each_other(engine):
    engine.write([LAUNDRY])

    def write(number: int) -> None:
        writer = PostgresEngine(engine.address, engine.prefix)
        writer.write([replace(SOUP, group=f"directory.structure:{number}{each}") for each in range(5)])
        writer.close()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert engine.snapshot().statistics.units == 21
    assert engine.terms(["gsisit"])["gsisit"].frequency == 20


@pytest.mark.parametrize("key", ["g'", "g\\", "g:*", "g & g", "g'); DROP SCHEMA public; --"])
def test_no_key_is_syntax(engine, key):
    engine.write([LAUNDRY])
    assert engine.candidates(any_of(key)).units == {}
