"""Database models of the app: what stands in the news, and its page types last."""

from news.models.call import Call
from news.models.entry import DatePrecision, Entry, EntryStructure
from news.models.event import Event, EventDate
from news.models.item import NewsItem
from news.pages import CallPage, EntryPage, EventPage, NewsIndexPage, NewsPage

__all__ = [
    "Call",
    "CallPage",
    "DatePrecision",
    "Entry",
    "EntryPage",
    "EntryStructure",
    "Event",
    "EventDate",
    "EventPage",
    "NewsIndexPage",
    "NewsItem",
    "NewsPage",
]
