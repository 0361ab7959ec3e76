"""Pages that a table makes or changes. New ones are written as rows, all at once; what follows waits in the queue."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import F
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index

from core.audit import audit_many
from core.bulk import BATCH
from core.copies import keep_copies
from core.queue import enqueue_on_commit
from core.text import free_key
from directory.services.importing.words import ChangedPage, NewPage, Words, lists

AT_ONCE = 100  # pages of one task


def write_pages(words: Words, *, by: Any, at: datetime) -> list[list[Any]]:
    """Write them; what undoing needs: [page, structure, title and summary before (None: it was made), and after]."""
    made = _insert(words.new, by=by, at=at)
    changed = [_change(each, by=by) for each in words.changed]
    keys = [page for page, *_rest in made]
    for start in range(0, len(keys), AT_ONCE):
        from directory.tasks import follow_pages  # noqa: PLC0415 -- app ready: tasks call these services

        enqueue_on_commit(follow_pages, pages=keys[start : start + AT_ONCE])
    return [*made, *changed]


def follow(pages: Iterable[int]) -> None:
    """What a page that was saved one by one would have got: where it is used, search of the admin, its copies."""
    model = _model()
    for page in model.objects.filter(pk__in=list(pages)):
        ReferenceIndex.create_or_update_for_object(page)
        index.insert_or_update_object(page)
        keep_copies(model, page.translation_key)


def put_pages_back(
    kept: Sequence[Sequence[Any]], structures: set[int], *, by: Any, told: Callable[[int], Any] = int
) -> None:
    """Take words of these structures back, where nobody has changed them since."""
    for key, structure, before, after in kept:
        told(1)
        page = _model().objects.filter(pk=key).first()
        if page is None or structure not in structures or not _is_as(page, after):
            continue
        if before is None:
            page.delete()
        else:
            _put(page, *before, publish=page.live and not page.has_unpublished_changes, by=by)


def unchanged(kept: Sequence[Sequence[Any]]) -> set[int]:
    """Keys of the pages that a table made and nobody has changed since."""
    made = {key: after for key, _structure, before, after in kept if before is None}
    pages = _model().objects.filter(pk__in=list(made))
    return {page.pk for page in pages if _is_as(page, made[page.pk])}


def _model() -> Any:
    return apps.get_model("directory.StructurePage")


def _is_as(page: Any, words: Sequence[str]) -> bool:
    edited = page.get_latest_revision_as_object()
    return [edited.title, edited.summary] == list(words)


def _change(each: ChangedPage, *, by: Any) -> list[Any]:
    page = _model().objects.get(pk=each.page.pk)
    _put(page, each.title, each.summary, publish=each.publish, by=by)
    before, after = [each.page.title, each.page.summary], [each.title, each.summary]
    return [page.pk, each.structure.pk, before, after]


def _put(page: Any, title: str, summary: str, *, publish: bool, by: Any) -> None:
    edited = page.get_latest_revision_as_object()
    edited.title, edited.summary = title, summary
    revision = edited.save_revision(user=by, log_action=True, clean=False)
    if publish:
        revision.publish(user=by)


def _insert(new: Sequence[NewPage], *, by: Any, at: datetime) -> list[list[Any]]:
    """Rows of pages below their lists, joined to the pages that the structure has in other languages."""
    joined = _translation_keys({page.structure.pk for page in new})
    by_language: dict[str, list[NewPage]] = defaultdict(list)
    for page in new:
        by_language[page.language].append(page)
    made: list[list[Any]] = []
    for language, pages in by_language.items():
        _make_room(pages, language)
        rows = _rows(lists()[language], pages, joined, by=by, at=at)
        Page.objects.bulk_create(rows, batch_size=BATCH)
        _own_rows(rows, pages)
        audit_many(rows, "wagtail.create", by=by, at=at)
        audit_many([row for row in rows if row.live], "wagtail.publish", by=by, at=at)
        made += [
            [row.pk, page.structure.pk, None, [page.title, page.summary]] for row, page in zip(rows, pages, strict=True)
        ]
    return made


def _make_room(pages: Sequence[NewPage], language: str) -> None:
    """A copy of another language gives its place to words of its own."""
    keys = [page.structure.pk for page in pages]
    for start in range(0, len(keys), BATCH):
        piece = _model().objects.filter(structure__in=keys[start : start + BATCH], alias_of__isnull=False)
        for copy in piece.filter(locale__language_code=language):
            copy.delete()


def _translation_keys(structures: set[int]) -> dict[int, UUID]:
    keys = list(structures)
    found: dict[int, UUID] = defaultdict(uuid4)
    for start in range(0, len(keys), BATCH):
        pages = _model().objects.filter(structure__in=keys[start : start + BATCH], alias_of__isnull=True)
        found.update(pages.values_list("structure", "translation_key"))
    return found


def _rows(above: Page, pages: Sequence[NewPage], joined: dict[int, UUID], *, by: Any, at: datetime) -> list[Page]:
    above = Page.objects.select_for_update().get(pk=above.pk)  # nobody else counts its children now
    taken = set(above.get_children().values_list("slug", flat=True))
    last = above.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    kind = ContentType.objects.get_for_model(_model())
    rows = []
    for place, page in enumerate(pages, start=1):
        key = free_key(page.structure.slug, taken)
        taken.add(key)
        moments = {"first_published_at": at, "last_published_at": at} if page.live else {}
        rows.append(
            Page(
                path=Page._get_path(above.path, above.depth + 1, step + place),
                depth=above.depth + 1,
                url_path=f"{above.url_path}{key}/",
                locale_id=above.locale_id,
                slug=key,
                title=page.title,
                draft_title=page.title,
                owner=by,
                live=page.live,
                has_unpublished_changes=not page.live,
                content_type=kind,
                translation_key=joined[page.structure.pk],
                **moments,
            )
        )
    Page.objects.filter(pk=above.pk).update(numchild=F("numchild") + len(rows))
    return rows


def _own_rows(rows: Sequence[Page], pages: Sequence[NewPage]) -> None:
    """The other half of each page. Django's bulk_create refuses a model with a parent."""
    model = _model()
    own = [
        model(page_ptr_id=row.pk, structure_id=page.structure.pk, summary=page.summary)
        for row, page in zip(rows, pages, strict=True)
    ]
    fields = model._meta.local_concrete_fields
    piece = min(BATCH, connection.ops.bulk_batch_size(fields, own))
    for start in range(0, len(own), piece):
        model._base_manager._insert(own[start : start + piece], fields, using=connection.alias)
