"""Filters over hits: OR within a facet, AND between facets, each value counted under the choices of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from .documents import Extras, Facts
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


def _place(facts: Facts, extras: Extras) -> Sequence[str]:
    return facts.place or ((CITY,) if facts.type == "structure" else ())


def _year(facts: Facts, extras: Extras) -> Sequence[str]:
    return (str(facts.date.year),) if facts.date and facts.type in DATED else ()


VALUES: dict[str, Callable[[Facts, Extras], Sequence[str]]] = {
    "type": lambda facts, extras: (facts.type,),
    "need": lambda facts, extras: facts.needs,
    "open": lambda facts, extras: (NOW,) if extras.is_open else (),
    "community": _place,
    "channel": lambda facts, extras: facts.channels,
    "group": lambda facts, extras: facts.groups,
    "language": lambda facts, extras: facts.languages,
    "year": _year,
}
Found = Mapping[str, Sequence[Sequence[str]]]  # facet → the values of each hit


def filtered(hits: Sequence[Hit], filters: Filters, extras: Mapping[str, Extras]) -> Filtered:
    """The hits under the filters, with the counts of all values."""
    nothing = Extras()
    known = [(hit.facts, extras.get(hit.facts.group, nothing)) for hit in hits]
    found = {facet: [value_of(*each) for each in known] for facet, value_of in VALUES.items()}
    failed = _failed(found, filters.chosen, len(hits))
    left = tuple(hit for hit, fails in zip(hits, failed, strict=True) if not fails)
    return Filtered(left, _counts(found, failed), {} if left else _without(found, filters.chosen, len(hits)))


def _failed(found: Found, chosen: Mapping[str, Sequence[str]], hits: int) -> list[set[str]]:
    """For each hit the facets whose choice leaves it out."""
    failed: list[set[str]] = [set() for _ in range(hits)]
    for facet, wanted in chosen.items():
        for fails, values in zip(failed, found[facet], strict=True):
            if not any(value in wanted for value in values):
                fails.add(facet)
    return failed


def _counts(found: Found, failed: Sequence[set[str]]) -> dict[tuple[str, str], int]:
    counts = {}
    for facet, of_hits in found.items():
        but_for_this = {facet}
        counted = (values for values, fails in zip(of_hits, failed, strict=True) if fails <= but_for_this)
        counts.update({(facet, value): count for value, count in Counter(chain.from_iterable(counted)).items()})
    return counts


def _without(found: Found, chosen: Mapping[str, Sequence[str]], hits: int) -> dict[tuple[str, str], int]:
    counted = {}
    for facet, wanted in chosen.items():
        for value in wanted:
            others = {name: [each for each in of if (name, each) != (facet, value)] for name, of in chosen.items()}
            less = {name: values for name, values in others.items() if values}
            left = sum(not fails for fails in _failed(found, less, hits))
            if left:
                counted[facet, value] = left
    return counted
