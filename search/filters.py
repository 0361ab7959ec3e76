"""Filters over hits: OR within a facet, AND between facets, each value counted under the choices of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .documents import Extras
from .ranking import DATED, Hit

CITY = "city"  # what serves the whole city
NOW = "now"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader chose, by facet."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filtered:
    """The hits that are left; `without` says how many there would be without one chosen value, when none is left."""

    hits: tuple[Hit, ...]
    counts: Mapping[tuple[str, str], int]
    without: Mapping[tuple[str, str], int]


def _place(hit: Hit, extras: Extras) -> Sequence[str]:
    document = hit.entry.document
    return document.place or ((CITY,) if document.type == "structure" else ())


def _year(hit: Hit, extras: Extras) -> Sequence[str]:
    document = hit.entry.document
    return (str(document.date.year),) if document.date and document.type in DATED else ()


VALUES: dict[str, Callable[[Hit, Extras], Sequence[str]]] = {
    "type": lambda hit, extras: (hit.entry.document.type,),
    "need": lambda hit, extras: hit.entry.document.needs,
    "open": lambda hit, extras: (NOW,) if extras.is_open else (),
    "community": _place,
    "channel": lambda hit, extras: hit.entry.document.channels,
    "group": lambda hit, extras: hit.entry.document.groups,
    "language": lambda hit, extras: hit.entry.document.languages,
    "year": _year,
}


def filtered(hits: Sequence[Hit], filters: Filters, extras: Mapping[str, Extras]) -> Filtered:
    """The hits under the filters, with the counts of all values."""
    values = [_values(hit, extras) for hit in hits]
    failed = [_failed(found, filters) for found in values]
    counts: Counter[tuple[str, str]] = Counter()
    for found, fails in zip(values, failed, strict=True):
        for facet, own in found.items():
            if not fails or fails == {facet}:
                counts.update([(facet, value) for value in own])
    left = tuple(hit for hit, fails in zip(hits, failed, strict=True) if not fails)
    return Filtered(left, counts, {} if left else _without(values, filters))


def _values(hit: Hit, extras: Mapping[str, Extras]) -> dict[str, frozenset[str]]:
    own = extras.get(hit.entry.document.group, Extras())
    return {facet: frozenset(value_of(hit, own)) for facet, value_of in VALUES.items()}


def _failed(found: Mapping[str, frozenset[str]], filters: Filters) -> set[str]:
    """Facets whose choice leaves this one out."""
    return {facet for facet, chosen in filters.chosen.items() if not found[facet].intersection(chosen)}


def _without(values: Sequence[Mapping[str, frozenset[str]]], filters: Filters) -> dict[tuple[str, str], int]:
    counted = {}
    for facet, chosen in filters.chosen.items():
        for value in chosen:
            others = tuple(other for other in chosen if other != value)
            less = {**filters.chosen, facet: others} if others else _but(filters.chosen, facet)
            found = sum(not _failed(each, Filters(less)) for each in values)
            if found:
                counted[facet, value] = found
    return counted


def _but(chosen: Mapping[str, tuple[str, ...]], facet: str) -> dict[str, tuple[str, ...]]:
    return {name: values for name, values in chosen.items() if name != facet}
