"""Readings of the news: what a list, a page, a panel and the feed need, with no query left in it."""

from news.selectors.cards import EntryCard
from news.selectors.detail import EntryDetail, FactLine, entry_detail, entry_with_facts
from news.selectors.index import NewsIndex, YearOfNews, news_index
from news.selectors.latest import (
    about_structure,
    latest,
    next_events,
    open_calls,
    structures_of,
)

__all__ = [
    "EntryCard",
    "EntryDetail",
    "FactLine",
    "NewsIndex",
    "YearOfNews",
    "about_structure",
    "entry_detail",
    "entry_with_facts",
    "latest",
    "news_index",
    "next_events",
    "open_calls",
    "structures_of",
]
