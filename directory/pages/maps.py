"""The maps of readers: the communities as links with their numbers, the places of a list, where a structure is."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.terms import Term, terms
from core.text import Phrase, written_in
from directory.geography.drawing import Frame, clusters, frame_of, holds, path
from directory.models.choices import AT_A_PLACE
from directory.models.coverage import CITY
from directory.pages.listing import CITY_NAME
from directory.selectors.near import Mark, landmarks
from directory.selectors.outlines import Outline, Plan, plan
from directory.selectors.shapes import StructureDetail, WayIn

AROUND = 0.12  # of a community: what is seen beside it
MOST_MARKS = 3
ROW = 44  # units between two names of landmarks
SHORT = 4  # letters that are written large
TWO = 2
STEP = 72  # units from the middle of a sign to a dot that lies on it


@dataclass(frozen=True, slots=True)
class AreaOnMap:
    """A community: `sign` stands on it, with `url` it is a link; `text` says its number in words."""

    path: str
    name: str
    language: str
    sign: str = ""
    x: int = 0
    y: int = 0
    url: str = ""
    count: int | None = None
    text: str = ""
    current: bool = False

    @property
    def is_short(self) -> bool:
        """Whether its sign is written large."""
        return len(self.sign) <= SHORT


@dataclass(frozen=True, slots=True)
class Place:
    """Something that the list beside the map shows: its number there, its name, its address, where it is."""

    number: int
    name: str
    url: str
    lat: float
    lon: float
    language: str = ""


@dataclass(frozen=True, slots=True)
class DotOnMap:
    """A place, or several that are too near one another; `label` is its number in the list."""

    x: int
    y: int
    title: str
    label: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class MarkOnMap:
    """A landmark; `end` writes its name before it, because behind it the map ends."""

    x: int
    y: int
    name: str
    language: str
    end: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """What the component `map` draws. `notes` are sentences below it."""

    width: int
    height: int
    areas: tuple[AreaOnMap, ...]
    dots: tuple[DotOnMap, ...] = ()
    marks: tuple[MarkOnMap, ...] = ()
    beside: tuple[AreaOnMap, ...] = ()  # in the list alone: what serves the whole city
    schematic: bool = False
    source: Phrase | None = None
    notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it is, for those who do not see it."""
        return _("Schematic of the communities") if self.schematic else _("Map of the communities, north is above")

    @property
    def listed(self) -> tuple[AreaOnMap, ...]:
        """The links for the list beside it."""
        return tuple(area for area in (*self.areas, *self.beside) if area.url)


def city_map(
    language: str,
    *,
    urls: Mapping[str, str],
    counts: Mapping[str, int],
    current: Iterable[str] = (),
    places: Sequence[Place] = (),
    of: int = 0,
) -> MapView | None:
    """All communities with addresses and numbers by key, and the places of a list; None while there are no borders.

    What serves the whole city stands in the list beside it. On a schematic map no place is drawn: it would lie.
    `of` is how many entries the list has.
    """
    drawn, chosen = plan(), frozenset(current)
    if drawn is None:
        return None

    def counted(area: AreaOnMap, key: str) -> AreaOnMap:
        count = counts.get(key, 0)
        text = ngettext("%(count)s structure", "%(count)s structures", count) % {"count": count}
        return replace(area, url=urls.get(key, ""), count=count, text=text, current=key in chosen)

    # Who runs a place far away is in the list, and not on the map of the city.
    near = [] if drawn.schematic else [place for place in places if drawn.frame.holds(place.lon, place.lat)]
    dots = tuple(_dots(near, drawn.frame))
    areas = [counted(area, term.slug) for term, area in _areas(drawn, drawn.frame, language, dots)]
    whole = AreaOnMap("", str(CITY_NAME), "")
    view = _view(drawn, drawn.frame, areas, dots=dots)
    return replace(view, beside=(counted(whole, CITY),), notes=tuple(_of_list({place.number for place in near}, of)))


def place_map(detail: StructureDetail, language: str) -> MapView | None:
    """The communities of a structure's places with their points; None where nothing is known or may be told."""
    drawn = plan()
    ways = [way for way in detail.ways if way.channel in AT_A_PLACE and way.location and not way.withheld]
    if drawn is None or detail.sensitive or detail.is_ended or not ways:
        return None
    points = _points(ways, drawn)
    marked = {pk for way in ways if (pk := _community(way, drawn))}
    if not marked and not points:
        return None
    frame = _frame(drawn, marked, points)
    placed = [(*frame.place(*point), "") for point in dict.fromkeys(points)]
    dots = tuple(DotOnMap(spot.x, spot.y, _("The place")) for spot in clusters(placed))
    areas = [(term, replace(area, current=term.pk in marked)) for term, area in _areas(drawn, frame, language, dots)]
    here = [term for term, area in areas if area.current]
    marks = tuple(_marks(landmarks(language), frame, dots)) if points else ()
    return replace(
        _view(drawn, frame, (area for _term, area in areas), dots=dots),
        marks=marks,
        notes=tuple(_said(here, known=bool(points), drawn=drawn)),
    )


