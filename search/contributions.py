"""What search adds to the mechanisms of the project."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from core.hooks import BenchPart, DemoLoader, HealthCheck, Retention
from search.demo import load_graded
from search.engines.base import State
from search.index import elastic, engine
from search.services import forget_counted, rebuild
from search.tasks import mirror_everything

AFTER_ALL_CONTENT = 900


@hooks.register("hub_demo")
def demo() -> DemoLoader:
    """What was loaded in bulk sends no signals, so the index is built once at the end."""
    return DemoLoader("search", AFTER_ALL_CONTENT, _build)


@hooks.register("hub_demo")
def demo_graded() -> DemoLoader:
    """Asked of the index, so it stands after it."""
    return DemoLoader("graded queries", AFTER_ALL_CONTENT + 5, load_graded)


def _build() -> int:
    if elastic() is not None:
        mirror_everything.enqueue()
    return rebuild()


def check() -> tuple[str, str]:
    """Degraded, not down: without an index the pages still stand."""
    return _judge(engine().state())


def check_elastic() -> tuple[str, str]:
    """Degraded: readers are answered by the embedded engine."""
    first = elastic()
    if first is None:
        return "ok", "not in use"
    return _judge(first.state())


def _judge(state: State) -> tuple[str, str]:
    return ("ok", f"{state.units} units") if state.ready else ("degraded", state.note)


@hooks.register("hub_purge")
def queries_without_results() -> Retention:
    return Retention(
        "zero_results",
        60,
        _("Words that found nothing, with a day and a number; nothing of who typed them"),
        timedelta(days=90),
        _("Deleted."),
        forget_counted,
    )


@hooks.register("hub_bench", order=AFTER_ALL_CONTENT)
def bench_search() -> BenchPart:
    from search.bench import budgets, examples  # noqa: PLC0415 -- slow import: nobody else needs it

    help_text = "Search among so many noisy records instead of the site's own."
    return BenchPart("search", "documents", help_text, examples.fill, budgets.measure)


@hooks.register("hub_health_checks")
def health() -> HealthCheck:
    return HealthCheck("search", check)


@hooks.register("hub_health_checks")
def elastic_health() -> HealthCheck:
    return HealthCheck("elasticsearch", check_elastic)
