"""What home adds to the mechanisms of the project."""

from wagtail import hooks

from core.hooks import DemoLoader
from home.demo.tree import load_home


@hooks.register("hub_demo")
def demo_tree() -> DemoLoader:
    return DemoLoader("home", 20, load_home)
