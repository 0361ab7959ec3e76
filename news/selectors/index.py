"""The list of the news with its filters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Case, F, Q, QuerySet, When
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.cache import collect
from core.listing import Facet, Listing, ListingPage, Option, term_facet
from news.models.entry import Entry
from news.models.item import NewsItem
from news.selectors.cards import EntryCard, card, pages_in, with_facts

PAGE_SIZE = 20
PARAMETERS = frozenset({"kind", "need", "topic", "community", "year", "page"})


@dataclass(frozen=True, slots=True)
class YearOfNews:
    """Entries of one year."""

    year: str
    cards: tuple[EntryCard, ...]


@dataclass(frozen=True, slots=True)
class NewsIndex:
    """A page of the list: open calls by their deadline, then years, the newest first."""

    listing: ListingPage
    open_calls: tuple[EntryCard, ...]
    years: tuple[YearOfNews, ...]


def news_index(query: QueryDict, *, language: str, now: datetime, path: str) -> NewsIndex:
    """The page that was asked for; raises Http404 beyond the last one."""
    collect("list:news")
    pages = _open_calls_first(pages_in(language), now)
    listing = _listing(language).read(pages, query, path=path)
    shown = [(page.entry.date, card(page, language=language, now=now)) for page in listing.items]
    open_calls = tuple(each for _day, each in shown if each.is_open)
    others = [(day, each) for day, each in shown if not each.is_open]
    years = tuple(
        YearOfNews(str(year), tuple(each for _day, each in group))
        for year, group in groupby(others, key=lambda pair: pair[0].year)
    )
    return NewsIndex(listing, open_calls, years)


def _open_calls_first(pages: QuerySet[Page], now: datetime) -> QuerySet[Page]:
    """Calls that are open at `now` by their deadline, then everything by its date, the newest first."""
    is_open = Q(entry__call__opens_at__lte=now, entry__call__closes_at__gt=now, entry__call__cancelled_on__isnull=True)
    deadline = Case(When(is_open, then=F("entry__call__closes_at")))
    return pages.annotate(deadline=deadline).order_by(F("deadline").asc(nulls_last=True), "-entry__date", "-entry__pk")


def _listing(language: str) -> Listing:
    years = [str(first.year) for first in Entry.objects.dates("date", "year", order="DESC")]
    facets = (
        Facet("kind", _("Kind"), tuple(_kinds()), condition=_is_of_kind),
        term_facet("need", _("Need"), "need", lookup="entry__needs", language=language),
        term_facet("topic", _("Topic"), "topic", lookup="entry__topics", language=language),
        term_facet("community", _("Municipal community"), "community", lookup="entry__communities", language=language),
        Facet("year", _("Year"), tuple(Option(year, year) for year in years), "entry__date__year"),
    )
    return Listing(facets=facets, page_size=PAGE_SIZE, prefetch=with_facts)


def _kinds() -> Iterable[Option]:
    yield from (Option(value, label) for value, label in NewsItem.Kind.choices)
    yield Option("call", _("Calls"))
    yield Option("event", _("Events"))


def _is_of_kind(value: str) -> Q:
    return Q(**{f"entry__{value}__isnull": False}) if value in ("call", "event") else Q(entry__newsitem__kind=value)
