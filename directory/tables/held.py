"""What a row shows beside the parts of its structure: the words of its pages, and the days on which it is closed.

Neither is a child of a structure in the admin, so both are held beside it in memory.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q

from core.exports import LIST_MARK
from core.words import own_words
from directory.models.access import AccessPoint
from directory.models.choices import ClosureKind
from directory.models.exceptions import Closure, ClosureWords
from directory.models.structure import Structure


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page as an editor sees it: with the draft that is not published yet."""

    pk: int
    title: str
    summary: str
    live: bool
    has_draft: bool


def page_words(structures: Iterable[int], *, published: bool) -> dict[int, dict[str, PageWords]]:
    """Words by structure and language, copies left out (one query, two with drafts).

    `published`: what everybody reads; else what editors have written last.
    """
    pages = apps.get_model("directory.StructurePage").objects.filter(structure__in=list(structures))
    pages = pages.filter(alias_of__isnull=True)
    pages = pages.live().public() if published else pages.select_related("latest_revision")
    found: dict[int, dict[str, PageWords]] = defaultdict(dict)
    for page in pages.select_related("locale", *(() if published else ("latest_revision",))):
        draft = page.latest_revision.content if page.has_unpublished_changes and page.latest_revision_id else {}
        said = {"title": page.title, "summary": page.summary}
        if not published:
            said |= {name: draft[name] for name in said if name in draft}
        found[page.structure_id][page.locale.language_code] = PageWords(
            page.pk, **said, live=page.live, has_draft=page.has_unpublished_changes
        )
    return found


def hold_closures(structures: Mapping[int, Structure], points: Iterable[AccessPoint]) -> None:
    """Give structures and ways in the closures of their own (two queries)."""
    by_point = {point.pk: point for point in points}
    for owner in (*structures.values(), *by_point.values()):
        owner.closed = []
    rows = {
        row.pk: row
        for row in Closure.objects.filter(
            Q(structure__in=list(structures)) | Q(access_point__in=list(by_point)), kind=ClosureKind.CLOSED
        ).order_by("first_day", "pk")
    }
    words: dict[int, list[Any]] = defaultdict(list)
    for said in ClosureWords.objects.filter(closure__in=list(rows)) if rows else ():
        words[said.closure_id].append(said)
    for row in rows.values():
        row.words = words[row.pk]
        owner = structures[row.structure_id] if row.structure_id else by_point[row.access_point_id]
        owner.closed.append(row)


def closed_days(owner: AccessPoint) -> list[str]:
    """All closures of a way in as `from/to:reason`, those of its structure too."""
    return sorted({closure_text(row) for row in (*closures_of(owner.structure), *closures_of(owner))})


def closures_of(owner: Structure | AccessPoint) -> list[Closure]:
    """The closures that were held; none of what is new."""
    return owner.__dict__.setdefault("closed", [])


def closure_text(row: Closure) -> str:
    words = own_words(row)
    reason = f":{words.reason.replace(LIST_MARK, '/')}" if words else ""
    return f"{row.first_day:%Y-%m-%d}/{row.last_day:%Y-%m-%d}{reason}"
