"""What an app declares of its listing: facets, their options, the orders."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from core.terms import terms

UNKNOWN = "-unknown"


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
    value is a question and not a column ("open now"). With `every`, all chosen values must hold together: who
    needs a step-free entrance and a toilet is not helped by one of them. `unknown(value)` is where nobody knows:
    such things are never among the hits, they are counted beside them, behind a link of their own. `live` are the
    values that depend on the minute or are too many to be kept: what is held of them is read for each request.
    `together()` reads at once who holds several values: where a condition for each would look through everything.
    """

    name: str
    label: Any
    options: tuple[Option, ...]
    lookup: str = ""
    condition: Callable[[str], Q] | None = None
    open: bool = False
    every: bool = False
    unknown: Callable[[str], Q] | None = None
    live: frozenset[str] = frozenset()
    together: Callable[[], Mapping[str, Iterable[int]]] | None = None

    @property
    def offered(self) -> set[str]:
        return {option.value for option in self.options}

    @property
    def values(self) -> set[str]:
        """All values that an address may name."""
        return self.offered.union(map(unknown_of, self.offered)) if self.unknown else self.offered

    def certain(self, values: Iterable[str]) -> list[str]:
        """Those of the chosen values beside which it is counted of how many more nobody knows."""
        return [value for value in values if self.unknown and not value.endswith(UNKNOWN)]

    def holds(self, value: str) -> Q:
        """The condition of one value, or of nobody knowing it."""
        if self.unknown and value.endswith(UNKNOWN):
            return self.unknown(value.removesuffix(UNKNOWN))
        return self.condition(value) if self.condition else Q(**{self.lookup: value})


def unknown_of(value: str) -> str:
    """The value of an address that asks where nobody knows."""
    return f"{value}{UNKNOWN}"


def term_facet(name: str, label: Any, kind: str, *, language: str, lookup: str = "", open: bool = False) -> Facet:
    """A facet over a vocabulary of the core; `lookup` ends at the term, for example `structure__needs`."""
    options = tuple(Option(term.slug, term.name, term.language) for term in terms(kind, language))
    return Facet(name=name, label=label, options=options, lookup=lookup and f"{lookup}__slug", open=open)


@dataclass(frozen=True, slots=True)
class Sort:
    """An order the reader may choose; the first one of a listing needs no parameter.

    The database sorts by `fields`. With `key`, it only reads them and `key` of a row's values is what is sorted by:
    names have an order that databases do not know (core.collation). What holds the values of `first` stands before
    all others, in that order.
    """

    name: str
    label: Any
    fields: tuple[Any, ...]  # names or expressions of the ORM
    key: Callable[..., Any] | None = None
    first: tuple[tuple[str, str], ...] = ()  # facet and value
