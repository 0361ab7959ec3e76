"""The benchmark of search: every budget of the specification is measured, on the index that was asked for."""

import pytest

from core.bench.figures import Figure
from core.hooks import registered
from search.bench import budgets, examples, memory
from search.index import engine


@pytest.fixture
def few(monkeypatch) -> list[examples.Asked]:
    asked = examples.asked()[::120]
    for module in (budgets, examples):
        monkeypatch.setattr(module, "asked", lambda: asked)
    monkeypatch.setattr(budgets, "_memory", lambda units: [Figure("memory of search, MB", units)])
    return asked


def test_every_budget_is_measured_in_an_index_of_so_many_things(homes, now, few):
    part = next(part for part in registered("hub_bench") if part.name == "search")
    size, building = part.fill(210, now)
    assert (size.value, building.is_met) == (210, True)
    assert [figure.name for figure in part.measure(now)] == [
        "memory of search, MB", "search, ms, median", "search, ms, p95", "suggestions, ms, p95",
        "page of results, queries", "writing one thing, ms, p95",
    ]  # fmt: skip
    assert list(memory.grown()) == ["the lexicon", "the first query", f"{len(few) - 1} more queries"]


def test_without_a_number_the_index_of_the_site_is_built_anew(homes, now, needs_are_searched):
    assert [figure.value for figure in examples.fill(0, now)][:1] == [0]
    assert engine().ids() == []


@pytest.mark.parametrize(("units", "most"), [(204, 10), (206, 20), (10_000, 20), (10_001, 60), (200_000, 60)])
def test_what_is_allowed_goes_by_the_size_of_the_index(units, most):
    assert examples.limit(units, budgets.SEARCHING) == most
