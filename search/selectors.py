"""Reading: the page of results that answers a query."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.utils.safestring import SafeString

from core.cache import collect
from search.analysis.fold import visible
from search.answering import Answer
from search.documents import Extras, SearchDocument
from search.engines.base import Filters
from search.engines.embedded import IndexMissing
from search.highlights import Marker, fragment, marked, marker
from search.index import answerer
from search.plan import Plan
from search.ranking import Hit, Reader
from search.sources import source_of
from search.understanding import LONGEST_QUERY

PAGE_SIZE = 20
FACET_COVERAGE = 0.5


@dataclass(frozen=True, slots=True)
class Result:
    """One hit as a reader sees it; `language` is that of its words."""

    document: SearchDocument
    title: SafeString
    text: SafeString
    extras: Extras = field(default_factory=Extras)


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of results and what is said about the query."""

    query: str = ""
    shortened: bool = False
    available: bool = True
    total: int = 0  # under the chosen filters
    all_total: int = 0  # without filters
    results: tuple[Result, ...] = ()
    related: tuple[Result, ...] = ()  # only when nothing was found
    types: tuple[tuple[str, int], ...] = ()  # type and count, under no filter
    understood: str = ""  # the query as it was looked for, when that is not what was typed
    danger: bool = False
    page: int = 1
    pages: int = 1


class NoSuchPage(Exception):
    """A page beyond the end was asked for."""

    def __init__(self, pages: int) -> None:
        super().__init__(f"There are {pages} pages.")
        self.pages = pages


def search(
    query: str, filters: Filters, *, language: str, now: datetime, page: int = 1, literal: bool = False
) -> ResultPage:
    """The results of a query, in the reader's language where they exist in it.

    Raises NoSuchPage beyond the end. Without an index the page is empty and says so (`available`).
    """
    collect("search")
    shown = visible(query).strip()
    asked = shown[:LONGEST_QUERY]
    shortened = len(shown) > LONGEST_QUERY
    reader = Reader(language, settings.LANGUAGE_FALLBACKS[language], now.date())
    try:
        answer = answerer().answer(asked, reader, literal=literal)
    except (IndexMissing, sqlite3.Error, OSError):
        return ResultPage(query=asked, shortened=shortened, available=False)
    public = [hit for hit in answer.hits if _visible(hit, now)]
    hits = [hit for hit in public if not filters.types or hit.entry.document.type in filters.types]
    pages = max(1, -(-len(hits) // PAGE_SIZE))
    if page > pages:
        raise NoSuchPage(pages)
    on_page = hits[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return ResultPage(
        query=asked,
        shortened=shortened,
        total=len(hits),
        all_total=len(public),
        results=_results(on_page, answer, language=language, now=now),
        related=_results([hit for hit in answer.related if _visible(hit, now)], answer, language=language, now=now),
        types=_types(public),
        understood=_understood(answer.plan),
        danger=answer.plan.danger,
        page=page,
        pages=pages,
    )


def _visible(hit: Hit, now: datetime) -> bool:
    document = hit.entry.document
    return not (
        (document.visible_from and document.visible_from > now)
        or (document.visible_until and document.visible_until <= now)
    )


def _understood(plan: Plan) -> str:
    text = plan.query
    for repair in plan.repairs:
        text = text.replace(repair.typed, repair.used, 1)
    return text if text != plan.query else ""


def _types(hits: Sequence[Hit]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(hit.entry.document.type for hit in hits).most_common())


def _results(hits: Sequence[Hit], answer: Answer, *, language: str, now: datetime) -> tuple[Result, ...]:
    if not hits:
        return ()
    extras = _extras(hits, language, now)
    words = marker(answer.plan, answerer().lexicon)
    return tuple(_result(hit.entry.document, words, extras) for hit in hits)


def _result(document: SearchDocument, words: Marker, extras: Mapping[str, Extras]) -> Result:
    collect(document.group)
    texts = [text for text in (document.summary, document.body) if text]
    return Result(
        document=document,
        title=marked(document.title, document.language, words),
        text=fragment(texts, document.language, words),
        extras=extras.get(document.group, Extras()),
    )


def _extras(hits: Sequence[Hit], language: str, now: datetime) -> dict[str, Extras]:
    """What the owning apps say of their hits at this moment: one query a source."""
    by_source: dict[str, list[str]] = {}
    for hit in hits:
        group = hit.entry.document.group
        by_source.setdefault(group.rsplit(":", 1)[0], []).append(group)
    extras: dict[str, Extras] = {}
    for groups in by_source.values():
        source = source_of(groups[0])
        if source is not None and source.decorate is not None:
            extras.update(source.decorate(groups, language, now))
    return extras
