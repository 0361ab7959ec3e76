"""Structures as HSDS services."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from core.terms import terms_by_pk
from core.when import speech
from directory.api.hsds.facts import (
    condition_sentences,
    cost_options,
    fees,
    interpretation,
    languages,
    links,
    required_documents,
)
from directory.api.hsds.identity import derived
from directory.api.hsds.lines import phone
from directory.api.hsds.organisation import organisations
from directory.api.hsds.place import areas, channel_words, full_place
from directory.api.hsds.reading import Reading, ServiceRow
from directory.api.hsds.timetable import schedules
from directory.api.hsds.visiting import full_stop
from directory.api.hsds.vocabulary import attributes
from directory.api.hsds.written import Written, marked, texts, told
from directory.emergencies import heading
from directory.hours.state import ANNOUNCED_DAYS
from directory.hours.words import sentences
from directory.models.choices import Status
from directory.models.structure import Structure
from directory.selectors.emergencies import running
from directory.selectors.hours import closures, concerns
from directory.selectors.organisations import organisations as bodies


def minimal_service(row: ServiceRow) -> dict[str, str]:
    """Enough to see what changed."""
    return {"id": str(row.structure.uuid), "last_modified": moment(row.changed)}


def flat_service(row: ServiceRow, to: Reading) -> dict[str, Any]:
    """What a service says of itself, without what is nested in it."""
    structure, words = row.structure, Written(row.pages, to.language)
    summary = words.say(lambda page: page.summary)
    body = words.say(_body)
    page = row.pages.get(to.language) or next(iter(row.pages.values()))
    conditions, borrowed = condition_sentences(row, to)
    return told(
        {
            "id": str(structure.uuid),
            "organization_id": organisations(to.language)[structure.organisation_id]["id"],
            "name": words.say(lambda each: each.title),
            "alternate_name": words.say(lambda each: each.official_name),
            "description": "\n\n".join(part for part in (summary, body) if part),
            "url": to.address(page),
            "status": status(structure, to.asked.today),
            "application_process": words.say(lambda each: each.how),
            "eligibility_description": " ".join(part for part in (words.say(_for_whom), conditions) if part),
            "fees_description": fees(row, to),
            "interpretation_services": interpretation(row, to),
            "minimum_age": row.parts.ages[0],
            "maximum_age": row.parts.ages[1],
            "assured_date": structure.checked_on.isoformat() if structure.checked_on else "",
            "last_modified": moment(row.changed),
            "alert": _alert(structure, to),
            "x-code": structure.code,
            "x-kind": structure.kind,
            "x-eligibility": [rule.code for rule in row.parts.rules],
            "x-without-papers": structure.without_papers,
            "x-address-withheld": True if structure.sensitive else None,
        }
        | ({"x-lang": borrowed} if borrowed else {})
        | words.mark
    )


def full_service(row: ServiceRow, to: Reading) -> dict[str, Any]:
    """Everything."""
    structure, owner = row.structure, row.structure.uuid
    emails = (point.email for point in row.held.points if point.email)
    nested = told(
        {
            "email": next(emails, ""),
            "organization": organisations(to.language)[structure.organisation_id],
            "additional_urls": list(_urls(row)),
            "phones": [phone(line) for point in row.others for line in point.lines.all()],
            "schedules": [each for point in row.others for each in schedules(point, to, channel_words(point))],
            "service_areas": areas(row, row.others or row.held.points, to, owner=structure),
            "service_at_locations": [
                *(full_place(row, point, to) for point in row.places),
                *(full_stop(row, stop, to) for stop in row.stops),
            ],
            "languages": languages(row, to),
            "required_documents": required_documents(row, to),
            "cost_options": cost_options(row, to),
            "x-links": list(links(row)),
            "funding": [{"id": derived(owner, f"funding:{code}"), "source": code} for code in structure.codes()],
            "attributes": attributes(owner, "service", _terms(row, to), to.language),
        }
    )
    return marked(flat_service(row, to) | nested)


def status(structure: Structure, today: date) -> str:
    """The state of a structure on a day, in the words of the standard."""
    if structure.status == Status.ENDED or (structure.valid_to and structure.valid_to < today):
        return "defunct"
    if structure.valid_from and structure.valid_from > today:
        return "inactive"
    return "temporarily closed" if structure.status == Status.PAUSED else "active"


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _body(page: Any) -> str:
    offers = [f"• {block['value']}" for block in page.offers.raw_data]
    return "\n".join([*offers, *texts(page.good_to_know.raw_data)])


def _for_whom(page: Any) -> str:
    return " ".join(part for part in (page.for_whom, page.conditions) if part)


def _alert(structure: Structure, to: Reading) -> str:
    """The emergency that concerns it, else the closure in force, or the one that is announced."""
    for emergency in running(to.asked.at):
        if any(place.structure == structure.pk for place in emergency.places):
            title, message, written = emergency.said(to.language)
            return f"{heading(title, emergency.until, to.asked.at, written)} {message}"
    today = to.asked.today
    until, tellers = today + timedelta(days=ANNOUNCED_DAYS), bodies(to.language)
    above = tellers[structure.organisation_id].above | {structure.organisation_id}
    near = sorted(
        (row.first_day, row.last_day)
        for row in closures()
        if concerns(row, structure.pk, above)
        and row.kind == "closed"
        and row.first_day <= until
        and row.last_day >= today
    )
    if not near:
        return ""
    return sentences(to.language)["announced"].format(days=speech(to.language).closed_days(*near[0], today))


def _urls(row: ServiceRow) -> Iterator[dict[str, Any]]:
    """The structure's own site, and addresses of ways in that have no location on the web."""
    addresses = [row.structure.website, *(point.url for point in row.others)]
    for url in dict.fromkeys(address for address in addresses if address):
        yield {"id": derived(row.structure.uuid, f"url:{url}"), "url": url}


def _terms(row: ServiceRow, to: Reading) -> Iterator[tuple[str, str]]:
    for kind in ("need", "group"):
        yield from ((kind, term.slug) for term in terms_by_pk(kind, row.held.terms[kind], to.language))
    served: set[int] = set().union(*row.held.communities.values()) if not row.structure.sensitive else set()
    yield from (("community", term.slug) for term in terms_by_pk("community", served, to.language))
    yield from (("channel", channel) for channel in dict.fromkeys(point.channel for point in row.held.points))
    papers = {paper.type for paper in row.parts.papers}
    yield from (("document", term.slug) for term in terms_by_pk("document", papers, to.language))
    yield "family", row.structure.family
