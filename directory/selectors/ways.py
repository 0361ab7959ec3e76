"""Ways into a structure: which one to offer first, and what each says at a moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.formats import phone
from core.languages import nearest_of
from core.terms import terms_by_pk
from core.text import Phrase, greek
from directory.hours.facts import Visit
from directory.hours.state import Timeline
from directory.models.access import AccessPoint, ContactLine
from directory.models.choices import CALLABLE, CHANNEL_ICONS, ON_A_LINE, Channel, LineCost, LineKind, Status
from directory.models.structure import Structure
from directory.selectors.emergencies import overrides, place_now
from directory.selectors.hours import (
    Asked,
    StateView,
    closures,
    hours_in_words,
    hours_of,
    state_view,
    week_of,
)
from directory.selectors.organisations import OrganisationView
from directory.selectors.rows import Held
from directory.selectors.shapes import PhoneLine, WayIn
from directory.selectors.visits import coming

RANK = {"open": 0, "appointment": 1, "maybe": 2, "closed": 3, "unknown": 4}
Said = Mapping[tuple[str, int], Mapping[str, tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A structure with what it holds and the body that runs it, for a reader at a moment."""

    structure: Structure
    held: Held
    body: OrganisationView
    asked: Asked

    @property
    def points(self) -> list[AccessPoint]:
        return self.held.points

    @property
    def has_phone(self) -> bool:
        return bool(self.body.number) or any(point.lines.all() for point in self.points)

    def timeline(self, point: AccessPoint) -> Timeline:
        """The calculation of one access point."""
        hours = hours_of(
            point,
            self.structure,
            closures(),
            has_phone=self.has_phone,
            hub_phone=self.asked.hub_phone,
            above=self.body.above,
        )
        hours = replace(hours, overrides=overrides().get(point.pk or 0, ()))
        visits = self._visits(point)
        return Timeline(replace(hours, owner="mobile", visits=visits) if visits else hours, self.asked.zone)

    def _visits(self, point: AccessPoint) -> tuple[Visit, ...]:
        """When a mobile unit comes: its hours, where nobody has written others."""
        if point.channel != Channel.MOBILE or self.structure.status != Status.ACTIVE or point.schedules.all():
            return ()
        visits = coming(self.asked, structure=self.structure.pk)
        return tuple(Visit(visit.start, visit.end) for visit in visits if visit.takes_place)


def best_state(subject: Subject) -> StateView:
    """The state that a card shows: of the way that helps soonest."""
    # A structure that is reached only by the line of the body above has no point of its own.
    points = subject.points or [AccessPoint(structure=subject.structure, channel=Channel.PLACE)]
    views = [state_view(subject.timeline(point), subject.asked) for point in points]
    return min(views, key=lambda view: RANK[view.state])


def number_to_call(subject: Subject) -> str:
    """The first number of a structure that can be called, else that of the body that runs it (E.164)."""
    lines = (line for point in subject.points for line in lines_of(point, subject.asked))
    return next((line.number for line in lines if line.kind in CALLABLE), subject.body.number)


def lines_of(point: AccessPoint, asked: Asked) -> tuple[PhoneLine, ...]:
    """The numbers of an access point; one that an emergency adds stands first while it holds."""
    own = tuple(phone_line(line) for line in point.lines.all())
    here = place_now(point.pk or 0, asked.at)
    if here is None or not here.number:
        return own
    return (PhoneLine(here.number, phone(here.number), LineKind.VOICE, LineKind.VOICE.label, ""), *own)


def notes_of(point: AccessPoint, note: str, asked: Asked) -> tuple[Any, ...]:
    """What readers should know of an access point; first that an emergency moved it."""
    here = place_now(point.pk or 0, asked.at)
    moved = here.address(asked.language) if here else None
    said = _("In the emergency it is at another place: %(address)s") % {"address": moved.text} if moved else ""
    return tuple(text for text in (said, note) if text)


