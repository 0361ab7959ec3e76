"""Pages of the examples, a row in each of two tables at once: `add_child` would need an hour for fifty thousand."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page

from core.demo import COMPLETE
from core.languages import nearest_of
from directory.bench.examples import WHAT
from directory.models.structure import Structure
from directory.pages.index import DirectoryIndexPage
from directory.pages.structure import StructurePage

BATCH = 1000


def add_pages(structures: Sequence[Structure], at: datetime) -> None:
    """A live page in each language that has a list; copies where the words stand in for another language."""
    kind = ContentType.objects.get_for_model(StructurePage)
    keys = [uuid4() for _structure in structures]
    written: dict[str, list[Page]] = {}
    lists = {page.locale.language_code: page for page in DirectoryIndexPage.objects.select_related("locale")}
    for language in sorted(lists, key=lambda code: code not in COMPLETE):
        spoken = language if language in COMPLETE else nearest_of(written, language)
        pages = [
            _page(lists[language], place, language=spoken, translation_key=key, content_type=kind,
                  first_published_at=at, last_published_at=at)
            for place, key in enumerate(keys)
        ]  # fmt: skip
        if language != spoken:
            for page, original in zip(pages, written[spoken], strict=True):
                page.alias_of = original
        written[language] = Page.objects.bulk_create(pages, batch_size=BATCH)
        Page.objects.filter(pk=lists[language].pk).update(numchild=lists[language].numchild + len(pages))
        _own_rows(written[language], structures)


def _page(above: Page, place: int, *, language: str, **fields: object) -> Page:
    what, example = WHAT[place % len(WHAT)], {"el": "παράδειγμα"}.get(language, "example")
    title = f"{what[language != 'el']} {place % 97} ({example} {place})"
    step, slug = above.numchild + place + 1, f"bench-{place}"
    return Page(
        path=Page._get_path(above.path, above.depth + 1, step),
        depth=above.depth + 1,
        url_path=f"{above.url_path}{slug}/",
        locale=above.locale,
        title=title,
        draft_title=title,
        slug=slug,
        **fields,
    )


def _own_rows(pages: Sequence[Page], structures: Sequence[Structure]) -> None:
    rows = [
        StructurePage(page_ptr_id=page.pk, structure=structure, summary=f"{page.title}.")
        for page, structure in zip(pages, structures, strict=True)
    ]
    fields = StructurePage._meta.local_concrete_fields
    # Django's bulk_create refuses a model with a parent; of the two rows the parent's is there already.
    piece = min(BATCH, connection.ops.bulk_batch_size(fields, rows))
    for start in range(0, len(rows), piece):
        StructurePage._base_manager._insert(rows[start : start + piece], fields, using=connection.alias)
