"""Loading real content: facts from files, pages in their languages, the same result however often it runs."""

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale, Page

from core.hooks import DemoLoader, registered
from core.words import Words

FACTS_FOLDER = Path(settings.ROOT) / "home" / "demo" / "facts"
COMPLETE = ("el", "en")
# Every page of text is there in the complete ones; in the others what a person needs to find help.
LANGUAGES = (*COMPLETE, "ar", "sq", "uk")


@cache
def facts(name: str) -> Any:
    """One file of facts: its `items` where it has them, else the whole."""
    content = json.loads((FACTS_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return content.get("items", content)


_loading: ContextVar[bool] = ContextVar("hub_demo_loading", default=False)


@contextmanager
def loading() -> Iterator[None]:
    """While everything is loaded, what is built from it waits: search is built once at the end."""
    token = _loading.set(True)
    try:
        yield
    finally:
        _loading.reset(token)


def is_loading() -> bool:
    return _loading.get()


def loaders() -> list[DemoLoader]:
    """All loaders, each after what it needs."""
    return sorted(registered("hub_demo"), key=lambda loader: loader.order)


def set_words(fact: Any, model: type[Words], parent: str, words: Mapping[str, Mapping[str, Any]]) -> None:
    """One row of words per language; fields by name. `parent` is the ParentalKey's name."""
    for language, fields in words.items():
        model.objects.update_or_create(**{parent: fact, "language": language}, defaults=dict(fields))


def by_language(words: Mapping[str, Any], field: str) -> dict[str, dict[str, Any]]:
    """{"el": "…", "en": "…"} → {"el": {field: "…"}, "en": {field: "…"}}; empty languages are left out."""
    return {language: {field: said} for language, said in words.items() if said}


def stored_sources(sources: Iterable[Mapping[str, Any]], key: str) -> str:
    """Sources of the files as `Sourced.sources` stores them."""
    blocks = (
        {
            "title": (source.get("title") or source.get("ref") or "")[:300],
            "url": source.get("url") or "",
            "date": source.get("date") or "",
            "what": (source.get("what") or "")[:300],
        }
        for source in sources
    )
    return stored_blocks((("source", block) for block in blocks), key)


def stored_blocks(blocks: Iterable[tuple[str, Any]], key: str) -> str:
    """Blocks as stored, with ids that are the same in every load."""
    return json.dumps(
        [
            {"type": kind, "value": value, "id": stable_id(f"{key}/{place}")}
            for place, (kind, value) in enumerate(blocks)
        ],
        ensure_ascii=False,
    )


def stable_id(name: str) -> str:
    """The id of a block, the same whenever its name is."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def save_page(
    cls: type[Page],
    parent: Page,
    *,
    slug: Mapping[str, str],
    words: Mapping[str, Mapping[str, Any]],
    shared: Mapping[str, Any] | None = None,
    live: bool = True,
) -> dict[str, Page]:
    """A page in each language of `words`, joined by one translation key; found again by parent and slug.

    `parent` is the parent in the default language; the others go under its translations. `words` must hold
    `title`; `shared` are fields that are equal in all languages. Nothing is written when nothing changed.
    """
    pages: dict[str, Page] = {}
    for language in (each for each in LANGUAGES if each in words):
        page = cls(slug=slug[language], live=live, has_unpublished_changes=not live)
        above = _translated(parent, language)
        pages[language] = _saved(page, above, {**(shared or {}), **words[language]}, pages.get(settings.LANGUAGE_CODE))
    return pages


def _translated(parent: Page, language: str) -> Page:
    """The page itself or its translation; asked once, for a parent has many children."""
    known = parent.__dict__.setdefault("_translated", {settings.LANGUAGE_CODE: parent})
    if language not in known:
        known[language] = parent.get_translation(Locale.objects.get(language_code=language)).specific
    return known[language]


def _saved(page: Page, above: Page, fields: Mapping[str, Any], original: Page | None) -> Page:
    """The new page below `above`, or the one that is there already with these fields."""
    found = type(page).objects.child_of(above).filter(slug=page.slug).first()
    if found is not None:
        if _changed(found, fields):
            found.save(clean=False)
            found.update_aliases()
        return found
    for name, value in fields.items():
        setattr(page, name, value)
    page.locale = above.locale
    _date_and_join(page, original)
    above.add_child(instance=page)
    return page


def _date_and_join(page: Page, original: Page | None) -> None:
    """What the editor's form would set: titles, dates of publication, the key that joins the languages."""
    page.draft_title = page.title
    if page.live:
        page.first_published_at = page.last_published_at = timezone.now()
    if original is not None:
        page.translation_key = original.translation_key


def _changed(page: Page, fields: Mapping[str, Any]) -> bool:
    """Put the fields on the page; whether anything is different now."""
    different = False
    for name, value in fields.items():
        before = _stored(page, name)
        setattr(page, name, value)
        different = different or before != _stored(page, name)
    page.draft_title = page.title
    return different


def _stored(page: Page, name: str) -> Any:
    """A field as the database keeps it, without the ids that blocks get whenever they are built."""
    field = page._meta.get_field(name)
    return _without_ids(field.get_prep_value(getattr(page, name))) if field.concrete else None


def _without_ids(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_ids(each) for each in value]
    if isinstance(value, dict):
        return {key: _without_ids(each) for key, each in value.items() if key != "id"}
    return value
