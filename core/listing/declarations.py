"""What an app declares of its listing: facets, their options, the orders."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from core.terms import terms


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet and its words. `language` differs from the page's when words are missing there."""

    value: str
    label: Any
    language: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter of a listing.

    `lookup` is the ORM path to what the values are compared with; `condition(value)` replaces it where a
    value is a question and not a column ("open now").
    """

    name: str
    label: Any
    options: tuple[Option, ...]
    lookup: str = ""
    condition: Callable[[str], Q] | None = None
    open: bool = False

    def matches(self, values: Iterable[str]) -> Q:
        """What is kept when these values are chosen."""
        if self.condition is None:
            return Q(**{f"{self.lookup}__in": list(values)})
        joined = Q()
        for value in values:
            joined |= self.condition(value)
        return joined


def term_facet(name: str, label: Any, kind: str, *, language: str, lookup: str = "", open: bool = False) -> Facet:
    """A facet over a vocabulary of the core; `lookup` ends at the term, for example `structure__needs`."""
    options = tuple(Option(term.slug, term.name, term.language) for term in terms(kind, language))
    return Facet(name=name, label=label, options=options, lookup=lookup and f"{lookup}__slug", open=open)


@dataclass(frozen=True, slots=True)
class Sort:
    """An order the reader may choose; the first one of a listing needs no parameter."""

    name: str
    label: Any
    fields: tuple[Any, ...]  # names or expressions of the ORM
