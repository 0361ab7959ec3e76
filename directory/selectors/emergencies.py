"""Emergencies as readers meet them: the strip, the hours of places, the page, the feed of open tabs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from core.cache import collect, expire_at
from core.hooks import Strip
from core.languages import codes, nearest, nearest_of
from core.snapshot import snapshot
from core.text import Phrase, greek
from core.when import next_midnight
from core.words import words_of
from directory.emergencies import READY, heading
from directory.hours.facts import Override
from directory.models.activation import (
    Activation,
    ActivationOverride,
    ActivationState,
    OverrideKind,
)

Words = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class EmergencyPlace:
    """What an emergency changes at one access point; street and cities (by language) are of another address."""

    point: int
    structure: int
    hours: Override
    number: str = ""
    street: str = ""
    cities: Mapping[str, str] | None = None

    def address(self, language: str) -> Phrase | None:
        """The other address in the nearest language; None when it is the usual one."""
        written = nearest_of(self.cities or {}, language)
        if self.cities and written:
            return Phrase(", ".join(part for part in (self.street, self.cities[written]) if part), written)
        return Phrase(self.street, greek(self.street)) if self.street else None


@dataclass(frozen=True, slots=True)
class Emergency:
    """An approved emergency: when it holds, what it says per language as (title, message), what it changes where."""

    uuid: UUID
    kind: str
    start: datetime
    until: datetime
    words: Words
    places: tuple[EmergencyPlace, ...]
    drill: bool = False

    def holds(self, at: datetime) -> bool:
        return self.start <= at < self.until

    def said(self, language: str) -> tuple[str, str, str]:
        """Title and message in the nearest language, and which one that is."""
        written = nearest_of(self.words, language) or next(iter(self.words))
        return (*self.words[written], written)


@dataclass(frozen=True, slots=True)
class PastEmergency:
    """One that is over, as the public list shows it."""

    kind: str  # in the reader's language
    title: str
    language: str
    start: datetime
    end: datetime
    places: int


@snapshot("directory.emergencies", tags={"emergencies"})
def approved() -> tuple[Emergency, ...]:
    """Emergencies that were approved and not ended, the newest first; some have not begun yet."""
    return read_approved()


def read_approved(*, drill: bool = False) -> tuple[Emergency, ...]:
    """The same from the database, for whoever writes in this transaction (four queries)."""
    rows = Activation.objects.filter(state=ActivationState.ACTIVE, drill=drill).order_by("-approved_at", "-pk")
    places = ActivationOverride.objects.select_related("access_point", "location").prefetch_related("location__words")
    found: dict[int, list[ActivationOverride]] = defaultdict(list)
    activations = list(rows.prefetch_related("words"))
    for place in places.filter(activation__in=activations):
        found[place.activation_id].append(place)
    return tuple(_emergency(row, found[row.pk]) for row in activations)


def running(at: datetime) -> tuple[Emergency, ...]:
    """Those that hold at a moment; notes for the cache when one begins or ends."""
    found = approved()
    for each in found:
        for moment in (each.start, each.until):
            if moment > at:
                expire_at(moment)
    return tuple(each for each in found if each.holds(at))


def overrides_of(emergencies: Iterable[Emergency]) -> dict[int, tuple[Override, ...]]:
    """What emergencies change in the hours, by access point."""
    found: dict[int, list[Override]] = defaultdict(list)
    for each in emergencies:
        for place in each.places:
            found[place.point].append(place.hours)
    return {point: tuple(rows) for point, rows in found.items()}


@snapshot("directory.emergency_overrides", tags={"emergencies"})
def overrides() -> Mapping[int, tuple[Override, ...]]:
    return overrides_of(approved())


def place_now(point: int, at: datetime) -> EmergencyPlace | None:
    """What holds at an access point now instead of the usual; the hours know it from `overrides`."""
    places = (place for each in approved() if each.holds(at) for place in each.places)
    return next((place for place in places if place.point == point), None)


def points_now(at: datetime) -> dict[int, str]:
    """Access points that an emergency opens or closes now; where two name the same, the first one holds."""
    found: dict[int, str] = {}
    for each in running(at):
        for place in each.places:
            found.setdefault(place.point, place.hours.kind)
    return found


def structures_now(at: datetime) -> dict[int, Emergency]:
    """Structures with a place that an emergency opens now, each with the emergency."""
    found: dict[int, Emergency] = {}
    for each in running(at):
        for place in each.places:
            if place.hours.kind == OverrideKind.OPEN:
                found.setdefault(place.structure, each)
    return found


def strips(language: str, at: datetime) -> list[Strip]:
    """The red strip of every page; costs no query."""
    collect("emergencies")
    found = running(at)
    if found:
        expire_at(next_midnight(at))
    return [strip(each, language, at) for each in found]


def drill_strips(language: str, at: datetime) -> list[Strip]:
    """What signed-in staff see of a drill, and nobody else."""
    return [strip(each, language, at) for each in read_approved(drill=True) if each.holds(at)]


def strip(emergency: Emergency, language: str, at: datetime) -> Strip:
    """One emergency as a strip; a drill leads nowhere."""
    title, message, written = emergency.said(language)
    with translation.override(language):
        return Strip(
            level="emergency",
            heading=heading(title, emergency.until, at, written, drill=emergency.drill),
            text=message,
            url="" if emergency.drill else reverse("directory:emergencies"),
            link_text=_("What is open now"),
            language=written,
            key=strip_key(emergency.uuid, drill=emergency.drill),
        )


def strip_key(uuid: UUID, *, drill: bool) -> str:
    """By what pages mark a strip. No open tab takes a drill for a real one, or away."""
    return f"drill-{uuid}" if drill else str(uuid)


def feed(at: datetime) -> list[dict[str, Any]]:
    """What open tabs ask for: every emergency that holds now, in every language of the hub."""
    collect("emergencies")
    return [
        {
            "id": str(each.uuid),
            "kind": each.kind,
            "from": each.start.isoformat(),
            "until": each.until.isoformat(),
            "words": dict(_in_languages(each, at)),
        }
        for each in running(at)
    ]


def past(language: str) -> tuple[PastEmergency, ...]:
    """Emergencies that are over, the newest first, without drills (two queries)."""
    opened = Count("overrides", filter=Q(overrides__kind=OverrideKind.OPEN))
    rows = _ended().annotate(places=opened).prefetch_related("words").order_by("-start")
    return tuple(_past(row, language) for row in rows)


def _ended() -> QuerySet[Activation]:
    return Activation.objects.filter(state=ActivationState.ENDED, drill=False)


def _past(row: Any, language: str) -> PastEmergency:
    words = words_of(row, language)
    kind, _sentence = nearest(READY[row.kind], language)
    return PastEmergency(kind, words.title, words.language, row.start, row.ended_at, row.places)


def _in_languages(emergency: Emergency, at: datetime) -> Iterator[tuple[str, dict[str, str]]]:
    for language in codes():
        said = strip(emergency, language, at)
        with translation.override(language):
            label = _("Emergency")
        yield (
            language,
            {
                "label": label,
                "heading": said.heading,
                "text": said.text,
                "url": said.url,
                "link": str(said.link_text),
                "language": said.language,
            },
        )


def _emergency(row: Activation, places: Iterable[ActivationOverride]) -> Emergency:
    return Emergency(
        uuid=row.uuid,
        kind=row.kind,
        start=cast("datetime", row.start),  # the database demands it of an active one
        until=row.until,
        words={words.language: (words.title, words.message) for words in row.words.all()},
        places=tuple(_place(place, row) for place in places),
        drill=row.drill,
    )


def _place(row: ActivationOverride, activation: Activation) -> EmergencyPlace:
    kind = cast("Any", row.kind)  # the database holds these kinds and no other
    hours = Override(kind, cast("datetime", activation.start), activation.until, row.osm)
    if not row.location_id:
        return EmergencyPlace(row.access_point_id, row.access_point.structure_id, hours, row.number)
    street = " ".join(part for part in (row.location.street, row.location.number) if part)
    cities = {words.language: words.city for words in row.location.words.all()}
    return EmergencyPlace(row.access_point_id, row.access_point.structure_id, hours, row.number, street, cities)
