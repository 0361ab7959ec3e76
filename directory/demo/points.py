"""The ways in that the sources allow, with places, lines and hours."""

from collections.abc import Mapping
from typing import Any

from core.demo import by_language, set_words
from core.taxonomy import Community
from directory.demo.mobile import load_unit
from directory.demo.organisations import LINE_KINDS
from directory.models.access import AccessPoint, AccessPointWords, ContactLine, Schedule
from directory.models.choices import AT_A_PLACE, Channel, ScheduleKind
from directory.models.place import Location, LocationWords
from directory.models.structure import Structure


def load_points(structure: Structure, row: Mapping[str, Any], communities: Mapping[str, Community]) -> None:
    """The access points that the sources allow; those of an earlier load are renewed."""
    structure.access_points.all().delete()
    own = [] if row["area"] != "communities" else [communities[slug] for slug in row["communities"]]
    channels = [channel for channel in row["channels"] if _is_known(channel, row)]
    timed = _timed_channel(channels)
    for place, channel in enumerate(channels):
        point = AccessPoint.objects.create(
            structure=structure,
            channel=channel,
            citywide=not own,
            location=_location(row, communities) if channel in AT_A_PLACE else None,
            url=(row["website"] or "") if channel == Channel.ONLINE else "",
            sort_order=place,
        )
        if own:
            point.communities.set(own)
            point.save()
        if channel == Channel.MOBILE:
            load_unit(structure, row["name"])
        _load_lines(point, row)
        if channel == timed and row["hours"]:
            Schedule.objects.create(access_point=point, **_schedule(row["hours"]))


def _is_known(channel: str, row: Mapping[str, Any]) -> bool:
    """Whether the sources hold what a channel needs: a place, a number, an address on the web."""
    if channel == Channel.OUTREACH and Channel.PLACE in row["channels"]:
        return False
    needed = {
        Channel.PLACE: row["address"],
        Channel.OUTREACH: row["address"],
        Channel.PHONE: [line for line in row["phones"] if line["kind"] != "sms"],
        Channel.TEXT: [line for line in row["phones"] if line["kind"] == "sms"],
        Channel.ONLINE: row["website"],
    }
    return bool(needed.get(channel, True))


def _timed_channel(channels: list[str]) -> str:
    """The channel that the source's hours are about: the place, else the phone, else the first."""
    for channel in (*AT_A_PLACE, Channel.PHONE):
        if channel in channels:
            return channel
    return channels[0] if channels else ""


def _load_lines(point: AccessPoint, row: Mapping[str, Any]) -> None:
    wanted = {Channel.PHONE: ("voice", "short"), Channel.TEXT: ("sms",)}.get(point.channel, ())
    for place, line in enumerate(line for line in row["phones"] if line["kind"] in wanted):
        ContactLine.objects.create(
            access_point=point,
            number=line["number"],
            kind=LINE_KINDS[line["kind"]],
            cost=line["cost"],
            sort_order=place,
        )
        if line["note"]:
            set_words(point, AccessPointWords, "access_point", by_language(line["note"], "note"))


def _location(row: Mapping[str, Any], communities: Mapping[str, Community]) -> Location:
    address = row["address"]
    location, _ = Location.objects.update_or_create(
        slug=row["id"],
        defaults={
            "street": address["street"] or "",
            "number": address["number"] or "",
            "postal_code": address["postal_code"] or "",
            "community": communities.get(address["community"]),
        },
    )
    way = address["detail"] or {}
    words = {code: {"city": city, "way": way.get(code, "")} for code, city in address["city"].items()}
    set_words(location, LocationWords, "location", words)
    return location


def _schedule(hours: Mapping[str, Any]) -> dict[str, Any]:
    """Hours as far as the source names them; times without days are a proposal for editors, not a fact."""
    kind, osm = hours["kind"], hours.get("osm") or ""
    if kind == ScheduleKind.HOURS and not osm:
        kind = ScheduleKind.UNKNOWN
    return {
        "kind": kind,
        "osm": osm if kind == ScheduleKind.HOURS else "",
        "source_wording": (hours.get("said") or "")[:255],
        "proposed_osm": hours.get("osm_if_weekdays_assumed") or "",
        "observes_holidays": kind != ScheduleKind.ALWAYS,
    }
