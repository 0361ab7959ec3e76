"""What the network adds to the mechanisms of the project."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from core.hooks import DemoLoader, HomePanel, RelatedCard
from core.readable import url_of
from network.demo import load_network
from network.indexing import practice_pages
from network.selectors.joined import related
from network.selectors.practices import best_practices
from search.documents import SearchSource

SHOWN = 3


@hooks.register("hub_search_sources")
def search_practices() -> SearchSource:
    return practice_pages()


@hooks.register("hub_home_panels")
def practices_panel() -> HomePanel:
    return HomePanel("practices", 90, _("Good practices"), "network/panels/practices.html", practices)


@hooks.register("hub_related")
def related_things(thing: Any, language: str, now: datetime) -> list[RelatedCard]:
    return related(thing, language, now)


@hooks.register("hub_demo")
def demo() -> DemoLoader:
    return DemoLoader("practices", 60, load_network)


def practices(language: str, now: datetime) -> Mapping[str, Any] | None:
    """Good practices for the home page, or None when there are none."""
    cards = best_practices(language, count=SHOWN)
    if not cards:
        return None
    return {
        "cards": cards,
        "more_url": url_of("network.GoodPracticeIndexPage", language),
        "more_text": _("All good practices"),
    }
