"""Purges are rows: every process sees them, in order, at most half a second apart."""

import pytest
from django.db import transaction

from core.cache import purge
from core.cache.models import CachePurge
from core.cache.purges import MAX_TAGS, PurgeLog


class HandClock:
    """A clock that is set by hand."""

    def __init__(self, at: float = 1_800_000_000.0) -> None:
        self.at = at

    def now(self) -> float:
        return self.at


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def other(clock):
    """The log of another process."""
    log = PurgeLog(clock=clock)
    log.look()
    return log


@pytest.fixture
def told(other):
    heard: list[set[str]] = []
    other.subscribe(lambda tags: heard.append(set(tags)))
    return heard


@pytest.mark.django_db(transaction=True)
def test_purge_is_written_when_the_transaction_commits():
    with transaction.atomic():
        purge("structure:1")
        purge("structure:2", "list:directory")
        assert not CachePurge.objects.exists()

    assert [row.tags for row in CachePurge.objects.all()] == [["list:directory", "structure:1", "structure:2"]]


@pytest.mark.django_db(transaction=True)
def test_purge_is_not_written_when_the_transaction_is_rolled_back():
    with pytest.raises(ValueError, match="no"), transaction.atomic():
        purge("structure:1")
        raise ValueError("no")

    assert not CachePurge.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_purge_survives_a_savepoint_that_was_rolled_back():
    with transaction.atomic():
        with pytest.raises(ValueError, match="no"), transaction.atomic():
            purge("structure:1")
            raise ValueError("no")
        purge("structure:2")

    assert "structure:2" in CachePurge.objects.get().tags


@pytest.mark.django_db(transaction=True)
def test_purge_by_a_callback_of_the_commit_loses_nothing_of_the_transaction():
    with transaction.atomic():
        transaction.on_commit(lambda: purge("search"))
        purge("structure:1")

    assert [row.tags for row in CachePurge.objects.order_by("pk")] == [["search"], ["structure:1"]]


@pytest.mark.django_db(transaction=True)
def test_purge_reaches_another_process_half_a_second_later(other, told, clock):
    purge("structure:1")

    clock.at += 0.4
    other.look()
    assert told == []

    clock.at += 0.1
    other.look()
    assert told == [{"structure:1"}]


@pytest.mark.django_db(transaction=True)
def test_look_costs_one_query(other, clock, django_assert_num_queries):
    clock.at += 1
    with django_assert_num_queries(1):
        other.look()
        other.look()


@pytest.mark.django_db(transaction=True)
def test_purge_that_becomes_visible_late_is_still_seen(other, told, clock):
    """PostgreSQL numbers rows before they are committed."""
    CachePurge.objects.create(pk=7, tags=["structure:7"], created="2026-01-01T00:00Z")
    clock.at += 1
    other.look()
    CachePurge.objects.create(pk=6, tags=["structure:6"], created="2026-01-01T00:00Z")
    clock.at += 1
    other.look()

    assert told == [{"structure:7"}, {"structure:6"}]
    assert other.number == 7


@pytest.mark.django_db(transaction=True)
def test_page_rendered_before_a_purge_counts_as_purged_and_one_after_does_not(other, clock):
    before = other.number
    purge("structure:1")
    clock.at += 1
    other.look()

    assert other.purged_since(frozenset({"structure:1"}), before)
    assert not other.purged_since(frozenset({"structure:2"}), before)
    assert not other.purged_since(frozenset({"structure:1"}), other.number)


@pytest.mark.django_db(transaction=True)
def test_purge_of_very_many_tags_is_a_purge_of_everything(other, clock):
    with transaction.atomic():
        for number in range(MAX_TAGS + 1):
            purge(f"structure:{number}")
    clock.at += 1
    other.look()

    assert CachePurge.objects.get().tags == ["*"]
    assert other.purged_since(frozenset({"news:1"}), 0)


@pytest.mark.django_db(transaction=True)
def test_process_that_slept_longer_than_rows_are_kept_forgets_everything(other, told, clock):
    clock.at += 26 * 3600
    other.look()

    assert told == [{"*"}]


@pytest.mark.django_db(transaction=True)
def test_old_rows_are_removed(other, clock):
    CachePurge.objects.create(pk=99, tags=["structure:1"], created="2020-01-01T00:00Z")
    other.record(frozenset({"structure:2"}))

    assert [row.tags for row in CachePurge.objects.all()] == [["structure:2"]]
