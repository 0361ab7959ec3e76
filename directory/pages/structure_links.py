"""What a structure is linked to, two steps out, as lists for the page of its links."""

from dataclasses import dataclass
from typing import Any

from directory.pages.structure_facts import RelatedGroup, grouped, link_words
from directory.selectors.linked import two_steps
from directory.selectors.shapes import Related


@dataclass(frozen=True, slots=True)
class Further:
    """A structure one step beyond, and how it is linked to the one before it."""

    how: Any
    to: Related


@dataclass(frozen=True, slots=True)
class Near:
    """A linked structure with what lies beyond it; `left_out` of that stands only on its own page."""

    to: Related
    beyond: tuple[Further, ...]
    left_out: int


def linked_groups(structure: int, language: str) -> list[RelatedGroup]:
    """Linked structures under headings."""
    near = [
        Near(step.to, tuple(Further(link_words(each), each) for each in step.beyond), step.left_out)
        for step in two_steps(structure, language)
    ]
    return grouped(near, of=lambda each: each.to)
