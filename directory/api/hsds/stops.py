"""Where mobile units stop: the visits of a unit, gathered by place."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from directory.api.hsds.identity import derived
from directory.models.mobile import MobileUnit, MobileVisit
from directory.models.place import Location


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that a unit visits, or a community as long as nobody names the place; its visits in order."""

    id: str
    visits: tuple[MobileVisit, ...]

    @property
    def unit(self) -> MobileUnit:
        return self.visits[0].unit

    @property
    def place(self) -> Location | None:
        return named_place(self.visits[0])

    @property
    def location_id(self) -> str:
        place = self.place
        return str(place.uuid) if place else derived(self.visits[0].community.uuid, "location")


def named_place(visit: MobileVisit) -> Location | None:
    """The location of a visit when readers may know it."""
    return visit.location if visit.location_id and not visit.location.sensitive else None


def stops_of(visits: Iterable[MobileVisit]) -> list[Stop]:
    """The stops of these visits, by id: the same unit at the same place has the same id for ever."""
    found: dict[str, list[MobileVisit]] = defaultdict(list)
    for visit in visits:
        place = named_place(visit)
        found[derived(visit.unit.uuid, f"stop:{place.uuid if place else visit.community.slug}")].append(visit)
    return [Stop(key, tuple(found[key])) for key in sorted(found)]
