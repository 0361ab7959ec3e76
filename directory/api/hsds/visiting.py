"""Stops of mobile units: HSDS service_at_location, with each visit to come as hours of its day."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from core.taxonomy import Community
from core.terms import terms_by_pk
from directory.api.hsds.identity import derived
from directory.api.hsds.place import community_area, ground
from directory.api.hsds.reading import Reading, ServiceRow
from directory.api.hsds.stops import Stop
from directory.api.hsds.weekly import LAST_MINUTE, clock
from directory.api.hsds.written import Written, marked, told
from directory.hours.rules import DAY_MINUTES
from directory.models.choices import Channel
from directory.models.mobile import TAKES_PLACE, MobileVisit

DAY = timedelta(days=1)


def flat_stop(row: ServiceRow, stop: Stop, to: Reading) -> dict[str, Any]:
    """A stop without what is nested in it; its description is the name of the unit."""
    words = Written(row.said.get(("unit", stop.unit.pk), {}), to.language)
    return told(
        {
            "id": stop.id,
            "service_id": str(row.structure.uuid),
            "location_id": stop.location_id,
            "description": words.say(lambda name: name[0]),
            "x-code": stop.unit.code,
            "x-channel": Channel.MOBILE.value,
            # Calendars learn that it does not come; hours name only what takes place.
            "x-cancelled": [_local(visit.start, to) for visit in stop.visits if visit.state not in TAKES_PLACE],
        }
        | words.mark
    )


def full_stop(row: ServiceRow, stop: Stop, to: Reading) -> dict[str, Any]:
    """With its location, a row of hours for each visit, and the community it is in."""
    visits = [visit for visit in stop.visits if visit.state in TAKES_PLACE]
    nested = {
        "location": stop_location(row, stop, to),
        "schedules": [each for visit in visits for each in _hours(row, visit, to)],
        "service_areas": list(_areas(stop, to)),
    }
    return marked(flat_stop(row, stop, to) | told(nested))


def stop_location(row: ServiceRow, stop: Stop, to: Reading) -> dict[str, Any]:
    place = stop.place
    if place is None:
        return community_location(stop.visits[0].community, to)
    return ground(place, row.said, to, row.parts.seen.get(place.pk, []))


def community_location(community: Community, to: Reading) -> dict[str, Any]:
    """A community as a location: as near as is known."""
    (term,) = terms_by_pk("community", {community.pk}, to.language)
    other = term.language if term.language != to.language else ""
    told_of_it = {"id": derived(community.uuid, "location"), "location_type": "physical", "name": term.name}
    return told(told_of_it | {"x-lang": other})


def _areas(stop: Stop, to: Reading) -> Iterator[dict[str, Any]]:
    communities = {visit.community_id for visit in stop.visits}
    for term, url in to.communities(communities):
        yield community_area(derived(stop.unit.uuid, f"area:{stop.id}:{term.slug}"), term, url)


def _hours(row: ServiceRow, visit: MobileVisit, to: Reading) -> Iterator[dict[str, Any]]:
    """One row a visit; one over midnight is two."""
    zone, words = to.asked.zone, Written(row.said.get(("visit", visit.pk), {}), to.language)
    start, end = (moment.astimezone(zone) for moment in (visit.start, visit.end))
    day = start.date()
    while datetime.combine(day, datetime.min.time(), zone) < end:
        first = _minutes(start) if day == start.date() else 0
        last = _minutes(end) if day == end.date() else DAY_MINUTES
        yield told(
            {
                "id": derived(visit.uuid, f"visit|{(day - start.date()).days}"),
                "opens_at": clock(first, day, zone),
                "closes_at": clock(min(last, LAST_MINUTE), day, zone),
                "valid_from": day.isoformat(),
                "valid_to": day.isoformat(),
                "notes": words.say(lambda note: note[0]),
                "x-timezone": zone.key,
                "x-state": visit.state,
            }
            | words.mark
        )
        day += DAY


def _minutes(local: datetime) -> int:
    return local.hour * 60 + local.minute


def _local(moment: datetime, to: Reading) -> str:
    return moment.astimezone(to.asked.zone).isoformat()
