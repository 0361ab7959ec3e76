"""What the core adds to the mechanisms of the project."""

from wagtail import hooks

from core.editing.roles import roles
from core.editing.services import sync_roles
from core.hooks import DemoLoader
from core.taxonomy_demo import load_taxonomy


@hooks.register("hub_demo")
def demo() -> DemoLoader:
    return DemoLoader("taxonomy", 10, load_taxonomy)


@hooks.register("hub_demo")
def demo_roles() -> DemoLoader:
    return DemoLoader("roles", 90, load_roles)


def load_roles() -> int:
    """Groups, rights and workflow on the trees that are there now; how many roles."""
    sync_roles()
    return len(roles())
