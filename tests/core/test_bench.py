"""The benchmark measures what it says: real answers of a real server, and nothing else."""

import pytest
from wagtail.models import Page

from core.bench.client import WrongAnswer, pace
from core.bench.figures import _ratio
from core.bench.servers import HELLO, Server, ServerFailed
from core.bench.subjects import subjects


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
