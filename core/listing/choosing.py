"""What a reader chose of a listing, and the same choices as links, chips and ticks: nothing here asks a database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.listing.declarations import Facet, unknown_of
from core.listing.links import Links
from core.listing.shapes import Beside, Chip, FacetView, OptionView
from core.text import whole_number


@dataclass(frozen=True, slots=True)
class Choices:
    """Values by facet; `dropped` counts what was asked for and is not known here."""

    values: Mapping[str, tuple[str, ...]]
    dropped: int = 0


def choices(facets: Iterable[Facet], query: QueryDict) -> Choices:
    """What of a query string the facets know."""
    chosen: dict[str, tuple[str, ...]] = {}
    dropped = 0
    for facet in facets:
        known = facet.values
        asked = list(dict.fromkeys(value for value in query.getlist(facet.name) if value))
        kept = tuple(value for value in asked if value in known)
        dropped += len(asked) - len(kept)
        if kept:
            chosen[facet.name] = kept
    return Choices(chosen, dropped)


def facet_views(
    facets: Iterable[Facet],
    counts: Mapping[tuple[str, str], int],
    chosen: Mapping[str, tuple[str, ...]],
    link: Links | None = None,
) -> tuple[FacetView, ...]:
    """The facets as ticks, each value with its count under the choices of the other facets.

    With `link`, also of how many more nobody knows what was chosen.
    """
    return tuple(
        FacetView(
            name=facet.name,
            label=facet.label,
            options=tuple(
                OptionView(
                    value=option.value,
                    label=option.label,
                    language=option.language,
                    count=counts.get((facet.name, option.value), 0),
                    chosen=option.value in chosen.get(facet.name, ()),
                )
                for option in facet.options
            ),
            chosen=len(chosen.get(facet.name, ())),
            open=facet.open or facet.name in chosen,
            unknown=tuple(_unknown(facet, counts, chosen, link)) if link else (),
        )
        for facet in facets
    )


def _unknown(
    facet: Facet, counts: Mapping[tuple[str, str], int], chosen: Mapping[str, tuple[str, ...]], link: Links
) -> Iterable[Beside]:
    for option in facet.options:
        other = unknown_of(option.value)
        count = counts.get((facet.name, other), 0)
        if count and option.value in chosen.get(facet.name, ()):
            yield Beside(option.label, count, link.instead(facet.name, option.value, other), option.language)


def chips(facets: Iterable[Facet], chosen: Mapping[str, tuple[str, ...]], link: Links) -> Iterable[Chip]:
    """Each chosen value with a link that takes it away."""
    for facet in facets:
        for option in facet.options:
            if option.value in chosen.get(facet.name, ()):
                yield Chip(option.label, facet.label, link.without(facet.name, option.value), option.language)
            if unknown_of(option.value) in chosen.get(facet.name, ()):
                label = _("%(filter)s: not known") % {"filter": option.label}
                yield Chip(label, facet.label, link.without(facet.name, unknown_of(option.value)), option.language)


def page_number(query: QueryDict) -> int:
    """The page asked for; 0 and nonsense are the first one."""
    return max(1, whole_number(query.get("page", "")))


def notices(dropped: int) -> tuple[str, ...]:
    """What is said about choices that are not known here."""
    if not dropped:
        return ()
    notice = ngettext(
        "One filter is not known here and was left out.",
        "%(count)s filters are not known here and were left out.",
        dropped,
    )
    return (notice % {"count": dropped},)