def _of_list(numbers: Collection[int], of: int) -> Iterable[str]:
    """What the numbers are, and that some entries of the list have none."""
    if numbers:
        yield _("The numbers are those of the list.")
    if numbers and len(numbers) < of:
        said = {"shown": len(numbers), "total": of}
        yield _("%(shown)s of the %(total)s on this page have a point on the map.") % said


def _points(ways: Iterable[WayIn], drawn: Plan) -> list[tuple[float, float]]:
    """Longitude and latitude of what lies on the map of the city; on a schematic one nothing lies."""
    known = [(float(way.point[1]), float(way.point[0])) for way in ways if way.point and not drawn.schematic]
    return [point for point in known if drawn.frame.holds(*point)]


def _community(way: WayIn, drawn: Plan) -> int | None:
    """In which community a place lies: as its facts say, else as the map says."""
    if way.community or drawn.schematic or not way.point:
        return way.community
    latitude, longitude = map(float, way.point)
    inside = (outline for outline in drawn.outlines if holds(outline.polygons, longitude, latitude))
    return next((outline.community for outline in inside), None)


def _frame(drawn: Plan, marked: set[int], points: list[tuple[float, float]]) -> Frame:
    """Around what is marked; a schematic map is shown whole."""
    if drawn.schematic:
        return drawn.frame
    shown = [outline for outline in drawn.outlines if outline.community in marked] or drawn.outlines
    corners = [point for outline in shown for polygon in outline.polygons for point in polygon[0]]
    return frame_of([*corners, *points], around=AROUND)


def _areas(drawn: Plan, frame: Frame, language: str, dots: Sequence[DotOnMap]) -> Iterable[tuple[Term, AreaOnMap]]:
    """The communities with what tells them apart: of «Α΄ Κοινότητα» and «Β΄ Κοινότητα» the first words."""
    named = {term.pk: term for term in terms("community", language)}
    written = [set(named[outline.community].name.split()) for outline in drawn.outlines]
    common = set.intersection(*written) if len(written) > 1 else set()
    for outline in drawn.outlines:
        term = named[outline.community]
        sign = " ".join(word for word in term.name.split() if word not in common)
        yield term, _area(outline, term, sign, frame, dots)


def _area(outline: Outline, term: Term, sign: str, frame: Frame, dots: Sequence[DotOnMap]) -> AreaOnMap:
    x, y = _clear(outline, frame, dots)
    seen = 0 <= x <= frame.width and 0 <= y <= frame.height
    return AreaOnMap(path(outline.polygons, frame), term.name, term.language, sign if seen else "", x, y)


def _clear(outline: Outline, frame: Frame, dots: Sequence[DotOnMap]) -> tuple[int, int]:
    """Where its sign stands: in the middle, or beside it when a dot would lie on it."""
    x, y = frame.place(*outline.middle)
    for aside, below in ((0, 0), (0, STEP), (0, -STEP), (STEP, 0), (-STEP, 0)):
        spot = x + aside, y + below
        inside = holds(outline.polygons, *frame.world(*spot))
        if inside and all(abs(spot[0] - dot.x) > STEP or abs(spot[1] - dot.y) > STEP for dot in dots):
            return spot
    return x, y


def _view(drawn: Plan, frame: Frame, areas: Iterable[AreaOnMap], *, dots: tuple[DotOnMap, ...]) -> MapView:
    source = Phrase(drawn.source, written_in(drawn.source)) if drawn.source else None
    seen = tuple(area for area in areas if area.path)
    return MapView(frame.width, frame.height, seen, dots, schematic=drawn.schematic, source=source)


def _dots(places: Sequence[Place], frame: Frame) -> Iterable[DotOnMap]:
    for spot in clusters([(*frame.place(place.lon, place.lat), place) for place in places]):
        first, numbers = spot.things[0], sorted({place.number for place in spot.things})
        names = "\n".join(dict.fromkeys(f"{place.number}: {place.name}" for place in spot.things))
        label = "·".join(map(str, numbers)) if len(numbers) <= TWO else f"{numbers[0]}+"
        yield DotOnMap(spot.x, spot.y, names, label, first.url if len(numbers) == 1 else f"#n{numbers[0]}")


def _marks(known: Iterable[Mark], frame: Frame, dots: Sequence[DotOnMap]) -> Iterable[MarkOnMap]:
    """The nearest landmarks whose names do not stand on one another."""
    placed = [(mark, *frame.place(mark.lon, mark.lat)) for mark in known if frame.holds(mark.lon, mark.lat)]
    first = dots[0]
    rows = [dot.y for dot in dots]
    for mark, x, y in sorted(placed, key=lambda each: abs(each[1] - first.x) + abs(each[2] - first.y)):
        if len(rows) - len(dots) < MOST_MARKS and all(abs(y - row) >= ROW for row in rows):
            rows.append(y)
            yield MarkOnMap(x, y, mark.name, mark.language, end=x > frame.width / TWO)


def _said(here: Sequence[Term], *, known: bool, drawn: Plan) -> Iterable[str]:
    names = ", ".join(term.name for term in here)
    if names:
        yield _("Marked: %(names)s.") % {"names": names}
    if not known and not drawn.schematic:
        yield _("We do not know the exact point, so only the community is marked.")
