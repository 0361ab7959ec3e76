"""Structures that a page of home names, as cards with what is open now."""

from collections.abc import Sequence
from typing import Any

from directory.selectors.hours import Asked
from directory.selectors.pages import live_pages
from directory.selectors.shapes import StructureCard
from directory.selectors.structures import structure_cards


def chosen_structures(pks: Sequence[int], asked: Asked) -> tuple[StructureCard, ...]:
    """Cards of the live structures among these, in this order (five queries)."""
    if not pks:
        return ()
    pages = live_pages(asked.language).filter(structure__in=pks).select_related("structure")
    by_structure = {page.structure_id: page for page in pages}
    return _cards([by_structure[pk] for pk in pks if pk in by_structure], asked)


def structures_on(page_pk: int, asked: Asked) -> tuple[StructureCard, ...]:
    """Cards of the structures that editors put on a page of text (five queries, one when there are none)."""
    pages = (
        live_pages(asked.language)
        .filter(structure__standard_page_lines__page=page_pk)
        .order_by("structure__standard_page_lines__sort_order")
        .select_related("structure")
    )
    return _cards(list(pages), asked)


def _cards(pages: Sequence[Any], asked: Asked) -> tuple[StructureCard, ...]:
    return structure_cards(pages, asked) if pages else ()
