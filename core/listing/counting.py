"""How many things each value of each facet would show: nothing here asks a database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from core.listing.declarations import Facet, unknown_of
from core.listing.held import Held, Value
from core.listing.links import Chosen, replaced


@dataclass(frozen=True, slots=True)
class Counting:
    """The facets of a list and what its things hold."""

    facets: tuple[Facet, ...]
    held: Held

    def found(self, chosen: Chosen, *, but: str = "") -> int:
        """The things that these choices keep; the choices of the facet `but` do not count."""
        kept = self.held.everything
        for facet in self.facets:
            if facet.name in chosen and facet.name != but:
                own = [self.held.bits[facet.name, value] for value in chosen[facet.name]]
                kept &= reduce(and_ if facet.every else or_, own)
        return kept

    def counts(self, chosen: Chosen) -> Mapping[Value, int]:
        """Of each value under the choices of the other facets; of a facet whose every value must hold, under all.

        Beside a certain value that was chosen also of how many more nobody knows it.
        """
        return dict(self._counts(chosen))

    def without_one(self, chosen: Chosen) -> Mapping[Value, int]:
        """How many there are without each of the choices."""
        return {
            (name, value): self.found(replaced(chosen, name, value)).bit_count()
            for name, values in chosen.items()
            for value in values
        }

    def _counts(self, chosen: Chosen) -> Iterable[tuple[Value, int]]:
        for facet in self.facets:
            others = self.found(chosen, but="" if facet.every else facet.name)
            for option in facet.options:
                value = facet.name, option.value
                yield value, (others & self.held.bits[value]).bit_count()
            for certain in facet.certain(chosen.get(facet.name, ())):
                unknown = unknown_of(certain)
                nobody_knows = self.found(replaced(chosen, facet.name, certain, unknown))
                yield (facet.name, unknown), nobody_knows.bit_count()
