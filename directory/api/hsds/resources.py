"""The six kinds of objects of the API: their lists, their single objects, the parameters each understands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from core.taxonomy import Community
from directory.api.hsds.answering import Missing
from directory.api.hsds.asking import COMMON, Query
from directory.api.hsds.identity import derived
from directory.api.hsds.listing import Collection, Merged, Ready, Rows
from directory.api.hsds.narrowing import SERVICE, places, structures, visits
from directory.api.hsds.organisation import organisations
from directory.api.hsds.place import flat_place, full_place, ground, location
from directory.api.hsds.reading import (
    Reading,
    ServiceRow,
    flat_rows,
    full_rows,
    public_places,
    public_structures,
    public_visits,
)
from directory.api.hsds.service import flat_service, full_service, minimal_service
from directory.api.hsds.stops import Stop, stops_of
from directory.api.hsds.visiting import community_location, flat_stop, full_stop
from directory.api.hsds.vocabulary import taxonomies, taxonomy_terms
from directory.api.hsds.written import marked
from directory.models.access import AccessPoint
from directory.models.choices import Status
from directory.models.mobile import MobileVisit
from directory.models.place import Location
from directory.models.structure import Structure
from directory.selectors.parts import seen_at
from directory.selectors.rows import words_by_key

Telling = Callable[[ServiceRow, Any, Reading], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Resource:
    """One kind. `single` raises Missing."""

    parameters: frozenset[str]
    collection: Callable[[Query, Reading], Collection]
    single: Callable[[UUID, Query, Reading], dict[str, Any]]


def services(query: Query, to: Reading) -> Collection:
    if query.yes("minimal"):
        return Rows(structures(query, to), lambda found: [minimal_service(row) for row in flat_rows(found)])
    if query.yes("full"):
        return Rows(structures(query, to), lambda found: _full_services(found, to))
    return Rows(structures(query, to), lambda found: [flat_service(row, to) for row in flat_rows(found)])


def service(uuid: UUID, query: Query, to: Reading) -> dict[str, Any]:
    found = public_structures().filter(uuid=uuid)
    if not found and Structure.objects.filter(uuid=uuid, status=Status.ENDED, pages__live=True).exists():
        raise Missing(str(uuid), 410)
    return _one(list(_full_services(found, to)), uuid)


def service_at_locations(query: Query, to: Reading) -> Collection:
    """Places of services and stops of their mobile units."""
    tell = (full_place, full_stop) if query.yes("full") else (flat_place, flat_stop)
    return Merged(places(query, to), _stops(visits(query, to)), lambda found: _places(found, to, *tell))


def service_at_location(uuid: UUID, query: Query, to: Reading) -> dict[str, Any]:
    found: list[AccessPoint | Stop] = list(public_places().filter(uuid=uuid))
    if not found:
        stops = _stops(public_visits(to.asked))
        found = [stops[str(uuid)]] if str(uuid) in stops else []
    return _one(_places(found, to, _with_service(full_place), _with_service(full_stop)), uuid)


def all_organisations(query: Query, to: Reading) -> Collection:
    rows = list(organisations(to.language).items())
    if query.text("search"):
        wanted = query.text("search").casefold()
        rows = [(pk, row) for pk, row in rows if wanted in row["name"].casefold()]
    for name, keys in (("taxonomy_id", ("taxonomy_id",)), ("taxonomy_term_id", ("id",))):
        asked = query.uuid(name)
        if asked:
            rows = [
                (pk, row)
                for pk, row in rows
                if any(link["taxonomy_term"][key] == str(asked) for link in row["attributes"] for key in keys)
            ]
    if query.yes("full_service"):
        return _Telling([pk for pk, _row in rows], lambda pks: _with_services(pks, to))
    return Ready([row if query.yes("full") else flat(row) for _pk, row in rows])


def organisation(uuid: UUID, query: Query, to: Reading) -> dict[str, Any]:
    found = {row["id"]: pk for pk, row in organisations(to.language).items()}
    if str(uuid) not in found:
        raise Missing(str(uuid))
    if query.yes("full_service"):
        return _with_services([found[str(uuid)]], to)[0]
    return organisations(to.language)[found[str(uuid)]]


def locations(query: Query, to: Reading) -> Collection:
    """Places on the ground and on the web, by id; ids of the latter are derived, so both are sorted here."""
    shown = places(query, to)
    on_the_ground = dict(shown.filter(location__isnull=False).order_by().values_list("location__uuid", "location_id"))
    on_the_web = shown.filter(location__isnull=True).order_by().values_list("uuid", "pk")
    keys = {str(uuid): ("ground", pk) for uuid, pk in on_the_ground.items()}
    keys |= {derived(uuid, "location"): ("web", pk) for uuid, pk in on_the_web}
    for stop in _stops(visits(query, to)).values():
        keys[stop.location_id] = ("ground", stop.place.pk) if stop.place else ("area", stop.visits[0].community_id)
    return _Telling([keys[key] for key in sorted(keys)], lambda found: _locations(found, to))


def one_location(uuid: UUID, query: Query, to: Reading) -> dict[str, Any]:
    found = locations(Query({}), to)
    return _one([each for each in found.piece(0, found.count()) if each["id"] == str(uuid)], uuid)


def all_taxonomies(query: Query, to: Reading) -> Collection:
    return Ready(_by_id(_named(taxonomies(to.language).values(), query)))


def taxonomy(uuid: UUID, query: Query, to: Reading) -> dict[str, Any]:
    return _one([each for each in taxonomies(to.language).values() if each["id"] == str(uuid)], uuid)


def all_terms(query: Query, to: Reading) -> Collection:
    found = _named(taxonomy_terms(to.language).values(), query)
    within = query.uuid("taxonomy_id")
    below = query.uuid("parent_id")
    query.yes("top_only")  # no taxonomy here has a second level: all terms are at the top
    if within:
        found = [term for term in found if term["taxonomy_id"] == str(within)]
    return Ready([] if below else _by_id(found))


def taxonomy_term(uuid: UUID, query: Query, to: Reading) -> dict[str, Any]:
    return _one([term for term in taxonomy_terms(to.language).values() if term["id"] == str(uuid)], uuid)


RESOURCES = {
    "services": Resource(COMMON | SERVICE | {"minimal", "full"}, services, service),
    "organizations": Resource(
        COMMON | {"search", "taxonomy_id", "taxonomy_term_id", "full", "full_service"}, all_organisations, organisation
    ),
    "service_at_locations": Resource(COMMON | SERVICE | {"full"}, service_at_locations, service_at_location),
    "locations": Resource(COMMON | SERVICE, locations, one_location),
    "taxonomies": Resource(COMMON | {"search"}, all_taxonomies, taxonomy),
    "taxonomy_terms": Resource(COMMON | {"search", "taxonomy_id", "parent_id", "top_only"}, all_terms, taxonomy_term),
}


def flat(told: dict[str, Any]) -> dict[str, Any]:
    """An object without what is nested in it."""
    return {key: value for key, value in told.items() if not isinstance(value, list | dict)}


@dataclass(frozen=True, slots=True)
class _Telling:
    """Keys that are in memory, and how a handful of them is read and told."""

    keys: Sequence[Any]
    tell: Callable[[Sequence[Any]], Iterable[dict[str, Any]]]

    def count(self) -> int:
        return len(self.keys)

    def piece(self, start: int, stop: int) -> Iterable[dict[str, Any]]:
        return self.tell(self.keys[start:stop])


def _full_services(found: Sequence[Structure], to: Reading) -> Iterator[dict[str, Any]]:
    return (full_service(row, to) for row in full_rows(list(found), to.asked))


def _stops(found: QuerySet[MobileVisit]) -> dict[str, Stop]:
    """Stops of mobile units by id: a city has some hundred at most."""
    return {stop.id: stop for stop in stops_of(found.select_related("unit", "location", "community"))}


def _places(
    found: Sequence[AccessPoint | Stop], to: Reading, tell_place: Telling, tell_stop: Telling
) -> list[dict[str, Any]]:
    of = {each.unit.structure_id if isinstance(each, Stop) else each.structure_id for each in found}
    keys = [each.id if isinstance(each, Stop) else str(each.uuid) for each in found]
    told, wanted = {}, set(keys)
    for row in full_rows(list(Structure.objects.filter(pk__in=of)), to.asked, linked=False):
        told |= {str(each.uuid): tell_place(row, each, to) for each in row.places if str(each.uuid) in wanted}
        told |= {stop.id: tell_stop(row, stop, to) for stop in row.stops if stop.id in wanted}
    return [told[key] for key in keys]


def _with_service(tell: Telling) -> Telling:
    return lambda row, each, to: marked(tell(row, each, to) | {"service": flat_service(row, to)})


def _with_services(pks: Sequence[int], to: Reading) -> list[dict[str, Any]]:
    run = {pk: [] for pk in pks}
    for row in full_rows(list(public_structures().filter(organisation__in=pks)), to.asked):
        nested = full_service(row, to)
        del nested["organization"]  # it stands around
        run[row.structure.organisation_id].append(nested)
    bodies = organisations(to.language)
    return [bodies[pk] | ({"services": run[pk]} if run[pk] else {}) for pk in pks]


def _locations(found: Sequence[tuple[str, int]], to: Reading) -> list[dict[str, Any]]:
    grounds = Location.objects.in_bulk([pk for kind, pk in found if kind == "ground"])
    points = AccessPoint.objects.in_bulk([pk for kind, pk in found if kind == "web"])
    areas = Community.objects.in_bulk([pk for kind, pk in found if kind == "area"])
    said, seen = words_by_key([], list(grounds)), seen_at(grounds)
    tell: dict[str, Callable[[int], dict[str, Any]]] = {
        "ground": lambda pk: ground(grounds[pk], said, to, seen.get(pk, [])),
        "web": lambda pk: location(points[pk], said, to, []),
        "area": lambda pk: community_location(areas[pk], to),
    }
    return [tell[kind](pk) for kind, pk in found]


def _named(objects: Any, query: Query) -> list[dict[str, Any]]:
    wanted = query.text("search").casefold()
    return [each for each in objects if wanted in each["name"].casefold()]


def _by_id(objects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(objects, key=lambda each: each["id"])


def _one(found: Sequence[dict[str, Any]], uuid: UUID) -> dict[str, Any]:
    if not found:
        raise Missing(str(uuid))
    return found[0]
