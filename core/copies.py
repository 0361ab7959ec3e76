"""Copies (Wagtail's aliases) of pages whose facts speak every language, where nobody has written words yet.

Wagtail itself brings new words to a copy when its page is published, and takes it back together with its page.
Here copies are made, deleted, and led to another page when a nearer language has come or gone. What writes or
deletes a page with `facts_speak` is followed, whoever does it. Connected by `ready`.
"""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models.signals import post_delete, pre_delete
from wagtail.models import Locale, Page
from wagtail.signals import page_published, page_unpublished

from core.languages import codes, nearest_of


def connect() -> None:
    """Connect the receivers; calling it twice changes nothing."""
    for signal in (page_published, page_unpublished, post_delete):
        signal.connect(_follow, dispatch_uid="hub-copies")
    pre_delete.connect(_delete_copies, dispatch_uid="hub-copies")


@transaction.atomic
def keep_copies(model: type[Page], translation_key: UUID) -> None:
    """In each language without words of its own a copy of the page whose words stand in for it; none without one.

    A page that somebody writes in a language, even a draft, has its place there.
    """
    versions = {
        page.locale.language_code: page
        for page in model.objects.filter(translation_key=translation_key).select_related("locale")
    }
    written = {code: page for code, page in versions.items() if page.live and page.alias_of_id is None}
    if not written:
        return
    for code in codes():
        version, source = versions.get(code), written.get(nearest_of(written, code) or "")
        if version and (version.alias_of_id is None or (source and version.alias_of_id == source.pk)):
            continue
        if version:
            version.delete()
        if source:
            _copy(source, code)


def _copy(source: Page, code: str) -> None:
    """Below the same section in that language; nothing where the section is not there."""
    locale = Locale.objects.filter(language_code=code).first()
    if locale and source.get_parent().get_translation_or_none(locale):
        source.copy_for_translation(locale, alias=True)


def _follow(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    if _has_copies(instance):
        transaction.on_commit(partial(keep_copies, type(instance), instance.translation_key))


def _delete_copies(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    """Without their page Wagtail would leave them as pages of their own."""
    if _has_copies(instance):
        for copy in type(instance).objects.filter(alias_of=instance.pk):
            copy.delete()


def _has_copies(instance: Any) -> bool:
    return getattr(instance, "facts_speak", False) and instance.alias_of_id is None
