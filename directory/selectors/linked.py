"""The graph of structures as a list: what one is linked to, and what that is linked to in its turn."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from directory.models.choices import Status
from directory.models.links import LinkKind, StructureLink
from directory.selectors.around import pages_of, related_by
from directory.selectors.shapes import Related

BEYOND_MOST = 8


@dataclass(frozen=True, slots=True)
class Edge:
    """A link as seen from one of its ends."""

    here: int
    kind: str
    other: int
    outgoing: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A linked structure, some of what it leads to further, and how many of these are left out."""

    to: Related
    beyond: tuple[Related, ...]
    left_out: int


def two_steps(pk: int, language: str) -> tuple[Step, ...]:
    """What a structure is linked to, each with what lies one step beyond (three queries, however many there are).

    Nothing stands twice: what is near is not shown again as something beyond.
    """
    near = [edge for edge in _edges({pk}) if edge.here == pk]
    known = {pk, *(edge.other for edge in near)}
    beyond: dict[int, list[Edge]] = defaultdict(list)
    for edge in _edges(known - {pk}) if near else ():
        if edge.here in known and edge.other not in known:
            beyond[edge.here].append(edge)
    keys = known.union(*({edge.other for edge in edges} for edges in beyond.values()))
    pages = pages_of(Q(structure__in=keys), language) if near else {}

    def told(edges: Iterable[Edge]) -> tuple[Related, ...]:
        return tuple(
            related_by(edge.kind, pages[edge.other], outgoing=edge.outgoing) for edge in edges if edge.other in pages
        )

    steps = []
    for edge in near:
        further = told(beyond[edge.other])
        steps += [Step(to, further[:BEYOND_MOST], len(further[BEYOND_MOST:])) for to in told([edge])]
    return tuple(steps)


def _edges(keys: set[int]) -> list[Edge]:
    """Links of these structures seen from both ends, in the editors' order; what has ended is only a predecessor."""
    working = ~Q(structure__status=Status.ENDED) & ~Q(target__status=Status.ENDED)
    links = StructureLink.objects.filter(Q(structure__in=keys) | Q(target__in=keys))
    rows = links.filter(working | Q(kind=LinkKind.FOLLOWS)).order_by("structure_id", "sort_order", "pk")
    edges = []
    for structure, kind, target in rows.values_list("structure_id", "kind", "target_id"):
        edges += [Edge(structure, kind, target, outgoing=True), Edge(target, kind, structure, outgoing=False)]
    return edges
