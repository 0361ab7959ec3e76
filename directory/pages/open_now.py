"""What is open at this moment, the best first: for the home page."""

from collections import defaultdict
from typing import Any

from django.db.models import F, OuterRef, Subquery

from directory.models.access import ContactLine, OpenInterval
from directory.models.choices import CALLABLE
from directory.pages.listing import held_in
from directory.selectors.hours import Asked
from directory.selectors.pages import live_pages

POINT = "structure__access_points"


def open_pages(asked: Asked, most: int) -> list[Any]:
    """Pages with `until`, `channel`, `number`: near ones and first contact first, then by name (two queries).

    Thousands may be open, so the first ones are found by their keys, and only those are read.
    """
    now = OpenInterval.objects.filter(start__lte=asked.at, end__gt=asked.at, kind=OpenInterval.Kind.OPEN)
    points = _first(asked, now, most)
    lines = ContactLine.objects.filter(access_point=OuterRef(f"{POINT}__pk"), kind__in=CALLABLE)
    pages = live_pages(asked.language).filter(**{f"{POINT}__in": points.values()})
    read = pages.annotate(
        until=Subquery(now.filter(access_point=OuterRef(f"{POINT}__pk")).values("end")[:1]),
        channel=F(f"{POINT}__channel"),
        number=Subquery(lines.order_by("sort_order").values("number")[:1]),
    )
    by_structure = {page.structure_id: page for page in read} if points else {}
    return [by_structure[key] for key in points if key in by_structure]


def _first(asked: Asked, now: Any, most: int) -> dict[int, int]:
    """Structures of the list with the way in that is open, in their order."""
    groups: dict[tuple[int, bool], dict[int, int]] = defaultdict(dict)
    rows = now.order_by("access_point__sort_order", "access_point").values_list(
        "access_point__structure", "access_point", "access_point__structure__reach", "access_point__first_contact"
    )
    for structure, point, reach, is_first in rows:
        groups[reach, not is_first].setdefault(structure, point)
    held, found = held_in(asked), dict[int, int]()
    for _rank, points in sorted(groups.items()):
        shown = held.set_of(key for key in points if key not in found) & held.everything
        for structure in held.slice(shown, "name", (), start=0, stop=most - len(found)):
            found[structure] = points[structure]
    return found
