"""What a listing template gets: values only."""

from dataclasses import dataclass
from typing import Any

from core.listing.links import Links


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option with its count under the other facets; a zero that is not chosen is disabled, not hidden."""

    value: str
    label: Any
    language: str
    count: int
    chosen: bool

    @property
    def disabled(self) -> bool:
        return self.count == 0 and not self.chosen


@dataclass(frozen=True, slots=True)
class FacetView:
    name: str
    label: Any
    options: tuple[OptionView, ...]
    chosen: int
    open: bool
    unknown: tuple["Beside", ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What a list could hold besides: where nobody knows, or without one of the choices."""

    label: Any
    count: int
    url: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen value that a link takes away again."""

    label: Any
    facet: Any
    remove_url: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class SortView:
    name: str
    label: Any
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ListingPage:
    """What a listing template needs; no query is left in it once `items` is a list."""

    items: list[Any]
    total: int
    facets: tuple[FacetView, ...]
    chips: tuple[Chip, ...]
    sorts: tuple[SortView, ...]
    page: int
    pages: int
    previous_url: str
    next_url: str
    clear_url: str
    links: Links
    notices: tuple[str, ...]
    relaxed: Beside | None = None  # of an empty list: the choice without which most is found

    @property
    def unknown(self) -> tuple[Beside, ...]:
        """Of how many more nobody knows what was chosen."""
        return tuple(each for facet in self.facets for each in facet.unknown)

    @property
    def useful(self) -> tuple[FacetView, ...]:
        """Facets in which something can be found or is chosen; the others would only be in the way."""
        return tuple(facet for facet in self.facets if facet.chosen or any(option.count for option in facet.options))
