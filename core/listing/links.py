"""Addresses of a listing with one choice more or less."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of the same listing with something more or less."""

    path: str
    chosen: Mapping[str, tuple[str, ...]]
    sort: str

    def page(self, number: int) -> str:
        return self._to(self.chosen, self.sort, number)

    def sorted(self, name: str) -> str:
        return self._to(self.chosen, name, 1)

    def without(self, facet: str, value: str) -> str:
        left = {
            name: tuple(each for each in values if (name, each) != (facet, value))
            for name, values in self.chosen.items()
        }
        return self._to(left, self.sort, 1)

    def _to(self, chosen: Mapping[str, tuple[str, ...]], sort: str, page: int) -> str:
        query = QueryDict(mutable=True)
        for name, values in chosen.items():
            query.setlist(name, list(values))
        if sort:
            query["sort"] = sort
        if page > 1:
            query["page"] = str(page)
        return f"{self.path}?{query.urlencode()}" if query else self.path or "?"
