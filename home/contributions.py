"""What home adds to the mechanisms of the project."""

from datetime import datetime
from typing import Any

from wagtail import hooks

from core.hooks import Band, DemoLoader, Strip
from home.demo.pages import load_footer, load_pages
from home.demo.tree import load_home
from home.indexing import standard_pages
from home.selectors.bands import site_bands
from home.selectors.strips import strips
from search.documents import SearchSource


@hooks.register("hub_demo")
def demo_tree() -> DemoLoader:
    return DemoLoader("home", 20, load_home)


@hooks.register("hub_demo")
def demo_pages() -> DemoLoader:
    return DemoLoader("pages", 75, load_pages)


@hooks.register("hub_demo")
def demo_footer() -> DemoLoader:
    return DemoLoader("footer", 90, load_footer)


@hooks.register("hub_alerts")
def alerts(language: str, now: datetime) -> list[Strip]:
    return strips(language, now)


@hooks.register("hub_publicity")
def publicity(page: Any, language: str) -> list[Band]:
    return site_bands(language)


@hooks.register("hub_search_sources")
def search_pages() -> SearchSource:
    return standard_pages()
