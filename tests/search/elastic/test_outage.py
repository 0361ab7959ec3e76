"""Elasticsearch killed while editors publish: readers find everything, and the queue brings it level."""

import threading

import pytest
from django.core.management import call_command
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from core.taxonomy import Need, NeedWords
from search.engines.base import any_of
from search.filters import Filters
from search.index import answerer, elastic, engine
from search.selectors import search
from tests.conftest import NOON
from tests.search.test_engine import READER

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


def test_readers_lose_nothing_while_fifty_changes_meet_a_dead_server(
    server, hub_with_elastic, homes, needs_are_searched
):
    publish("hygiene", "Κοινωνικό Πλυντήριο")
    work()
    assert in_elastic("gplidir") == ["Κοινωνικό Πλυντήριο"]
    done, wrong = threading.Event(), []

    def read() -> None:
        while not done.wait(0.1):  # two of them: twenty questions a second
            try:
                hits = answerer().answer("plyntirio", READER).hits
                wrong.extend([] if len(hits) == 1 else [f"{len(hits)} hits"])
            except Exception as error:  # noqa: BLE001 -- whatever a reader would meet
                wrong.append(repr(error))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(50):
        if number == 10:
            server.command("--kill")
        publish(f"need-{number}", f"Συσσίτιο {number}")
    work()
    assert len(found("syssitio")) == 20
    server.command("--background")
    work()
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert len(engine().ids()) == len(set(engine().ids())) == 51
    assert engine().terms(["gsisit"])["gsisit"].frequency == 50
    assert sorted(in_elastic("gsisit")) == sorted(f"Συσσίτιο {number}" for number in range(50))
    assert not DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).exists()


def test_of_two_edits_that_change_places_in_the_queue_the_newer_stays(hub_with_elastic, homes, needs_are_searched):
    publish("hygiene", "Κοινωνικό Πλυντήριο")
    work()
    words = NeedWords.objects.get()
    for name in ("Πλυντήριο και στεγνωτήριο", "Πλυντήριο Καμινίων"):
        words.name = name
        words.save()
    first, second = DBTaskResult.objects.filter(status=TaskResultStatus.READY).order_by("enqueued_at")
    first.enqueued_at, second.enqueued_at = second.enqueued_at, first.enqueued_at
    first.save()
    second.save()
    work()
    assert in_elastic("gplidir") == found("plyntirio") == ["Πλυντήριο Καμινίων"]


def test_a_rebuild_by_command_fills_both(hub_with_elastic, homes, needs_are_searched, capsys):
    publish("hygiene", "Κοινωνικό Πλυντήριο")
    call_command("search_rebuild")
    assert "1 units" in capsys.readouterr().out
    assert in_elastic("gplidir") == ["Κοινωνικό Πλυντήριο"]
