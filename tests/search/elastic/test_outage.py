"""Elasticsearch killed while editors publish: readers find everything, and the queue brings it level."""

import pytest
from django.core.management import call_command
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from core.taxonomy import Need, NeedWords
from search.engines.base import any_of
from search.filters import Filters
from search.index import elastic
from search.selectors import search
from tests.conftest import NOON

pytestmark = pytest.mark.django_db(transaction=True)


def publish(slug: str, name: str) -> None:
    NeedWords.objects.create(term=Need.objects.create(slug=slug, order=1), language="el", name=name)


def found(query: str) -> list[str]:
    return [result.document.title for result in search(query, Filters(), language="el", now=NOON).results]


def in_elastic(key: str) -> list[str]:
    elastic().writing.indices.refresh(index="site")
    return [entries[0].document.title for entries in elastic().candidates(any_of(key)).units.values()]


def work() -> None:
    """Let the waits pass and the worker do what is due."""
    DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(run_after=get_date_max())
    call_command("db_worker", "--batch", "--no-startup-delay", "--interval=0", "-v0")


def test_readers_lose_nothing_and_the_queue_catches_up(server, hub_with_elastic, homes, needs_are_searched):
    publish("hygiene", "Κοινωνικό Πλυντήριο")
    work()
    assert in_elastic("gplidir") == ["Κοινωνικό Πλυντήριο"]

    server.command("--kill")
    publish("food", "Συσσίτιο Καμινίων")
    work()
    assert found("syssitio") == ["Συσσίτιο Καμινίων"]
    assert found("πλυντήριο") == ["Κοινωνικό Πλυντήριο"]

    server.command("--background")
    work()
    assert in_elastic("gsisit") == ["Συσσίτιο Καμινίων"]
    assert not DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).exists()


def test_a_rebuild_by_command_fills_both(hub_with_elastic, homes, needs_are_searched, capsys):
    publish("hygiene", "Κοινωνικό Πλυντήριο")
    call_command("search_rebuild")
    assert "1 units" in capsys.readouterr().out
    assert in_elastic("gplidir") == ["Κοινωνικό Πλυντήριο"]
