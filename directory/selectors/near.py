"""What is near: public places as points, landmarks, distances as the crow flies, and a plain sketch of them.

The position of a reader never comes here: the device sorts by itself (site/static/js/near.js, the same formula).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.apps import apps

from core.collation import order_key
from core.languages import order
from core.snapshot import snapshot
from core.words import words_of
from directory.geography.drawing import MARGIN as EDGE
from directory.geography.drawing import Frame, path
from directory.models.access import AccessPoint
from directory.models.choices import AT_A_PLACE, Status
from directory.models.landmark import Landmark
from directory.selectors.outlines import Plan

EARTH = 6_371_000  # metres
DECIMALS = 4  # 11 m: enough to order by
WIDTH, MARGIN = 320, 24  # of the sketch, in its own units


@dataclass(frozen=True, slots=True)
class Spot:
    """A public place of a structure. `metres` is the distance from what was asked for."""

    code: str
    name: str
    language: str
    lat: float
    lon: float
    metres: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A landmark by its name."""

    slug: str
    name: str
    language: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the sketch: whole units, x to the east, y to the south."""

    x: int
    y: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class Sketch:
    """Points on paper, north above; `here` is the landmark, `areas` the borders of communities as paths."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    here: Dot
    areas: tuple[str, ...] = ()


@snapshot("directory.spots", tags={"list:directory"})
def spots(language: str) -> tuple[Spot, ...]:
    """All places that are public, have a point and a page (two queries); withheld ones have no point to be read."""
    rows = (
        AccessPoint.objects.filter(
            channel__in=AT_A_PLACE, structure__sensitive=False, structure__status=Status.ACTIVE,
            location__sensitive=False, location__lat__isnull=False,
        )
        .order_by("structure__code", "location")
        .values_list("structure", "structure__code", "location__lat", "location__lon")
        .distinct()
    )  # fmt: skip
    named = titles(language)
    return tuple(
        Spot(code, *named[structure], round(float(lat), DECIMALS), round(float(lon), DECIMALS))
        for structure, code, lat, lon in rows
        if structure in named
    )


@snapshot("directory.spots_by_code", tags={"list:directory"})
def spots_by_code(language: str) -> Mapping[str, tuple[Spot, ...]]:
    """The same places by the code of their structure (no query of its own)."""
    found: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots(language):
        found[spot.code].append(spot)
    return {code: tuple(places) for code, places in found.items()}


@snapshot("directory.landmarks", tags={"list:directory"})
def landmarks(language: str) -> tuple[Mark, ...]:
    """By name (two queries)."""
    rows = [(row, words_of(row, language)) for row in Landmark.objects.prefetch_related("words")]
    marks = (Mark(row.slug, words.name, words.language, float(row.lat), float(row.lon)) for row, words in rows if words)
    return tuple(sorted(marks, key=lambda mark: order_key(mark.name, language)))


def nearest(places: Iterable[Spot], here: Mark, most: int) -> tuple[Spot, ...]:
    """The nearest places with their distance in metres."""
    measured = (replace(spot, metres=round(metres(spot, here))) for spot in places)
    return tuple(sorted(measured, key=lambda spot: (spot.metres, spot.name, spot.code))[:most])


def metres(a: Spot | Mark, b: Spot | Mark) -> float:
    """Distance in metres; right to a few parts in a thousand inside a city."""
    north = math.radians(b.lat - a.lat)
    east = math.radians(b.lon - a.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return EARTH * math.hypot(north, east)


def sketch(places: Sequence[Spot], here: Mark, drawn: Plan | None = None) -> Sketch:
    """Places around a landmark, as far apart as they are, on the borders of a map that is not schematic."""
    centre = Spot("", here.name, here.language, here.lat, here.lon)
    everything = [centre, *places]
    frame = _frame(everything, here)

    def dot(spot: Spot) -> Dot:
        return Dot(*frame.place(spot.lon, spot.lat), spot)

    # A schematic map lies nowhere: its borders would be beside the places.
    areas = () if drawn is None or drawn.schematic else (path(each.polygons, frame) for each in drawn.outlines)
    dots = tuple(dot(spot) for spot in places)
    return Sketch(frame.width, frame.height, dots, dot(centre), tuple(area for area in areas if area))


def _frame(everything: Sequence[Spot], here: Mark) -> Frame:
    shrink = math.cos(math.radians(here.lat))
    west, north = min(spot.lon for spot in everything), max(spot.lat for spot in everything)
    wide = (max(spot.lon for spot in everything) - west) * shrink
    high = north - min(spot.lat for spot in everything)
    scale = (WIDTH - 2 * MARGIN) / max(wide, high, 1e-6)
    more = (MARGIN - EDGE) / scale
    return Frame(west - more / shrink, north + more, shrink, scale, WIDTH, round(high * scale) + 2 * MARGIN)


def titles(language: str) -> dict[int, tuple[str, str]]:
    """Structure → title and its language, in the nearest language a page exists in."""
    spoken = order(language)
    pages = apps.get_model("directory.StructurePage").objects.live().filter(locale__language_code__in=spoken)
    rows = pages.values_list("structure", "title", "locale__language_code")
    # The nearest language is written last.
    by_nearness = sorted(rows, key=lambda row: -spoken.index(row[2]))
    return {structure: (title, code) for structure, title, code in by_nearness}
