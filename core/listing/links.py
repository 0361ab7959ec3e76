"""Addresses of a listing with one choice more or less."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

Chosen = Mapping[str, tuple[str, ...]]


def replaced(chosen: Chosen, facet: str, value: str, *others: str) -> dict[str, tuple[str, ...]]:
    """The same choices with other values in the place of one, or without it."""
    kept = {
        name: tuple(new for each in values for new in (others if (name, each) == (facet, value) else (each,)))
        for name, values in chosen.items()
    }
    return {name: values for name, values in kept.items() if values}


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of the same listing with something more or less."""

    path: str
    chosen: Mapping[str, tuple[str, ...]]
    sort: str
    more: Mapping[str, str] = field(default_factory=dict)  # what else stands in every address, no choice of a facet

    def page(self, number: int) -> str:
        return self._to(self.chosen, self.sort, number)

    def sorted(self, name: str) -> str:
        return self._to(self.chosen, name, 1)

    def without(self, facet: str, value: str) -> str:
        return self._to(replaced(self.chosen, facet, value), self.sort, 1)

    def instead(self, facet: str, value: str, other: str) -> str:
        """With another value in the place of one."""
        return self._to(replaced(self.chosen, facet, value, other), self.sort, 1)

    def only(self, facet: str, value: str) -> str:
        """With this value alone of a facet; without it where it is chosen alone already."""
        alone = self.chosen.get(facet) == (value,)
        return self._to({**self.chosen, facet: () if alone else (value,)}, self.sort, 1)

    def everything(self) -> str:
        """Without any choice."""
        return self._to({}, "", 1)

    def _to(self, chosen: Mapping[str, tuple[str, ...]], sort: str, page: int) -> str:
        query = QueryDict(mutable=True)
        for name, values in chosen.items():
            if values:
                query.setlist(name, list(values))
        if sort:
            query["sort"] = sort
        if page > 1:
            query["page"] = str(page)
        query.update(self.more)
        return f"{self.path}?{query.urlencode()}" if query else self.path or "?"
