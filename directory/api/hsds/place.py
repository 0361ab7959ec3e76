"""Ways in that stand somewhere: HSDS service_at_location and location."""

from typing import Any

from core.terms import Term
from directory.api.hsds.facts import accessibility
from directory.api.hsds.identity import derived
from directory.api.hsds.lines import phone
from directory.api.hsds.reading import Reading, ServiceRow
from directory.api.hsds.timetable import schedules
from directory.api.hsds.written import Written, marked, told
from directory.models.access import AccessPoint
from directory.models.choices import AREAS, Channel
from directory.models.place import Location
from directory.selectors.outlines import extents
from directory.selectors.parts import Answer
from directory.selectors.ways import Said

COUNTRY = "GR"


def flat_place(row: ServiceRow, point: AccessPoint, to: Reading) -> dict[str, Any]:
    """A service at a location without what is nested in it."""
    words = Written(row.said.get(("point", point.pk), {}), to.language)
    return told(
        {
            "id": str(point.uuid),
            "service_id": str(row.structure.uuid),
            "location_id": location_id(point),
            "description": words.say(lambda note: note[0]),
            "x-code": point.code,
            "x-channel": point.channel,
        }
        | words.mark
    )


def full_place(row: ServiceRow, point: AccessPoint, to: Reading) -> dict[str, Any]:
    """With location, hours, lines and area."""
    nested = told(
        {
            "location": location(point, row.said, to, row.parts.seen.get(point.location_id, [])),
            "phones": [phone(line) for line in point.lines.all()],
            "schedules": schedules(point, to),
            "service_areas": areas(row, [point], to, owner=point),
        }
    )
    return marked(flat_place(row, point, to) | nested)


def location_id(point: AccessPoint) -> str:
    return str(point.location.uuid) if point.location_id else derived(point.uuid, "location")


def location(point: AccessPoint, said: Said, to: Reading, seen: list[Answer]) -> dict[str, Any]:
    """Where a way in stands: on the ground, or on the web."""
    if point.location_id:
        return ground(point.location, said, to, seen)
    return {"id": location_id(point), "location_type": "virtual", "url": point.url}


def ground(place: Location, said: Said, to: Reading, seen: list[Answer]) -> dict[str, Any]:
    """An address; a known place without one has its city and the way there."""
    words = Written(said.get(("location", place.pk), {}), to.language)
    street = " ".join(part for part in (place.street, place.number) if part)
    city = words.say(lambda each: each[1])
    return told(
        {
            "id": str(place.uuid),
            "location_type": "physical",
            "name": ", ".join(part for part in (street, city) if part),
            "transportation": words.say(lambda each: each[0]),
            "latitude": float(place.lat) if place.lat is not None else None,
            "longitude": float(place.lon) if place.lon is not None else None,
            "addresses": [_address(place, street, city)] if street and city and place.postal_code else [],
            "accessibility": accessibility(place, seen, said, to),
            "x-code": place.code,
        }
        | words.mark
    )


def areas(row: ServiceRow, points: list[AccessPoint], to: Reading, *, owner: Any) -> list[dict[str, Any]]:
    """Where these ways in serve: parts of the city by name, else all of it or more."""
    if row.is_local and points and not any(point.citywide for point in points) and not row.structure.sensitive:
        named = to.communities(set().union(*(row.held.communities.get(point.pk, set()) for point in points)))
        return [community_area(derived(owner.uuid, f"area:{term.slug}"), term, url) for term, url in named]
    name = to.city if row.is_local and to.city else str(AREAS[row.structure.reach])
    return [{"id": derived(owner.uuid, f"area:{row.structure.reach}"), "name": name}]


def community_area(key: str, term: Term, url: str) -> dict[str, str]:
    """A community as an area that is served, with its borders where the city has given them."""
    extent = extents().get(term.pk)
    kind = "geojson" if extent else None
    return told({"id": key, "name": term.name, "uri": url, "extent": extent, "extent_type": kind})


def channel_words(point: AccessPoint) -> str:
    return str(Channel(point.channel).label)


def _address(place: Location, street: str, city: str) -> dict[str, str]:
    return {
        "id": derived(place.uuid, "address"),
        "address_1": street,
        "city": city,
        "state_province": city,  # a Greek address names no province; HSDS wants one
        "postal_code": place.postal_code,
        "country": COUNTRY,
        "address_type": "physical",
    }
