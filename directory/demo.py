"""Loads real structures from the files of facts: unknown stays unknown, nothing is shown as checked."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from core.demo import LANGUAGES, by_language, facts, save_page, set_words, source_blocks, stored_blocks
from core.taxonomy import Community, Need, TargetGroup
from directory.demo_pages import load_page
from directory.demo_parts import load_links, load_parts
from directory.demo_words import COMMUNITIES_SLUGS, COMMUNITIES_WORDS, INDEX_SLUGS, INDEX_WORDS
from directory.models.access import AccessPoint, AccessPointWords, ContactLine, Schedule
from directory.models.choices import AT_A_PLACE, Channel, LineKind, Reach, ScheduleKind
from directory.models.organisation import Organisation, OrganisationWords
from directory.models.place import Location, LocationWords
from directory.models.structure import Structure
from directory.pages.communities import CommunitiesPage, CommunityPage
from directory.pages.index import DirectoryIndexPage

FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
LINE_KINDS = {"voice": LineKind.VOICE, "short": LineKind.VOICE, "sms": LineKind.SMS}


@transaction.atomic
def load_organisations() -> int:
    """Organisations with names and lines; how many there are."""
    rows = facts("organisations")
    for row in rows:
        body, _ = Organisation.objects.update_or_create(
            slug=row["id"],
            defaults={
                "family": row["family"],
                "website": row["website"] or "",
                "email": row["email"] or "",
                "sources": stored_blocks(source_blocks(row["sources"]), row["id"]),
            },
        )
        set_words(body, OrganisationWords, "organisation", _names_of_body(row))
        for place, line in enumerate(row["phones"]):
            ContactLine.objects.update_or_create(
                organisation=body,
                number=line["number"],
                defaults={"kind": LINE_KINDS[line["kind"]], "cost": line["cost"], "sort_order": place},
            )
    for row in rows:
        parent = Organisation.objects.filter(slug=row["parent"]).first() if row["parent"] else None
        Organisation.objects.filter(slug=row["id"]).update(parent=parent)
    return len(rows)


@transaction.atomic
def load_structures() -> int:
    """Structures with their ways in, and their pages; drafts where there is no way in."""
    rows = facts("structures")
    terms = {model: {term.slug: term for term in model.objects.all()} for model in (Need, TargetGroup, Community)}
    index = load_index()
    bodies = {body.slug: body for body in Organisation.objects.all()}
    for row in rows:
        structure = _structure(row, bodies)
        structure.needs.set([terms[Need][slug] for slug in row["needs"]])
        structure.target_groups.set([terms[TargetGroup][slug] for slug in row["groups"]])
        structure.partners.set([bodies[slug] for slug in row["partners"]])
        structure.save()
        _load_points(structure, row, terms[Community])
        load_parts(structure, row)
        load_page(index, structure, row)
    load_links(rows)
    return len(rows)


def load_index() -> Page:
    """The list of structures in both languages; the Greek one is returned."""
    home = Site.objects.get(is_default_site=True).root_page
    pages = save_page(
        DirectoryIndexPage,
        home,
        slug=INDEX_SLUGS,
        words=INDEX_WORDS,
        shared={"show_in_menus": True},
    )
    return pages["el"]


def load_communities() -> int:
    """The page of all communities and one page for each."""
    home = Site.objects.get(is_default_site=True).root_page
    pages = save_page(
        CommunitiesPage,
        home,
        slug=COMMUNITIES_SLUGS,
        words=COMMUNITIES_WORDS,
        shared={"show_in_menus": True},
    )
    communities = Community.objects.prefetch_related("words")
    for community in communities:
        words = {row.language: row for row in community.words.all()}
        save_page(
            CommunityPage,
            pages["el"],
            slug=dict.fromkeys(LANGUAGES, community.slug),
            words={
                language: {"title": words[language].name, "summary": words[language].neighbourhoods}
                for language in LANGUAGES
                if language in words
            },
            shared={"community_id": community.pk},
        )
    return len(communities)


REACH = {"attica": Reach.REGION, "national": Reach.COUNTRY}


def _structure(row: Mapping[str, Any], bodies: Mapping[str, Organisation]) -> Structure:
    valid = row["valid"] or {}
    structure, _ = Structure.objects.update_or_create(
        slug=row["id"],
        defaults={
            "label": row["name"]["el"],
            "organisation": bodies[row["organisation"]],
            "family": row["family"],
            "kind": row["kind"],
            "reach": REACH.get(row["area"], Reach.CITY),
            "status": row["status"],
            "valid_from": _full_date(valid.get("from")),
            "valid_to": _full_date(valid.get("to")),
            "cost": row["cost"]["type"],
            "cost_wording": row["cost"]["said"] or "",
            "website": row["website"] or "",
            "sensitive": row["sensitive"],
            "project_codes": " ".join(row["projects"]),
            "open_questions": _open_questions(row),
            "sources": stored_blocks(source_blocks(row["sources"]), row["id"]),
        },
    )
    return structure


def _load_points(structure: Structure, row: Mapping[str, Any], communities: Mapping[str, Community]) -> None:
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


def _names_of_body(row: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {
        language: {
            "name": name,
            "short_name": (row["short_name"] or {}).get(language, ""),
            "legal_form": (row["legal_form"] or {}).get(language, ""),
        }
        for language, name in row["name"].items()
    }


def _open_questions(row: Mapping[str, Any]) -> str:
    """Where sources differ or say too little, for editors."""
    said = row["conflicts"] or {}
    return said.get("el", "") if isinstance(said, dict) else "\n".join(str(each) for each in said)


def _full_date(text: str | None) -> date | None:
    """Only whole dates are facts of a day; a year or a month alone stays in the sources."""
    return date.fromisoformat(text) if text and FULL_DATE.fullmatch(text) else None
