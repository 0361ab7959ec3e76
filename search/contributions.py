"""What search adds to the mechanisms of the project."""

from wagtail import hooks

from core.hooks import DemoLoader, HealthCheck
from search.index import engine
from search.services import rebuild

AFTER_ALL_CONTENT = 900


@hooks.register("hub_demo")
def demo() -> DemoLoader:
    """What was loaded in bulk sends no signals, so the index is built once at the end."""
    return DemoLoader("search", AFTER_ALL_CONTENT, rebuild)


def check() -> tuple[str, str]:
    """Degraded, not down: without an index the pages still stand."""
    state = engine().state()
    if not state.ready:
        return "degraded", state.note
    return "ok", f"{state.units} units"


@hooks.register("hub_health_checks")
def health() -> HealthCheck:
    return HealthCheck("search", check)
