"""What the news adds to the mechanisms of the project."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from core.hooks import DemoLoader, Feed, HomePanel
from core.readable import url_of
from news import indexing, selectors
from news.demo import load_news

PANEL = "news/panels/entries.html"
SHOWN = 3

for source in (indexing.news_pages, indexing.call_pages, indexing.event_pages):
    hooks.register("hub_search_sources", source)


@hooks.register("hub_home_panels")
def latest_news() -> HomePanel:
    return HomePanel("news", 50, _("News"), PANEL, _panel(selectors.latest))


@hooks.register("hub_home_panels")
def open_calls() -> HomePanel:
    return HomePanel("calls", 60, _("Open calls"), PANEL, _panel(selectors.open_calls))


@hooks.register("hub_home_panels")
def next_events() -> HomePanel:
    return HomePanel("events", 70, _("Next events"), PANEL, _panel(selectors.next_events))


@hooks.register("hub_feeds")
def news_feed() -> Feed:
    return Feed("news", _("News"), "/feeds/news.atom")


@hooks.register("hub_demo")
def demo() -> DemoLoader:
    return DemoLoader("news", 50, load_news)


def _panel(cards: Any) -> Any:
    """A selector of a panel: its cards and the way to all of the news, or None when there are none."""

    def select(language: str, now: datetime) -> Mapping[str, Any] | None:
        shown = cards(language, now=now, count=SHOWN)
        if not shown:
            return None
        return {"cards": shown, "more_url": url_of("news.NewsIndexPage", language), "more_text": _("All the news")}

    return select
