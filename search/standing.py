"""Whether what editors suggest and exclude still does anything: targets go away, times pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wagtail.models import Page

from search.engines.base import AWAY
from search.index import engine
from search.models import Exclusion, Promotion, Steering
from search.steering import group_of_page


class Standing(StrEnum):
    """How a decision stands at a moment."""

    HOLDS = "holds"
    WAITS = "waits"
    ENDED = "ended"
    NO_PAGE = "no page"
    UNPUBLISHED = "unpublished"
    EXPIRED = "expired"
    NOT_FOUND = "not found"  # published, but readers cannot find it: it has ended, or search does not look there


TROUBLE = frozenset({Standing.NO_PAGE, Standing.UNPUBLISHED, Standing.EXPIRED, Standing.NOT_FOUND})


@dataclass(frozen=True, slots=True)
class Troubled:
    """A decision that does nothing any more, though it was not ended."""

    kind: str  # "promotion" or "exclusion"
    pk: int
    words: str
    page: str
    standing: Standing


def standings(rows: Iterable[Steering], at: datetime) -> dict[int, Standing]:
    """How each decision stands (a query for the pages, and one for each kind of page)."""
    decisions = list(rows)
    wanted = {row.page_id for row in decisions if row.page_id}
    pages = {page.pk: page for page in Page.objects.filter(pk__in=wanted).specific()}
    groups = {pk: group_of_page(page) for pk, page in pages.items()}
    found = _found([group for group in groups.values() if group])
    return {
        row.pk: _standing(row, pages.get(row.page_id), groups.get(row.page_id, "") in found, at) for row in decisions
    }


def _found(groups: Sequence[str]) -> frozenset[str]:
    """Which of these are in the index; all of them while there is none."""
    try:
        return frozenset(engine().of_groups(groups).units)
    except AWAY:
        return frozenset(groups)


def _standing(row: Steering, page: Page | None, is_found: bool, at: datetime) -> Standing:  # noqa: FBT001 -- a fact
    if row.ends and row.ends <= at:
        return Standing.ENDED
    if page is None:
        return Standing.NO_PAGE
    if not page.live:
        return Standing.EXPIRED if page.expired else Standing.UNPUBLISHED
    if not is_found:
        return Standing.NOT_FOUND
    return Standing.WAITS if row.begins and row.begins > at else Standing.HOLDS


def troubled(at: datetime) -> list[Troubled]:
    """Suggested and excluded results whose target readers cannot find."""
    found = []
    for model in (Promotion, Exclusion):
        rows = list(model.objects.select_related("page"))
        states = standings(rows, at)
        found += [
            Troubled(model._meta.model_name, row.pk, str(row), row.page.title if row.page else "", states[row.pk])
            for row in rows
            if states[row.pk] in TROUBLE
        ]
    return found
