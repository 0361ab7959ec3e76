"""Which writes purge what. Connected once, by `CoreConfig.ready`.

Services need not purge what they save: a model that names its tags in `cache_tags()` is purged by itself,
also when it is written by the admin, by bulk actions or by a script.
"""

from functools import cache
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django_tasks.signals import task_started
from modelcluster.fields import ParentalKey
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .purges import EVERYTHING, TREE, log, purge

# What a draft changes on its page's row; no reader sees it.
_DRAFT_FIELDS = frozenset({"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"})


def connect() -> None:
    """Connect all receivers; calling it twice changes nothing."""
    for signal in (post_save, post_delete):
        signal.connect(_purge_written, dispatch_uid=f"hub-cache-{id(signal)}")
    m2m_changed.connect(_purge_related, dispatch_uid="hub-cache")
    for signal in (page_published, page_unpublished):
        signal.connect(_purge_page, dispatch_uid="hub-cache")
    for signal in (page_slug_changed, post_page_move):
        # Every address below moves along.
        signal.connect(_purge_everything, dispatch_uid="hub-cache")
    for model in (Site, Locale):
        post_save.connect(_purge_everything, sender=model, dispatch_uid="hub-cache-everything")
        post_delete.connect(_purge_everything, sender=model, dispatch_uid="hub-cache-everything")
    # A worker serves no reader, so nothing else makes it look.
    task_started.connect(_look, dispatch_uid="hub-cache")


def _purge_written(
    sender: type[Model], instance: Model, *, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    if isinstance(instance, Page):
        if update_fields and update_fields <= _DRAFT_FIELDS:
            return
        purge(TREE, f"page:{instance.pk}")
    elif isinstance(instance, Redirect):
        purge(TREE)
    elif isinstance(instance, PageViewRestriction):
        purge(EVERYTHING)
    purge(*_tags_of(instance))


def _purge_related(
    sender: type[Model],
    instance: Model,
    *,
    action: str,
    model: type[Model],
    pk_set: set[Any] | None,
    **kwargs: Any,
) -> None:
    if action.startswith("pre_"):
        return
    purge(*_tags_of(instance))
    if hasattr(model, "cache_tags"):
        purge(*(f"{model._meta.model_name}:{pk}" for pk in pk_set or ()))


def _purge_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    page = instance.specific
    translations = Page.objects.filter(translation_key=page.translation_key).values_list("pk", flat=True)
    parent = page.get_parent()
    purge(TREE, *(f"page:{pk}" for pk in translations), *_tags_of(page))
    if parent is not None:
        purge(f"page:{parent.pk}")


def _purge_everything(sender: Any, **kwargs: Any) -> None:
    purge(EVERYTHING)


def _look(sender: Any, **kwargs: Any) -> None:
    log.look()


def _tags_of(instance: Model) -> set[str]:
    """The tags of a row, or of the rows it is a part of: words and lines belong to their fact."""
    if hasattr(instance, "cache_tags"):
        return set(instance.cache_tags())
    return {tag for field in _parental_keys(type(instance)) for tag in _parent_tags(instance, field)}


def _parent_tags(instance: Model, field: ParentalKey) -> set[str]:
    if not hasattr(field.related_model, "cache_tags"):
        return set()
    if field.is_cached(instance):
        parent = getattr(instance, field.name)
    else:
        # In a cascade the parent may be gone already; then it has purged itself.
        parent = field.related_model._base_manager.filter(pk=getattr(instance, field.attname)).first()
    return set(parent.cache_tags()) if parent else set()


@cache
def _parental_keys(model: type[Model]) -> tuple[ParentalKey, ...]:
    return tuple(field for field in model._meta.fields if isinstance(field, ParentalKey))
