"""The registered sources, and the documents and groups of an object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, QuerySet
from wagtail.query import PageQuerySet

from core.hooks import registered
from core.snapshot import snapshot
from core.taxonomy import CommunityWords
from search.documents import SearchDocument, SearchSource, group_of
from search.papers import pages_of


def sources() -> list[SearchSource]:
    """Everything that may be found, in the order of registration."""
    return registered("hub_search_sources")


def source_named(label: str) -> SearchSource | None:
    """The source of this label."""
    return next((source for source in sources() if source.label.lower() == label.lower()), None)


def by_source(groups: Iterable[str]) -> list[tuple[SearchSource, list[str]]]:
    """Groups by the source that they come from, in its order; without those of none."""
    labelled: dict[str, list[str]] = {}
    for group in groups:
        labelled.setdefault(group.rsplit(":", 1)[0], []).append(group)
    return [(source, labelled[source.label.lower()]) for source in sources() if source.label.lower() in labelled]


def readable(source: SearchSource) -> QuerySet[Any]:
    """What of a source anybody may read: of pages none that is private, or stands below a private one."""
    found = source.queryset()
    return found.public() if isinstance(found, PageQuerySet) else found


def group_field(source: SearchSource) -> str:
    """The field that joins the rows of one object: of a page its translations, else the object itself."""
    if source.group_field:
        return source.group_field
    model = source.queryset().model
    return next((name for name in ("translation_key", "uuid") if _has(model, name)), "pk")


def _has(model: type[Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def group_of_object(source: SearchSource, obj: Any) -> str:
    return group_of(source, getattr(obj, group_field(source)))


def documents_of(source: SearchSource, objects: Iterable[Any]) -> Iterator[SearchDocument]:
    """The documents of these objects in every language in which they are public; rows of one group come together.

    Below the words of a group stand the pages of its PDFs, each once, whatever its languages.
    """
    for _group, rows in groupby(objects, key=lambda obj: group_of_object(source, obj)):
        same = list(rows)
        words = [document for obj in same for document in _words(source, obj)]
        yield from words
        if words and source.papers is not None:
            papers = {paper.pk: paper for obj in same for paper in source.papers(obj)}
            yield from (page for paper in papers.values() for page in pages_of(paper, words))


def _words(source: SearchSource, obj: Any) -> Iterator[SearchDocument]:
    for language, _ in settings.LANGUAGES:
        document = source.to_document(obj, language)
        if document is not None:
            yield _with_neighbourhoods(document)


def _with_neighbourhoods(document: SearchDocument) -> SearchDocument:
    """What stands in one community is also found by the names of its neighbourhoods."""
    if document.place_names or len(document.place) != 1:
        return document
    return replace(document, place_names=_neighbourhoods(document.language).get(document.place[0], ()))


@snapshot("search.neighbourhoods", tags={"terms"})
def _neighbourhoods(language: str) -> dict[str, tuple[str, ...]]:
    rows = CommunityWords.objects.filter(language=language).values_list("term__slug", "neighbourhoods")
    return {slug: tuple(name.strip() for name in names.split(",") if name.strip()) for slug, names in rows}


def documents_of_groups(groups: Iterable[str]) -> Iterator[SearchDocument]:
    """The documents of these groups as the database is now: one query and its prefetches a source."""
    by_source: dict[str, list[str]] = {}
    for group in groups:
        label, value = group.rsplit(":", 1)
        by_source.setdefault(label, []).append(value)
    for source in sources():
        values = by_source.get(source.label.lower())
        if values:
            field = group_field(source)
            yield from documents_of(source, readable(source).filter(**{f"{field}__in": values}).order_by(field, "pk"))
