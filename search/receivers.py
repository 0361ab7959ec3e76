"""Changes of foreign models reach the index after their commit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from core.demo import is_loading
from core.documents.models import DocumentText
from core.media import HubDocument
from search.documents import SearchSource, group_of
from search.models import Concept, Expression
from search.services import refresh, retag
from search.sources import group_field, group_of_object, sources

MOST_KEYS = 1000


class Changes:
    """Groups touched in one transaction, written once after it."""

    def __init__(self) -> None:
        self.__qualname__ = type(self).__qualname__  # by it Django names the call that failed after a commit
        self.groups: set[str] = set()
        self.dependent: dict[tuple[str, str], set[object]] = {}  # (label of the source, lookup) → keys
        self.is_written = False

    def __call__(self) -> None:
        self.is_written = True
        found = set(self.groups)
        for source in sources():
            for (label, lookup), keys in self.dependent.items():
                if label == source.label:
                    found |= groups_of_keys(source, lookup, list(keys))
        refresh(found)


def groups_with(source: SearchSource, **lookup: object) -> set[str]:
    """Groups of the source's objects for which the lookup holds: one query."""
    values = source.queryset().filter(**lookup).values_list(group_field(source), flat=True)
    return {group_of(source, value) for value in values.distinct()}


def groups_of_keys(source: SearchSource, lookup: str, keys: list[object]) -> set[str]:
    """The same for many keys, in pieces: a database takes so many in one query."""
    pieces = (keys[start : start + MOST_KEYS] for start in range(0, len(keys), MOST_KEYS))
    return {group for piece in pieces for group in groups_with(source, **{f"{lookup}__in": piece})}


def changes() -> Changes:
    """The changes of the transaction in progress; outside one they are written at once."""
    for _, function, *_ in connection.run_on_commit:
        if isinstance(function, Changes) and not function.is_written:
            return function
    return Changes()


def note(found: Changes) -> None:
    if not any(function is found for _, function, *_ in connection.run_on_commit):
        transaction.on_commit(found, robust=True)


def saved(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """An object was saved, or its many-to-many rows changed."""
    if is_loading():
        return
    label = sender._meta.label if not kwargs.get("action") else type(instance)._meta.label
    found = changes()
    touched = False
    for source in sources():
        if _is(source, label):
            found.groups.add(group_of_object(source, instance))
            touched = True
        lookup = _depends(source, label)
        if lookup:
            found.dependent.setdefault((source.label, lookup), set()).add(instance.pk)
            touched = True
    if touched:
        note(found)


def written_in_bulk(model: type[Model], keys: Iterable[object]) -> None:
    """Rows were written past their signals: what depends on them is read again after the commit."""
    found = changes()
    for source in sources():
        lookup = _depends(source, model._meta.label)
        if lookup:
            found.dependent.setdefault((source.label, lookup), set()).update(keys)
    note(found)


def deleting(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """What depends on an object is asked for while it is still there."""
    if is_loading():
        return
    label = sender._meta.label
    found = changes()
    before = len(found.groups)
    for source in sources():
        if _is(source, label):
            found.groups.add(group_of_object(source, instance))
        lookup = _depends(source, label)
        if lookup:
            found.groups |= groups_with(source, **{lookup: instance.pk})
    if len(found.groups) > before:
        note(found)


class Retagging:
    """Words that came or went in one transaction; documents that hold them are read again after it."""

    def __init__(self) -> None:
        self.texts: set[str] = set()

    def __call__(self) -> None:
        retag(self.texts)


def reworded(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """An expression or its concept is about to change: the words before and after."""
    if is_loading():
        return
    concept = instance.concept if isinstance(instance, Expression) else instance
    before = Concept.objects.filter(pk=concept.pk).values_list("name", "expressions__text")
    texts = {text for row in before for text in row if text} | {str(instance), str(concept)}
    for _, function, *_ in connection.run_on_commit:
        if isinstance(function, Retagging):
            function.texts |= texts
            return
    found = Retagging()
    found.texts = texts
    transaction.on_commit(found, robust=True)


def moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """The addresses of a page and of everything below it changed, or who may read them."""
    if is_loading():
        return
    found = changes()
    before = len(found.groups)
    for source in sources():
        model = source.queryset().model
        if issubclass(model, Page):
            # Of all pages: those that nobody may read any more must go.
            below = model._default_manager.filter(path__startswith=instance.path)
            found.groups |= {group_of(source, key) for key in below.values_list(group_field(source), flat=True)}
    if len(found.groups) > before:
        note(found)


def restricted(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    """A page and everything below it became private, or public again."""
    moved(Page, instance.page)


def offered(sender: type[Model], instance: HubDocument | DocumentText, **kwargs: Any) -> None:
    """A document changed, goes, or its pages have been read: what offers it is read again."""
    if not is_loading():
        _offering({instance.pk if isinstance(instance, HubDocument) else instance.document_id})


def withheld(sender: type[CollectionViewRestriction], instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """The documents of a collection and of those below it became private, or public again."""
    below = HubDocument.objects.filter(collection__path__startswith=instance.collection.path)
    _offering(set(below.values_list("pk", flat=True)))


def _offering(documents: set[int]) -> None:
    found = changes()
    before = len(found.groups)
    for source in sources():
        for obj in source.queryset() if source.papers is not None else ():
            if documents & {paper.pk for paper in source.papers(obj)}:
                found.groups.add(group_of_object(source, obj))
    if len(found.groups) > before:
        note(found)


def _is(source: SearchSource, label: str) -> bool:
    return source.label.lower() == label.lower()


def _depends(source: SearchSource, label: str) -> str:
    return next((lookup for name, lookup in source.depends_on.items() if name.lower() == label.lower()), "")


def connect() -> None:
    """Listen; called once when the app is ready."""
    post_save.connect(saved, dispatch_uid="search.saved")
    m2m_changed.connect(saved, dispatch_uid="search.related")
    pre_delete.connect(deleting, dispatch_uid="search.deleting")
    for model in (Concept, Expression):
        post_save.connect(reworded, sender=model, dispatch_uid=f"search.reworded.{model.__name__}")
        pre_delete.connect(reworded, sender=model, dispatch_uid=f"search.unworded.{model.__name__}")
        pre_save.connect(reworded, sender=model, dispatch_uid=f"search.rewording.{model.__name__}")
    page_slug_changed.connect(moved, dispatch_uid="search.slug")
    post_page_move.connect(moved, dispatch_uid="search.move")
    post_save.connect(restricted, sender=PageViewRestriction, dispatch_uid="search.restricted")
    pre_delete.connect(restricted, sender=PageViewRestriction, dispatch_uid="search.free")
    for model in (HubDocument, DocumentText):
        post_save.connect(offered, sender=model, dispatch_uid=f"search.offered.{model.__name__}")
    pre_delete.connect(offered, sender=HubDocument, dispatch_uid="search.offered.no.more")
    post_save.connect(withheld, sender=CollectionViewRestriction, dispatch_uid="search.withheld")
    pre_delete.connect(withheld, sender=CollectionViewRestriction, dispatch_uid="search.given")
