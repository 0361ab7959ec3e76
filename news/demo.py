"""The city's news from its file of facts."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html_join
from wagtail.models import Page, Site

from core import taxonomy
from core.demo import facts, save_page, stored_sources
from core.formats import day
from core.text import shortened, slug
from news.models.entry import DatePrecision, Entry, EntryStructure
from news.models.event import Event, EventDate
from news.models.item import NewsItem
from news.pages import EventPage, NewsIndexPage, NewsPage

INDEX = {
    "el": {"title": "Νέα", "summary": "Τι αλλάζει στις υπηρεσίες, προσκλήσεις και εκδηλώσεις."},
    "en": {"title": "News", "summary": "What changes in the services, calls and events."},
}
INDEX_SLUG = {"el": "nea", "en": "news"}
# The file knows no deadline and no opening of its calls, so they are told as announcements.
KINDS = {
    "news": NewsItem.Kind.NEWS,
    "event": NewsItem.Kind.NEWS,
    "call": NewsItem.Kind.ANNOUNCEMENT,
    "alert": NewsItem.Kind.SERVICE,
}


def load_news() -> int:
    """The list and a page in each language for every item; how many items there are."""
    home = Site.objects.get(is_default_site=True).root_page
    index = save_page(NewsIndexPage, home, slug=INDEX_SLUG, words=INDEX, shared={"show_in_menus": True})
    rows = facts("news")
    for row in rows:
        _load(index[settings.LANGUAGE_CODE], row)
    return len(rows)


def _load(index: Page, row: Mapping[str, Any]) -> None:
    entry: Entry = _event(row) if _is_event(row) else _item(row)
    entry.needs.set(taxonomy.Need.objects.filter(slug__in=row["needs"]))
    entry.groups.set(taxonomy.TargetGroup.objects.filter(slug__in=row["groups"]))
    for key in row["structures"]:
        EntryStructure.objects.get_or_create(entry_id=entry.pk, key=key)
    save_page(
        EventPage if isinstance(entry, Event) else NewsPage,
        index,
        slug={language: slug(title) for language, title in row["title"].items()},
        words={language: _words(row, language) for language in row["title"]},
        shared={"entry_id": entry.pk},
    )


def _is_event(row: Mapping[str, Any]) -> bool:
    """An event whose own text names its day; of the others only the day of the report is known."""
    said = day(_date(row), settings.LANGUAGE_CODE)
    return row["kind"] == "event" and any(said in text for text in row["body"][settings.LANGUAGE_CODE])


def _item(row: Mapping[str, Any]) -> NewsItem:
    defaults = {"kind": KINDS[row["kind"]], **_common(row)}
    return NewsItem.objects.update_or_create(slug=row["id"], defaults=defaults)[0]


def _event(row: Mapping[str, Any]) -> Event:
    event, _created = Event.objects.update_or_create(slug=row["id"], defaults=_common(row))
    start = timezone.make_aware(datetime.combine(_date(row), time(0)))
    end = timezone.make_aware(datetime.combine(_date(row) + timedelta(days=1), time(0)))
    # The day is known, the hours are not.
    EventDate.objects.update_or_create(event=event, start=start, defaults={"end": end, "all_day": True})
    return event


def _common(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "date": _date(row),
        "date_precision": DatePrecision(row["date_precision"]),
        "sources": stored_sources(row["sources"], row["id"]),
    }


def _date(row: Mapping[str, Any]) -> date:
    """A month alone is kept as its first day; its precision says that no day is known."""
    written = row["date"]
    return date.fromisoformat(f"{written}-01" if row["date_precision"] == "month" else written)


def _words(row: Mapping[str, Any], language: str) -> dict[str, Any]:
    paragraphs = row["body"][language]
    text = format_html_join("", "<p>{}</p>", ((paragraph,) for paragraph in paragraphs))
    return {
        "title": row["title"][language],
        "summary": shortened(paragraphs[0]),
        "body": [("text", str(text))],
    }
