"""Which structures and places a query asks for: every parameter narrows, all together (AND)."""

from datetime import datetime
from decimal import Decimal
from math import cos, radians
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Avg, Q, QuerySet

from directory.api.hsds.asking import Query, Refused
from directory.api.hsds.reading import Reading, public_places, public_structures, public_visits
from directory.api.hsds.vocabulary import holds_taxonomy, holds_term
from directory.models.access import AccessPoint
from directory.models.mobile import MobileVisit
from directory.models.place import POSTAL_CODE, Location
from directory.models.structure import Structure
from directory.pages.structure import StructurePage
from directory.pages.typed_words import saying

Placed = TypeVar("Placed", AccessPoint, MobileVisit)  # what has a location
NEAR = frozenset({"postcode", "proximity"})
SERVICE = NEAR | {"search", "taxonomy_id", "taxonomy_term_id", "organization_id", "modified_after"}
NOTHING = Q(pk__in=())
METRES_A_DEGREE = 111_320
FARTHEST = 50_000  # metres


def structures(query: Query, to: Reading) -> QuerySet[Structure]:
    """Public structures that fit."""
    found = public_structures()
    term, taxonomy = query.uuid("taxonomy_term_id"), query.uuid("taxonomy_id")
    if term:
        found = _holding(found, holds_term(term))
    if taxonomy:
        found = _holding(found, holds_taxonomy(taxonomy))
    organisation, since = query.uuid("organization_id"), query.moment("modified_after")
    if organisation:
        found = found.filter(organisation__uuid=organisation)
    if since:
        found = _changed(found, since)
    if query.text("search"):
        found = found.filter(saying(query.text("search"), language=to.language, today=to.asked.today))
    if query.text("postcode"):
        here = _near(public_places(), query).order_by().values("structure")
        visited = _near(public_visits(to.asked), query).order_by().values("unit__structure")
        found = found.filter(Q(pk__in=here) | Q(pk__in=visited))
    return found


def places(query: Query, to: Reading) -> QuerySet[AccessPoint]:
    """Ways in with a public location whose structure fits; near a postal code when one is named."""
    return _at_a_place(public_places(), "structure", query, to)


def visits(query: Query, to: Reading) -> QuerySet[MobileVisit]:
    """Visits of mobile units whose structure fits; near a postal code when one is named."""
    return _at_a_place(public_visits(to.asked), "unit__structure", query, to)


def _at_a_place(found: QuerySet[Placed], owner: str, query: Query, to: Reading) -> QuerySet[Placed]:
    of_structures = {name: value for name, value in query.written.items() if name in SERVICE - NEAR}
    if any(of_structures.values()):
        found = found.filter(**{f"{owner}__in": structures(Query(of_structures), to).order_by()})
    return _near(found, query) if query.text("postcode") else found


def _holding(found: QuerySet[Structure], condition: Q | None) -> QuerySet[Structure]:
    # A condition over many rows would double structures, so it stands in a query of its own.
    return found.filter(pk__in=Structure.objects.filter(condition or NOTHING).values("pk"))


def _changed(found: QuerySet[Structure], since: datetime) -> QuerySet[Structure]:
    pages = StructurePage.objects.live().filter(last_published_at__gte=since, alias_of__isnull=True)
    return found.filter(Q(updated__gte=since) | Q(pk__in=pages.values("structure")))


def _near(points: QuerySet[Placed], query: Query) -> QuerySet[Placed]:
    """With this postal code, or within so many metres (a square) of the middle of its known places."""
    code = "".join(query.text("postcode").split())
    try:
        POSTAL_CODE(code)
    except ValidationError as error:
        raise Refused("postcode", query.text("postcode"), POSTAL_CODE.message) from error
    same = Q(location__postal_code__in=(code, f"{code[:3]} {code[3:]}"))
    metres = query.number("proximity", 0, FARTHEST)
    if not metres:
        return points.filter(same)
    shown = Location.objects.filter(pk__in=points.filter(same).order_by().values("location"))
    middle = shown.aggregate(lat=Avg("lat"), lon=Avg("lon"))
    if middle["lat"] is None:
        return points.filter(same)
    lat, lon = float(middle["lat"]), float(middle["lon"])
    high, wide = metres / METRES_A_DEGREE, metres / (METRES_A_DEGREE * cos(radians(lat)))
    return points.filter(
        same
        | Q(
            location__lat__range=(Decimal(str(lat - high)), Decimal(str(lat + high))),
            location__lon__range=(Decimal(str(lon - wide)), Decimal(str(lon + wide))),
        )
    )
