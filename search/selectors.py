"""Reading: the page of results that answers a query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils.safestring import SafeString

from core.cache import collect
from core.languages import order
from search.analysis.fold import visible
from search.answering import Answer
from search.documents import Extras, SearchDocument
from search.echoes import did_you_mean, related_words, understood
from search.engines.base import AWAY
from search.filters import Filters, filtered
from search.grouping import Grouped, orphans, under_studies
from search.highlights import Marker, marker, words_of
from search.index import answerer, engine
from search.privacy import countable, names_number
from search.ranking import ENOUGH, Hit, Reader
from search.ranking import shown as shown_in
from search.sources import by_source
from search.steering import Steered, steered
from search.understanding import LONGEST_QUERY

PAGE_SIZE = 20
OPEN_FIRST = 1.15  # “tonight”, “now”: what is open, first among equals


@dataclass(frozen=True, slots=True)
class Result:
    """One hit as a reader sees it; `language` is that of its words."""

    document: SearchDocument
    title: SafeString
    text: SafeString
    extras: Extras = field(default_factory=Extras)
    suggested: bool = False  # editors put it first
    pages: tuple[Result, ...] = ()  # of its PDF, the best first


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
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)  # (facet, value), under the other facets
    without: Mapping[tuple[str, str], int] = field(default_factory=dict)  # when the filters leave nothing
    understood: str = ""  # the query as it was looked for, when that is not what was typed
    meant: str = ""  # another spelling that would find more
    words: tuple[str, ...] = ()  # what was also looked for
    danger: bool = False
    personal: bool = False  # it holds a number as long as those that people are known by
    countable: str = ""  # the query as it may be counted when it found nothing; empty: it may not
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of the results is wanted."""

    page: int = 1
    size: int = PAGE_SIZE
    is_flat: bool = False  # pages of PDFs stand by themselves, not under their study


FIRST = Window()


class NoSuchPage(Exception):
    """A page beyond the end was asked for."""

    def __init__(self, pages: int) -> None:
        super().__init__(f"There are {pages} pages.")
        self.pages = pages


def search(
    query: str, filters: Filters, *, language: str, now: datetime, window: Window = FIRST, literal: bool = False
) -> ResultPage:
    """The results of a query, in the reader's language where they exist in it.

    Raises NoSuchPage beyond the end. Without an index the page is empty and says so (`available`).
    """
    collect("search")
    shown = visible(query).strip()
    asked = shown[:LONGEST_QUERY]
    empty = ResultPage(query=asked, shortened=len(shown) > LONGEST_QUERY)
    reader = Reader(language, order(language), now.date())
    try:
        answer = answerer().answer(asked, reader, literal=literal)
        meant = did_you_mean(answer, answerer(), reader)
        read = understood(answer.plan)
    except AWAY:
        return replace(empty, available=False)
    told = replace(
        empty,
        understood="" if read == meant else read,
        meant=meant,
        words=related_words(answer.plan, answerer().lexicon, language),
        danger=answer.plan.danger,
        personal=names_number(asked),
        countable=countable(answer.plan, answerer().vocabulary()),
    )
    return _page(told, answer, filters, language=language, now=now, window=window)


def _page(
    told: ResultPage, answer: Answer, filters: Filters, *, language: str, now: datetime, window: Window
) -> ResultPage:
    decided = steered(answer.plan, language=language, at=now)
    public = [hit for hit in answer.hits if _may_be_seen(hit, decided, now)]
    related = [hit for hit in answer.related if _may_be_seen(hit, decided, now)]
    extras = _extras([*public, *related], language, now)
    ordered = _helping_first(_open_first(public, extras) if answer.plan.now else public, extras)
    suggested = _suggested(decided, ordered, language=language, now=now)
    rest = [hit for hit in ordered if hit.facts.group not in decided.first]
    kept = filtered([*suggested, *rest], filters, extras)
    listed = Grouped(kept.hits, {}) if window.is_flat else _grouped(kept.hits, language=language, now=now)
    pages = max(1, -(-len(listed.hits) // window.size))
    if window.page > pages:
        raise NoSuchPage(pages)
    shown = listed.hits[(window.page - 1) * window.size : window.page * window.size]
    words = marker(answer.plan, answerer().lexicon)
    return replace(
        told,
        total=len(listed.hits),
        all_total=len(suggested) + len(rest),
        results=tuple(
            replace(
                _result(hit, words, extras, suggested=hit in suggested),
                pages=tuple(_result(page, words, extras) for page in listed.pages.get(hit.unit, ())),
            )
            for hit in shown
        ),
        related=tuple(_result(hit, words, extras) for hit in related),
        counts=kept.counts,
        without=kept.without,
        page=window.page,
        pages=pages,
    )


def _may_be_seen(hit: Hit, decided: Steered, now: datetime) -> bool:
    return hit.facts.is_public(now) and hit.facts.group not in decided.never


def _suggested(decided: Steered, hits: Sequence[Hit], *, language: str, now: datetime) -> list[Hit]:
    """What editors put first, whether it was found or not, in the language in which it is there."""
    found = {hit.unit: hit for hit in hits}
    missing = [group for group in decided.first if group not in found and group not in decided.never]
    found |= _unasked(missing, "suggested", language=language, now=now)
    return [found[group] for group in decided.first if group in found]


def _unasked(groups: Sequence[str], why: str, *, language: str, now: datetime) -> dict[str, Hit]:
    """Things that are shown though they were not found, those of them that readers may see."""
    if not groups:
        return {}
    reader = Reader(language, order(language), now.date())
    found = {
        unit: Hit(shown_in(entries, reader)[0], 1.0, 1.0, named=True, steps=((why, 1.0),))
        for unit, entries in engine().of_groups(groups).units.items()
    }
    return {unit: hit for unit, hit in found.items() if hit.facts.is_public(now)}


def _grouped(hits: Sequence[Hit], *, language: str, now: datetime) -> Grouped:
    return under_studies(hits, _unasked(orphans(hits), "study of a page", language=language, now=now))


def _open_first(hits: Sequence[Hit], extras: Mapping[str, Extras]) -> list[Hit]:
    def weight(hit: Hit) -> float:
        own = extras.get(hit.facts.group)
        return hit.score * (OPEN_FIRST if own and own.is_open else 1.0)

    return sorted(hits, key=weight, reverse=True)


def _helping_first(hits: Sequence[Hit], extras: Mapping[str, Extras]) -> list[Hit]:
    """What an emergency opens now, first among the hits that are about what was asked."""

    def waits(hit: Hit) -> bool:
        own = extras.get(hit.facts.group)
        return not (own and own.helps_now and hit.coverage >= ENOUGH)

    return sorted(hits, key=waits)


def _result(hit: Hit, words: Marker, extras: Mapping[str, Extras], *, suggested: bool = False) -> Result:
    collect(hit.facts.group)
    title, text = words_of(hit.entry, words)
    return Result(
        document=hit.entry.document,
        title=title,
        text=text,
        extras=extras.get(hit.facts.group, Extras()),
        suggested=suggested,
    )


def _extras(hits: Sequence[Hit], language: str, now: datetime) -> dict[str, Extras]:
    """What the owning apps say of their hits at this moment: one query a source."""
    extras: dict[str, Extras] = {}
    for source, groups in by_source(hit.facts.group for hit in hits):
        if source.decorate is not None:
            extras.update(source.decorate(groups, language, now))
    return extras