def line_to_call(ways: Sequence[WayIn]) -> tuple[PhoneLine | None, str]:
    """The number of the large button and what is said beside it: a line that answers now comes first."""
    with_line = [way for way in ways if any(line.kind in CALLABLE for line in way.lines)]
    if not with_line:
        return None, ""
    way = min(with_line, key=lambda way: (not way.own, not (way.state and way.state.is_open)))
    line = next(line for line in way.lines if line.kind in CALLABLE)
    answers = way.state.text if way.state and way.channel in ON_A_LINE and way.state.state != "unknown" else ""
    return line, answers


def phone_line(line: ContactLine) -> PhoneLine:
    return PhoneLine(
        number=line.number,
        label=phone(line.number),
        kind=line.kind,
        kind_label=LineKind(line.kind).label,
        cost_label=LineCost(line.cost).label if line.cost != LineCost.UNKNOWN else "",
        extension=line.extension,
    )


def ways_in(subject: Subject, said: Said) -> tuple[WayIn, ...]:
    """A block per access point, then the line of the body above when there is no number of its own."""
    ways = [_way(point, subject, said) for point in subject.points]
    if subject.body.number and not any(way.lines for way in ways):
        ways.append(_body_line(subject.body))
    return tuple(ways)


def _way(point: AccessPoint, subject: Subject, said: Said) -> WayIn:
    asked, timeline = subject.asked, subject.timeline(point)
    schedules = tuple(point.schedules.all())
    timed = point.channel in (*ON_A_LINE, Channel.PLACE, Channel.OUTREACH) or schedules or timeline.hours.visits
    has_hours = any(row.osm for row in schedules) and subject.structure.status == Status.ACTIVE
    note, _city, notes_language = said_in(said.get(("point", point.pk), {}), asked.language)
    area = subject.held.communities.get(point.pk, set())
    return WayIn(
        channel=point.channel,
        title=Channel(point.channel).label,
        icon=CHANNEL_ICONS[point.channel],
        state=state_view(timeline, asked) if timed else None,
        hours=hours_in_words(point, asked),
        week=week_of(timeline, asked) if has_hours else (),
        lines=lines_of(point, asked),
        url=point.url,
        email=point.email,
        notes=notes_of(point, note, asked),
        notes_language=notes_language,
        source_wording=next((row.source_wording for row in schedules if row.source_wording), ""),
        citywide=point.citywide,
        communities=terms_by_pk("community", area, asked.language),
        schedules=schedules,
        **_address(point, said, asked.language),
    )


def _address(point: AccessPoint, said: Said, language: str) -> dict[str, Any]:
    if not point.location_id:
        return {}
    place = point.location
    way, city, written_in = said_in(said.get(("location", place.pk), {}), language)
    if place.sensitive:
        return {"city": city, "withheld": True}
    street = " ".join(part for part in (place.street, place.number) if part)
    town = " ".join(part for part in (place.postal_code, city) if part)
    lines = (Phrase(street, greek(street)), Phrase(town, written_in), Phrase(way, written_in))
    return {
        "address": tuple(line for line in lines if line.text),
        "location": place.pk,
        "point": None if place.lat is None else (place.lat, place.lon),
        "community": place.community_id,
        "street": street,
        "postal_code": place.postal_code,
        "city": city,
    }


def _body_line(body: OrganisationView) -> WayIn:
    line = PhoneLine(body.number, body.number_label, LineKind.VOICE, LineKind.VOICE.label, "")
    return WayIn(
        channel=Channel.PHONE,
        title=_("Switchboard: %(organisation)s") % {"organisation": body.number_of},
        icon="phone",
        lines=(line,),
        notes=(_("This structure has no number of its own in our sources. Ask there."),),
        own=False,
    )


def said_in(rows: Mapping[str, tuple[str, str]], language: str) -> tuple[str, str, str]:
    """The two texts in the nearest language, and which one that is."""
    written = nearest_of(rows, language)
    return (*rows[written], written) if written else ("", "", "")
