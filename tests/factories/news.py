"""News, calls and events with honest defaults, as tests need them."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.html import format_html
from wagtail.models import Page

from news.models.call import Call
from news.models.entry import Entry
from news.models.event import Event, EventDate
from news.models.item import NewsItem
from news.pages import CallPage, EntryPage, EventPage, NewsIndexPage, NewsPage

DAY = date(2027, 5, 3)
PAGES: dict[type[Entry], type[EntryPage]] = {NewsItem: NewsPage, Call: CallPage, Event: EventPage}


def make_news_index(homes: dict[str, Page]) -> dict[str, NewsIndexPage]:
    """The list in Greek and English."""
    greek = homes["el"].add_child(instance=NewsIndexPage(title="Νέα", slug="nea", locale=homes["el"].locale))
    english = NewsIndexPage(title="News", slug="news", locale=homes["en"].locale, translation_key=greek.translation_key)
    return {"el": greek, "en": homes["en"].add_child(instance=english)}


def make_item(slug: str, **fields: Any) -> NewsItem:
    return NewsItem.objects.create(slug=slug, **{"date": DAY, **fields})


def make_call(slug: str, *, opens_at: datetime, closes_at: datetime, **fields: Any) -> Call:
    return Call.objects.create(slug=slug, opens_at=opens_at, closes_at=closes_at, **{"date": DAY, **fields})


def make_event(slug: str, *, start: datetime, hours: int = 3, all_day: bool = False, **fields: Any) -> Event:
    event = Event.objects.create(slug=slug, **{"date": DAY, **fields})
    EventDate.objects.create(event=event, start=start, end=start + timedelta(hours=hours), all_day=all_day)
    return event


def make_pages(
    entry: Entry, index: dict[str, NewsIndexPage], *, languages: tuple[str, ...] = ("el", "en"), **fields: Any
) -> dict[str, EntryPage]:
    """A live page of an entry in each language; titles are its key and the language."""
    model = PAGES[type(entry)]
    pages: dict[str, EntryPage] = {}
    for language in languages:
        title = f"{entry.slug} {language}"
        page = model(
            title=title,
            slug=entry.slug,
            summary=f"Summary of {title}.",
            body=[("text", format_html("<p>Text of {}.</p>", title))],
            entry_id=entry.pk,
            locale=index[language].locale,
            **fields,
        )
        if pages:
            page.translation_key = next(iter(pages.values())).translation_key
        pages[language] = index[language].add_child(instance=page)
    return pages
