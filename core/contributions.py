"""What the core adds to the mechanisms of the project."""

from wagtail import hooks

from core.hooks import DemoLoader
from core.taxonomy_demo import load_taxonomy


@hooks.register("hub_demo")
def demo() -> DemoLoader:
    return DemoLoader("taxonomy", 10, load_taxonomy)
