"""What of the news is searched: each page in its language, with the terms of its entry."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from core.blocks import body_words
from news.models.call import Call
from news.models.entry import Entry
from news.models.event import Event
from news.pages import CallPage, EntryPage, EventPage, NewsPage
from news.selectors.cards import PARTS, part_of
from search.documents import SearchDocument, SearchSource


def news_pages() -> SearchSource:
    return _source(NewsPage)


def call_pages() -> SearchSource:
    return _source(CallPage)


def event_pages() -> SearchSource:
    return _source(EventPage)


def _source(model: type[EntryPage]) -> SearchSource:
    return SearchSource(
        label=model._meta.label,
        queryset=lambda: _pages(model),
        to_document=_document,
        depends_on={model.part._meta.label: "entry"},
    )


def _pages(model: type[EntryPage]) -> QuerySet[EntryPage]:
    parts = (f"entry__{part}" for part in PARTS)
    terms = (f"entry__{terms}" for terms in ("needs", "groups", "communities"))
    return (
        model.objects.live()
        .filter(alias_of__isnull=True)
        .select_related("locale", *parts)
        .prefetch_related(*terms, "entry__event__dates")
    )


def _document(page: EntryPage, language: str) -> SearchDocument | None:
    if page.locale.language_code != language:
        return None
    return SearchDocument(
        group=f"{page._meta.label_lower}:{page.translation_key}",
        type="news",
        language=language,
        title=page.title,
        url=page.get_url() or "",
        summary=page.summary,
        body=body_words(page.body),
        place=tuple(each.slug for each in page.entry.communities.all()),
        needs=tuple(each.slug for each in page.entry.needs.all()),
        groups=tuple(each.slug for each in page.entry.groups.all()),
        date=page.entry.date,
        ends=_last_day(page.entry),
    )


def _last_day(entry: Entry) -> date | None:
    """The last day on which a call or an event still matters."""
    part = part_of(entry)
    if isinstance(part, Call):
        return timezone.localdate(part.closes_at)
    if isinstance(part, Event):
        return max((timezone.localdate(each.end) for each in part.dates.all()), default=None)
    return None
