"""The benchmark of the directory: examples are marked, and every budget of the specification is measured."""

import pytest

from core.hooks import registered
from directory.bench import budgets
from directory.models import Organisation, StructurePage
from tests.factories import directory as make


@pytest.fixture
def examples(homes, now):
    """Twelve examples in a hub with a list, a coverage and a finder."""
    index = make.index_page(homes["el"])
    make.coverage_page(index)
    make.finder_page(homes["el"])
    make.finder_question("need", yes={"needs": [make.need()]})
    make.group()
    make.community()
    make.language()
    make.document_type()
    part = next(part for part in registered("hub_bench") if part.name == "directory")
    assert [(figure.name, figure.value) for figure in part.fill(12, now)] == [("structures", 12)]
    return part


def test_examples_say_that_they_are_examples(examples):
    assert all("παράδειγμα" in page.title for page in StructurePage.objects.all())
    assert all("παραδείγματος" in str(body) for body in Organisation.objects.all())


def test_every_budget_is_measured_and_queries_are_within_it(examples, now, monkeypatch):
    monkeypatch.setattr(budgets, "TIMES", 2)
    figures = {figure.name: figure for figure in examples.measure(now)}
    promised = {name for name, figure in figures.items() if figure.goal}
    assert promised == {
        "list, ms, p95", "list, queries", "open now for all, ms, p95", "coverage, ms, p95",
        "coverage with filters, ms, p95", "step of the finder, ms, p95", "HSDS page of 100, queries",
        "HSDS page of 100, ms, p95", "HSDS page of 100 with everything, queries",
        "HSDS page of 100 with everything, ms, p95", "HSDS ndjson of everything, s",
        "HSDS ndjson of everything, MB more",
        "points.json, kB br", "intervals of one structure, ms, p95", "intervals of all, s",
    }  # fmt: skip
    assert all(figure.is_met for name, figure in figures.items() if "queries" in name)
