"""Pages of a PDF stand under their study: one entry, and below it where the words are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .ranking import Hit

MOST_PAGES = 3


@dataclass(frozen=True, slots=True)
class Grouped:
    """Hits in their order, a study in the place of the best of it; its best pages by group."""

    hits: tuple[Hit, ...]
    pages: Mapping[str, tuple[Hit, ...]]


def orphans(hits: Sequence[Hit]) -> list[str]:
    """Groups of which only pages were found, not the study itself."""
    found = {hit.unit for hit in hits}
    groups = (hit.facts.group for hit in hits if hit.facts.page is not None)
    return list(dict.fromkeys(group for group in groups if group not in found))


def under_studies(hits: Sequence[Hit], studies: Mapping[str, Hit]) -> Grouped:
    """Hits with pages under their study; `studies` are those that were not found themselves, by group.

    The pages of a study that readers do not see (it is in none of both) stay entries of their own.
    """
    known = {**studies, **{hit.unit: hit for hit in hits if hit.facts.page is None}}
    pages: dict[str, tuple[Hit, ...]] = {}
    leads: dict[str, Hit] = {}
    for hit in hits:
        group = hit.facts.group
        if hit.facts.page is None or group not in known:
            leads.setdefault(hit.unit, hit)
            continue
        leads.setdefault(group, known[group])
        pages[group] = (*pages.get(group, ()), hit)[:MOST_PAGES]
    return Grouped(tuple(leads.values()), pages)
