"""Visits of the mobile unit for people's own calendars (RFC 5545)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import override
from icalendar import Calendar, Event, vDuration

from core.cache import cacheable, collect
from core.terms import term
from core.words import words_of
from directory.api.coverage import language_of
from directory.models.mobile import MobileUnit, VisitState
from directory.selectors.hours import Asked
from directory.selectors.pages import calendar_url
from directory.selectors.visits import Visit, public, read

TYPE = "text/calendar; charset=utf-8"
STATUS = {VisitState.PLANNED: "TENTATIVE", VisitState.CONFIRMED: "CONFIRMED"}
# Apple, Google and Thunderbird ask again by themselves; this says how often at least.
REFRESH = timedelta(hours=4)


@cacheable(parameters={"lang"})
def visits_ics(request: HttpRequest, key: str) -> HttpResponse:
    """All visits of the unit with this code, or in the community with this key. Unknown: 404."""
    language = language_of(request)
    asked = Asked(language=language, at=timezone.now(), zone=timezone.get_default_timezone())
    collect("visits", "terms")
    unit = MobileUnit.objects.filter(code=key.upper()).first()
    community = term("community", key, language)
    if unit is None and community is None:
        raise Http404
    rows = public(unit_code=unit.code) if unit else public(community=key)
    with override(language):
        visits = read(rows, asked)
        address = request.build_absolute_uri(calendar_url(language) or "/")
        calendar = calendar_of(visits, address, zone=asked.zone, host=request.get_host())
        calendar.add("x-wr-calname", _name(unit, language) if unit else community.name)
    return HttpResponse(calendar.to_ical(), content_type=TYPE, headers={"Access-Control-Allow-Origin": "*"})


def _name(unit: MobileUnit, language: str) -> str:
    words = words_of(unit, language)
    return words.name if words else unit.code


def calendar_of(visits: tuple[Visit, ...], address: str, *, zone: ZoneInfo, host: str) -> Calendar:
    """A calendar of these visits with the rules of its zone."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{host}//visits//")
    calendar.add("version", "2.0")
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    for visit in visits:
        calendar.add_component(_event(visit, address, zone, host))
    calendar.add_missing_timezones()
    return calendar


def _event(visit: Visit, address: str, zone: ZoneInfo, host: str) -> Event:
    event = Event()
    event.add("uid", f"{visit.uuid}@{host}")
    event.add("sequence", visit.sequence)
    event.add("dtstamp", datetime(visit.start.year, 1, 1, tzinfo=UTC))  # same facts, same bytes
    event.add("dtstart", visit.start.astimezone(zone))
    event.add("dtend", visit.end.astimezone(zone))
    event.add("summary", f"{visit.unit}: {visit.community.name}")
    event.add("location", ", ".join([*(line.text for line in visit.where), visit.community.name]))
    event.add("status", STATUS.get(VisitState(visit.state), "CANCELLED"))
    event.add("url", address)
    if visit.notes:
        event.add("description", " ".join(note.text for note in visit.notes))
    return event
