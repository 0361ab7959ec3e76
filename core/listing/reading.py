"""Reading a listing: three queries whatever the size, all counts in one union, the total, the page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Cast
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from core.listing.choosing import chips, choices, facet_views, notices, page_number
from core.listing.declarations import Facet, Sort, unknown_of
from core.listing.links import Links, replaced
from core.listing.shapes import Beside, ListingPage, SortView


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

    def read(self, queryset: QuerySet, query: QueryDict, *, path: str = "") -> ListingPage:
        """The page a reader asked for.

        Unknown values are dropped with a notice, page 0 or nonsense is the first page, a page beyond the
        end raises Http404. `path` is put before the query in every link.
        """
        asked = choices(self.facets, query)
        chosen = asked.values
        kept = self._filtered(queryset, chosen)
        sort = self._sort(query)
        if sort:
            kept = kept.order_by(*sort.fields)
        paginator = Paginator(kept, self.page_size)
        total = paginator.count
        page = page_number(query)
        if page > paginator.num_pages:
            raise Http404(_("This list has %(pages)s pages.") % {"pages": paginator.num_pages})
        start = (page - 1) * self.page_size
        link = Links(path, chosen, sort.name if sort and sort is not self.sorts[0] else "")
        return ListingPage(
            items=list(self.prefetch(kept)[start : start + self.page_size]) if total else [],
            total=total,
            facets=facet_views(self.facets, self._counts(queryset, chosen), chosen, link),
            chips=tuple(chips(self.facets, chosen, link)),
            sorts=tuple(SortView(each.name, each.label, link.sorted(each.name), each is sort) for each in self.sorts),
            page=page,
            pages=paginator.num_pages,
            previous_url=link.page(page - 1) if page > 1 else "",
            next_url=link.page(page + 1) if page < paginator.num_pages else "",
            clear_url=path or "?",
            notices=notices(asked.dropped),
            relaxed=None if total else self._relaxed(queryset, chosen, link),
        )

    def kept(self, queryset: QuerySet, query: QueryDict) -> QuerySet:
        """What these choices keep, unsorted and uncut: for counting it in another way."""
        return self._filtered(queryset, choices(self.facets, query).values)

    def _sort(self, query: QueryDict) -> Sort | None:
        asked = query.get("sort", "")
        return next((sort for sort in self.sorts if sort.name == asked), self.sorts[0] if self.sorts else None)

    def _filtered(self, queryset: QuerySet, chosen: Mapping[str, tuple[str, ...]], *, but: str = "") -> QuerySet:
        for facet in self.facets:
            if facet.name in chosen and facet.name != but:
                # By key in a subquery: a join over many rows would double what it finds.
                for condition in facet.conditions(chosen[facet.name]):
                    hits = queryset.model._default_manager.filter(condition).values("pk")
                    queryset = queryset.filter(pk__in=hits)
        return queryset

    def _counts(self, queryset: QuerySet, chosen: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], int]:
        branches = [
            branch
            for facet in self.facets
            for branch in _count_branches(facet, self._filtered(queryset, chosen, but=_uncounted(facet)))
        ]
        for facet in self.facets:
            for value in facet.certain(chosen.get(facet.name, ())):
                nobody_knows = self._filtered(queryset, replaced(chosen, facet.name, value, unknown_of(value)))
                branches.append(_counted(nobody_knows, facet, unknown_of(value)))
        return _joined(branches)

    def _relaxed(self, queryset: QuerySet, chosen: Mapping[str, tuple[str, ...]], link: Links) -> Beside | None:
        """The choice of an empty list that costs most, with what is found without it."""
        found = _joined(
            [
                _counted(self._filtered(queryset, replaced(chosen, facet.name, value)), facet, value)
                for facet in self.facets
                for value in chosen.get(facet.name, ())
            ]
        )
        if not any(found.values()):
            return None
        name, value = max(found, key=lambda key: found[key])
        facet = next(facet for facet in self.facets if facet.name == name)
        option = next(option for option in facet.options if value in (option.value, unknown_of(option.value)))
        return Beside(option.label, found[name, value], link.without(name, value), option.language)


def _uncounted(facet: Facet) -> str:
    """The facet whose own choices do not count: with `every`, they do."""
    return "" if facet.every else facet.name


def _joined(branches: list[QuerySet]) -> dict[tuple[str, str], int]:
    if not branches:
        return {}
    rows = branches[0].union(*branches[1:], all=True) if len(branches) > 1 else branches[0]
    return {(row["facet"], row["value"]): row["found"] for row in rows}


def _counted(queryset: QuerySet, facet: Facet, value: str) -> QuerySet:
    """One row: how many there are, under a value of a facet."""
    named = {"facet": Value(facet.name, output_field=CharField()), "value": Value(value, output_field=CharField())}
    counted = queryset.order_by().annotate(**named).values("facet", "value")
    return counted.annotate(found=Count("pk", distinct=True))


def _count_branches(facet: Facet, queryset: QuerySet) -> Iterable[QuerySet]:
    plain = queryset.order_by().annotate(facet=Value(facet.name, output_field=CharField()))
    found = Count("pk", distinct=True)
    if facet.condition is None:
        value = Cast(F(facet.lookup), CharField())
        yield plain.annotate(value=value).values("facet", "value").annotate(found=found)
        return
    for option in facet.options:
        yield _counted(queryset.filter(facet.condition(option.value)), facet, option.value)
