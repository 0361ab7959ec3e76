"""What apps give to search: a `SearchSource` for a model that readers find, a `SearchDocument` for a text.

An app registers its sources in `contributions.py` (hook `hub_search_sources`, one function a source) and
builds documents in `indexing.py`. Search knows no app above it: everything a hit shows comes from the
document or from the source's `decorate`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from itertools import groupby
from typing import Any, NamedTuple

import orjson
from django.db.models import QuerySet

from core.media import HubDocument

TYPES = (
    "structure",
    "page",
    "study",
    "study_page",
    "practice",
    "indicator",
    "news",
    "consultation",
    "project",
    "organisation",
)
LONGEST_TEXT = 64_000
_TUPLES = ("names", "place", "place_names", "needs", "groups", "channels", "languages")
_MOMENTS = {"date": date, "ends": date, "visible_from": datetime, "visible_until": datetime}


class Facts(NamedTuple):
    """What ranking, filters and lists ask of a document besides its words; `SearchDocument` says what they are."""

    language: str
    group: str
    unit: str
    type: str
    page: int | None
    place: tuple[str, ...]
    needs: tuple[str, ...]
    groups: tuple[str, ...]
    channels: tuple[str, ...]
    languages: tuple[str, ...]
    date: date | None
    ends: date | None
    visible_from: datetime | None
    visible_until: datetime | None
    boost: float

    def is_public(self, at: datetime) -> bool:
        """Whether readers may see it at a moment."""
        return (self.visible_from is None or self.visible_from <= at) and (
            self.visible_until is None or self.visible_until > at
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """The public words of one object in one language, as a reader may see them."""

    group: str  # one object in all its languages, "<label>:<uuid>"; the pages of a PDF share their study's
    type: str  # one of TYPES: chip and filter
    language: str
    title: str
    url: str
    names: tuple[str, ...] = ()  # official name, aliases, acronyms, former names
    summary: str = ""
    body: str = ""
    place: tuple[str, ...] = ()  # community codes; empty: the whole city
    place_names: tuple[str, ...] = ()  # neighbourhoods of these communities, as people say them
    needs: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    date: date | None = None
    ends: date | None = None  # last day on which it still matters: end of an event, deadline of a call
    visible_from: datetime | None = None
    visible_until: datetime | None = None
    parent: str = ""  # which PDF of the object a page is from
    page: int | None = None  # page of a PDF; its address leads to it (“…#page=12”)
    recognised: bool = False  # the text of the page was read from a picture
    boost: float = 1.0  # 0.5 to 1.5, set by editors

    @property
    def unit(self) -> str:
        """What is ranked and listed once, whatever the language: the object, or one page of its PDF."""
        return self.group if self.page is None else f"{self.group}#{self.parent}#{self.page}"

    @property
    def facts(self) -> Facts:
        return Facts(*(getattr(self, name) for name in Facts._fields))

    @property
    def id(self) -> str:
        return f"{self.unit}:{self.language}"

    def written(self) -> str:
        """As one line of text, for an index."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return orjson.dumps(values).decode()

    @classmethod
    def read(cls, text: str) -> SearchDocument:
        """What was written."""
        values = orjson.loads(text)
        for name in _TUPLES:
            values[name] = tuple(values[name])
        for name, kind in _MOMENTS.items():
            if values[name] is not None:
                values[name] = kind.fromisoformat(values[name])
        return cls(**values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What only the owning app knows about a hit at this moment."""

    state: str = ""  # sentence such as “Open now, until 14:00”
    is_open: bool | None = None
    helps_now: bool = False  # an emergency opens it
    phone: str = ""  # E.164
    place: str = ""
    url: str = ""  # in the reader's language, where the words that were found are in another


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of an editors' list: its key there, the group that readers find (empty: none), and its names."""

    key: Any
    group: str
    names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSource:
    """One kind of thing that readers may find.

    `queryset` gives everything that may be public in any language, with what `to_document` reads prefetched.
    `to_document` gives None for an object that is not public in the language. A page is a row per
    language, so its source answers only for the page's own language; the rows meet in `group_field`.
    """

    label: str  # "news.NewsPage"
    queryset: Callable[[], QuerySet[Any]]
    to_document: Callable[[Any, str], SearchDocument | None]
    group_field: str = ""  # empty: translation_key of a page, else uuid, else the primary key
    # Model whose change touches documents of this source → lookup from the source's model to it.
    depends_on: Mapping[str, str] = field(default_factory=dict)
    channels: Sequence[tuple[str, Any]] = ()  # codes and words of the ways in, for the facet of results
    # PDFs that readers find with an object: their pages stand under it in the results.
    papers: Callable[[Any], Iterable[HubDocument]] | None = None
    # Everything that editors list, published or not: for their own searches, never for readers.
    listed: Callable[[], Sequence[Listed]] | None = None
    # (groups of the hits shown, language, now) → extras by group; at most one query
    decorate: Callable[[Sequence[str], str, datetime], Mapping[str, Extras]] | None = None


def group_of(source: SearchSource, value: object) -> str:
    """The group of the object whose `group_field` has this value."""
    return f"{source.label.lower()}:{value}"


def in_portions(documents: Iterable[SearchDocument], size: int) -> Iterator[list[SearchDocument]]:
    """Documents in portions of about this size that tear no group apart; those of a group come one after the other."""
    part: list[SearchDocument] = []
    for _, of_group in groupby(documents, key=lambda document: document.group):
        part.extend(of_group)
        if len(part) >= size:
            yield part
            part = []
    if part:
        yield part
