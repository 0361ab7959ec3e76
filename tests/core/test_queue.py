"""The queue loses nothing: not by a rollback, not by a failure, not by a worker that dies."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from core.queue import ABANDONED, dead_letters, enqueue_on_commit, queue_state, rescue, retry_dead

RAN: list[int] = []
NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@task()
def note(number):
    RAN.append(number)


@task()
def fail():
    raise ConnectionError("away")


@pytest.fixture(autouse=True)
def _nothing_ran():
    RAN.clear()


def work():
    call_command("db_worker", "--batch", "--no-startup-delay", "--interval=0", "-v0")


def make_due():
    """Let the waits pass: what a clock would do."""
    DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(run_after=get_date_max())


@pytest.mark.django_db(transaction=True)
def test_task_is_run_after_the_commit_by_a_worker():
    with transaction.atomic():
        enqueue_on_commit(note, number=7)
        assert RAN == []
    work()
    assert RAN == [7]


@pytest.mark.django_db(transaction=True)
def test_task_vanishes_with_the_transaction_that_wanted_it():
    with pytest.raises(RuntimeError), transaction.atomic():
        enqueue_on_commit(note, number=7)
        raise RuntimeError
    work()
    assert RAN == []


@pytest.mark.django_db(transaction=True)
def test_failed_task_waits_longer_each_time_and_ends_as_a_dead_letter(settings):
    settings.HUB_QUEUE_WAITS = [timedelta(minutes=1), timedelta(hours=1)]
    enqueue_on_commit(fail)
    waits = []
    for _attempt in range(2):
        begun = timezone.now()
        work()
        row = DBTaskResult.objects.get()
        assert row.status == TaskResultStatus.READY
        waits.append(round((row.run_after - begun).total_seconds() / 60))
        make_due()
    work()
    assert waits == [1, 60]
    assert [row.exception_class_path for row in dead_letters()] == ["builtins.ConnectionError"]


@pytest.mark.django_db(transaction=True)
def test_dead_letter_runs_again_when_a_person_says_so(settings):
    settings.HUB_QUEUE_WAITS = []
    enqueue_on_commit(fail)
    work()
    assert retry_dead([dead_letters().get().pk]) == 1
    assert queue_state(timezone.now()).waiting == 1


@pytest.mark.django_db(transaction=True)
def test_task_of_a_worker_that_died_returns_to_the_queue():
    enqueue_on_commit(note, number=3)
    DBTaskResult.objects.get().claim("dead worker")
    work()
    assert RAN == []
    assert rescue(timezone.now() - ABANDONED) == 0
    DBTaskResult.objects.update(started_at=timezone.now() - ABANDONED - timedelta(seconds=1))
    assert rescue(timezone.now() - ABANDONED) == 1
    work()
    assert RAN == [3]


@pytest.mark.django_db
def test_state_counts_what_waits_and_names_the_age_of_the_oldest_that_is_due(django_assert_num_queries):
    for number in range(3):
        enqueue_on_commit(note, number=number)
    first, second, third = DBTaskResult.objects.order_by("enqueued_at")
    DBTaskResult.objects.filter(pk=first.pk).update(enqueued_at=NOON - timedelta(hours=3), run_after=NOON)
    DBTaskResult.objects.filter(pk=second.pk).update(
        enqueued_at=NOON - timedelta(hours=5), run_after=NOON + timedelta(hours=1)
    )
    DBTaskResult.objects.filter(pk=third.pk).update(status=TaskResultStatus.FAILED)
    with django_assert_num_queries(1):
        state = queue_state(NOON)
    assert (state.waiting, state.running, state.dead) == (2, 0, 1)
    assert state.oldest == timedelta(hours=3)
