"""Reading a listing: three queries whatever the size: the order, who holds what, the page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from core.listing.choosing import chips, choices, facet_views, notices, page_number
from core.listing.counting import Counting
from core.listing.declarations import Facet, Sort, unknown_of
from core.listing.held import Held
from core.listing.links import Chosen, Links
from core.listing.shapes import Beside, ListingPage, SortView

AS_IT_COMES = Sort("", "", ())  # of a listing without orders of its own: as the queryset is sorted


class BeyondTheEnd(Http404):
    """404 of a page that a list does not have; `last_url` is its last one."""

    def __init__(self, sentence: str, last_url: str) -> None:
        super().__init__(sentence)
        self.last_url = last_url


@dataclass(frozen=True, slots=True)
class Listing:
    """Facets, orders and page size of one listing; made for a request, since labels have a language."""

    facets: tuple[Facet, ...] = ()
    sorts: tuple[Sort, ...] = ()
    page_size: int = 20
    prefetch: Callable[[QuerySet], QuerySet] = field(default=lambda queryset: queryset)

    @property
    def parameters(self) -> frozenset[str]:
        """Query parameters this listing understands; the cache drops all others."""
        return frozenset({facet.name for facet in self.facets} | {"page", "sort"})

    def read(
        self,
        queryset: QuerySet,
        query: QueryDict,
        *,
        path: str = "",
        held: Held | None = None,
        more: Mapping[str, str] | None = None,
    ) -> ListingPage:
        """The page a reader asked for.

        Unknown values are dropped with a notice, page 0 or nonsense is the first page, a page beyond the
        end raises Http404. `path` is put before the query in every link. `held` is what was read of the same
        things before; only what it lacks is asked of the database. `more` stands in every link, as `path` does.
        """
        asked = choices(self.facets, query)
        chosen, sort = asked.values, self._sort(query)
        held = self._complete(held or _read_now(queryset, sort), queryset, chosen)
        counting = Counting(self.facets, held)
        found = counting.found(chosen)
        total, page = found.bit_count(), page_number(query)
        pages = max(1, -(-total // self.page_size))
        link = Links(path, chosen, sort.name if sort in self.sorts[1:] else "", more or {})
        if page > pages:
            raise BeyondTheEnd(_("This list has %(pages)s pages.") % {"pages": pages}, link.page(pages))
        start = (page - 1) * self.page_size
        keys = held.slice(found, sort.name, sort.first, start=start, stop=start + self.page_size)
        return ListingPage(
            items=self._items(queryset, keys),
            total=total,
            facets=facet_views(self.facets, counting.counts(chosen), chosen, link),
            chips=tuple(chips(self.facets, chosen, link)),
            sorts=tuple(SortView(each.name, each.label, link.sorted(each.name), each is sort) for each in self.sorts),
            page=page,
            pages=pages,
            previous_url=link.page(page - 1) if page > 1 else "",
            next_url=link.page(page + 1) if page < pages else "",
            clear_url=link.everything(),
            links=link,
            notices=notices(asked.dropped),
            relaxed=None if total else self._relaxed(counting, chosen, link),
        )

    def kept(self, queryset: QuerySet, query: QueryDict, *, held: Held | None = None) -> frozenset[int]:
        """Keys of what these choices keep, all pages of it: for counting it in another way."""
        chosen = choices(self.facets, query).values
        held = self._complete(held or _read_now(queryset, AS_IT_COMES), queryset, chosen)
        return held.keys_of(Counting(self.facets, held).found(chosen))

    def holders(self, queryset: QuerySet, held: Held) -> Held:
        """With every value that an address may name and that does not depend on the minute (one query)."""
        wanted = {facet.name: facet.values - facet.live for facet in self.facets}
        return _adding(held, queryset, self.facets, wanted)

    def _sort(self, query: QueryDict) -> Sort:
        asked = query.get("sort", "")
        return next((sort for sort in self.sorts if sort.name == asked), (*self.sorts, AS_IT_COMES)[0])

    def _complete(self, held: Held, queryset: QuerySet, chosen: Chosen) -> Held:
        """With every value that is counted or chosen."""
        wanted = {}
        for facet in self.facets:
            own = chosen.get(facet.name, ())
            values = facet.offered.union(own, map(unknown_of, facet.certain(own)))
            wanted[facet.name] = {value for value in values if (facet.name, value) not in held.bits}
        return _adding(held, queryset, self.facets, wanted)

    def _items(self, queryset: QuerySet, keys: list[int]) -> list[Any]:
        rows = {row.pk: row for row in self.prefetch(queryset.filter(pk__in=keys))} if keys else {}
        return [rows[key] for key in keys if key in rows]

    def _relaxed(self, counting: Counting, chosen: Chosen, link: Links) -> Beside | None:
        """The choice of an empty list that costs most, with what is found without it."""
        found = counting.without_one(chosen)
        if not any(found.values()):
            return None
        name, value = max(found, key=lambda key: found[key])
        facet = next(facet for facet in self.facets if facet.name == name)
        option = next(option for option in facet.options if value in (option.value, unknown_of(option.value)))
        return Beside(option.label, found[name, value], link.without(name, value), option.language)


def _read_now(queryset: QuerySet, sort: Sort) -> Held:
    keys = sorted_keys(queryset, sort)
    return Held.of(keys).ordered({sort.name: keys})


def sorted_keys(queryset: QuerySet, sort: Sort) -> list[int]:
    """Keys of the things in an order (one query)."""
    if sort.key is None:
        rows = queryset.order_by(*sort.fields) if sort.fields else queryset
        return list(dict.fromkeys(rows.values_list("pk", flat=True)))
    key = sort.key
    rows = queryset.order_by().values_list("pk", *sort.fields)
    return list(dict.fromkeys(pk for pk, *_values in sorted(rows, key=lambda row: (key(*row[1:]), row[0]))))


def _adding(held: Held, queryset: QuerySet, facets: Iterable[Facet], wanted: dict[str, set[str]]) -> Held:
    """Who holds these values (one query, and those of values that are read together; none when nothing is wanted)."""
    holders: dict[tuple[str, str], Any] = {(facet.name, value): [] for facet in facets for value in wanted[facet.name]}
    left = dict(wanted)
    for facet in facets:
        if facet.together and wanted[facet.name]:
            read = facet.together()
            holders |= {(facet.name, value): read[value] for value in wanted[facet.name] & set(read)}
            left[facet.name] = wanted[facet.name] - set(read)
    branches = [branch for facet in facets for branch in _branches(queryset, facet, left[facet.name])]
    rows = branches[0].union(*branches[1:], all=True) if branches else ()
    for name, value, key in rows:
        if (name, value) in holders:
            holders[name, value].append(key)
    return held.adding(holders) if holders else held


def _branches(queryset: QuerySet, facet: Facet, values: set[str]) -> Iterable[QuerySet]:
    """Rows of facet, value and key; one select for all values of a path, one for each condition."""
    plain = queryset.order_by()
    name = Value(facet.name, CharField())
    if facet.condition is None:
        if values:
            yield plain.values_list(name, Cast(F(facet.lookup), CharField()), "pk")
        return
    for value in sorted(values):
        yield plain.filter(facet.holds(value)).values_list(name, Value(value, CharField()), "pk")
