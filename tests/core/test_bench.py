"""The benchmark measures what it says: real answers of a real server, and nothing else."""

import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from wagtail.models import Page

from core.bench.client import WrongAnswer, pace
from core.bench.figures import _ratio
from core.bench.servers import HELLO, Server, ServerFailed, child_environment
from core.bench.subjects import subjects
from core.bench.timing import answer_ms, queries_of, worst_of_twenty


@pytest.mark.processes
def test_reader_counts_the_answers_of_a_real_server():
    with Server(HELLO, probe="/") as hello:
        found = pace(hello.port, "/", seconds=0.3)

        assert found.answers > 10
        assert found.seconds >= 0.3
        assert hello.cpu_seconds() > 0


@pytest.mark.processes
def test_reader_refuses_to_measure_an_error():
    with Server(HELLO, probe="/") as hello, pytest.raises(WrongAnswer, match="404"):
        pace(hello.port, "/missing/", seconds=0.3)


@pytest.mark.processes
def test_server_that_does_not_start_is_named():
    with pytest.raises(ServerFailed, match=r"core\.bench\.nothing"), Server("core.bench.nothing:application"):
        pass


def test_pages_are_found_without_knowing_any_app(homes):
    found = {subject.name: subject.path for subject in subjects()}

    assert found["home"] == "/"
    assert "detail" not in found


def test_page_of_a_kind_that_does_not_exist_is_left_out(homes):
    Page.objects.filter(depth__gt=2).delete()

    assert {subject.name for subject in subjects()} <= {"home", "search"}


@pytest.mark.parametrize(
    ("ours", "value", "is_met"), [([90, 110, 100], 1.0, True), ([90, 80, 70], 0.8, False)], ids=["met", "missed"]
)
def test_ratio_is_the_median_of_the_rounds(ours, value, is_met):
    figure = _ratio("cached ÷ hello", ours, [100, 100, 100], 1.0)

    assert (figure.value, figure.is_met) == (value, is_met)
    assert (figure.low, figure.high) == (min(ours) / 100, max(ours) / 100)


@pytest.mark.django_db
def test_what_an_answer_costs_is_measured_to_the_end_of_its_stream(homes):
    client = Client()
    assert answer_ms(client, "/") > 0
    assert queries_of(client, "/") <= 12
    with pytest.raises(AssertionError, match="404"):
        answer_ms(client, "/missing/")


def test_budget_is_held_by_nineteen_of_twenty():
    figure = worst_of_twenty("list, ms", [*([10.0] * 39), 500.0], 150)
    assert (figure.name, figure.goal, figure.is_met) == ("list, ms, p95", "≤ 150", True)
    assert not worst_of_twenty("list, ms", [*([10.0] * 9), 500.0], 150).is_met


SCRATCH = """
import django
django.setup()
from pathlib import Path
from django.conf import settings
from wagtail.models import Page
from core.bench.scratch import database_copy, working_on
before = list(Page.objects.values_list("title", flat=True))
with database_copy() as database:
    with working_on(database):
        Page.objects.update(title="scratch")
        assert set(Page.objects.values_list("title", flat=True)) == {"scratch"}
assert not database.exists()
assert list(Page.objects.values_list("title", flat=True)) == before and before
print("kept")
"""


@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_scratch_database_leaves_the_own_one_alone(homes, tmp_path):
    path = tmp_path / "hub.sqlite3"
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    environment = child_environment({"DJANGO_SETTINGS_MODULE": "portal.settings.demo", "HUB_DATABASE": str(path)})
    done = subprocess.run(
        [sys.executable, "-c", SCRATCH], env=environment, capture_output=True, text=True, cwd=settings.ROOT, check=False
    )
    assert done.stdout == "kept\n", done.stderr
