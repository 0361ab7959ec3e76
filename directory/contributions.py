"""What the directory adds to the mechanisms of the project."""

from wagtail import hooks

from core.hooks import DemoLoader
from directory.demo import load_communities, load_organisations, load_structures


@hooks.register("hub_demo")
def demo_organisations() -> DemoLoader:
    return DemoLoader("organisations", 30, load_organisations)


@hooks.register("hub_demo")
def demo_structures() -> DemoLoader:
    return DemoLoader("structures", 31, load_structures)


@hooks.register("hub_demo")
def demo_communities() -> DemoLoader:
    return DemoLoader("communities", 32, load_communities)
