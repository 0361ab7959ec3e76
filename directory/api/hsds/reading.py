"""Everything that services of a page need, in few queries whatever their number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.blocks import StreamValue

from core.hub import Home
from core.terms import Term, terms_by_pk
from directory.api.hsds.stops import Stop, stops_of
from directory.models.access import AccessPoint
from directory.models.choices import AT_A_PLACE, Channel, Reach, Status
from directory.models.mobile import MobileVisit
from directory.models.structure import Structure
from directory.pages.structure import StructurePage
from directory.selectors.hours import Asked
from directory.selectors.pages import community_pages
from directory.selectors.parts import Parts, parts
from directory.selectors.rows import Held, held, words_of_places

# Columns of the class of the same name, in its order.
WORDS = ("locale__language_code", "url_path", "last_published_at", "title", "official_name", "summary", "for_whom",
         "conditions", "how", "offers", "good_to_know")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """For whom answers are made: reader and moment, the root of absolute addresses, the name of the city."""

    asked: Asked
    root: str
    city: str
    homes: tuple[Home, ...] = ()

    @property
    def language(self) -> str:
        return self.asked.language

    def address(self, words: "Words") -> str:
        """The absolute address of a page; that of the hub where its language has no home page."""
        home = next((each for each in self.homes if each.language == words.language), None)
        return self.root + (home.address(words.path) if home else "")

    def communities(self, pks: set[int]) -> list[tuple[Term, str]]:
        """Communities with the addresses of their pages (empty where there is none)."""
        pages = community_pages(self.language)
        named = terms_by_pk("community", pks, self.language)
        return [(term, self.root + pages[term.pk] if term.pk in pages else "") for term in named]


@dataclass(frozen=True, slots=True)
class Words:
    """What the page of a structure says in one language. A page of a hundred services needs two hundred: no models."""

    language: str
    path: str
    published: datetime | None
    title: str
    official_name: str
    summary: str
    for_whom: str
    conditions: str
    how: str
    offers: StreamValue
    good_to_know: StreamValue


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A structure with its live pages by language, and what it holds (empty where only flat values are read)."""

    structure: Structure
    pages: Mapping[str, Words]
    held: Held
    parts: Parts
    said: Mapping[tuple[str, int], Mapping[str, tuple[str, str]]]
    reachable: frozenset[UUID] = frozenset()  # linked services that this API shows
    stops: Sequence[Stop] = ()  # of its mobile units, by id; none when the address is withheld

    @property
    def changed(self) -> datetime:
        """When its facts or the words of any language were last saved."""
        moments = (page.published for page in self.pages.values())
        return max([self.structure.updated, *(moment for moment in moments if moment)])

    @property
    def places(self) -> list[AccessPoint]:
        """Ways in that stand at a place on the ground or on the web; none when the address is withheld."""
        return [] if self.structure.sensitive else [point for point in self.held.points if has_place(point)]

    @property
    def others(self) -> list[AccessPoint]:
        placed = {point.pk for point in self.places}
        return [point for point in self.held.points if point.pk not in placed]

    @property
    def is_local(self) -> bool:
        return self.structure.reach == Reach.CITY


def has_place(point: AccessPoint) -> bool:
    """Whether HSDS shows this way in at a location."""
    if point.channel in AT_A_PLACE:
        return bool(point.location_id) and not point.location.sensitive
    return bool(point.channel == Channel.ONLINE and point.url)


def public_structures() -> QuerySet[Structure]:
    """Structures with a live page in some language that have not ended, by id."""
    pages = StructurePage.objects.live().filter(structure=OuterRef("pk"), alias_of__isnull=True)
    return Structure.objects.filter(Exists(pages)).exclude(status=Status.ENDED).order_by("uuid")


def public_places() -> QuerySet[AccessPoint]:
    """Access points with a location of structures whose address is public, by id."""
    shown = public_structures().filter(sensitive=False).order_by()
    at_a_place = AccessPoint.objects.filter(channel__in=AT_A_PLACE, location__sensitive=False)
    on_the_web = AccessPoint.objects.filter(channel=Channel.ONLINE).exclude(url="")
    return (at_a_place | on_the_web).filter(structure__in=shown).order_by("uuid")


def visits_to_come(asked: Asked) -> QuerySet[MobileVisit]:
    """Visits of today and later, in order; cancelled ones too, until their day is over."""
    midnight = datetime.combine(asked.today, time(), asked.zone)
    return MobileVisit.objects.filter(end__gt=midnight, unit__structure__sensitive=False).order_by("start", "pk")


def public_visits(asked: Asked) -> QuerySet[MobileVisit]:
    """The same, of structures that this API shows."""
    return visits_to_come(asked).filter(unit__structure__in=public_structures().order_by())


def flat_rows(structures: Sequence[Structure]) -> list[ServiceRow]:
    """What the list shows (three queries)."""
    pages, own = _pages(structures), parts(structure.pk for structure in structures)
    said = words_of_places([], own)
    return [ServiceRow(each, pages[each.pk], Held(), own[each.pk], said) for each in structures]


def full_rows(structures: Sequence[Structure], asked: Asked, *, linked: bool = True) -> list[ServiceRow]:
    """With everything they hold (nine queries); without `linked` nobody asks which links lead to shown services."""
    pages, holdings = _pages(structures), held(structures)
    visits = _visits(holdings, asked)
    own = parts(holdings, visits)
    said = words_of_places((point for holding in holdings.values() for point in holding.points), own, visits)
    reachable = _reachable(own.values()) if linked else frozenset()
    stops = defaultdict(list)
    for stop in stops_of(visits):
        stops[stop.unit.structure_id].append(stop)
    return [
        ServiceRow(each, pages[each.pk], holdings[each.pk], own[each.pk], said, reachable, stops[each.pk])
        for each in structures
    ]


def _visits(structures: Iterable[int], asked: Asked) -> list[MobileVisit]:
    found = visits_to_come(asked).filter(unit__structure__in=list(structures))
    return list(found.select_related("unit", "location", "community"))


def _reachable(own: Iterable[Parts]) -> frozenset[UUID]:
    named = {link.uuid for each in own for link in each.links if link.outgoing}
    found = public_structures().filter(uuid__in=named).order_by()
    return frozenset(found.values_list("uuid", flat=True)) if named else frozenset()


def _pages(structures: Iterable[Structure]) -> dict[int, dict[str, Words]]:
    found: dict[int, dict[str, Words]] = defaultdict(dict)
    live = StructurePage.objects.live().filter(structure__in=structures, alias_of__isnull=True)
    for structure, *words in live.values_list("structure_id", *WORDS):
        told = Words(*words)
        found[structure][told.language] = told
    return found
