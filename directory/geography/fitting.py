"""Borders made fit for readers: parts joined, small gaps closed, simplified so that neighbours stay neighbours.

The one module that knows shapely, and it is imported only where a file is taken: readers' processes never load it
(decision 0071).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import shapely
from django.utils.translation import gettext_lazy as _

from directory.geography.reading import MapRefused, Point, Polygon

MOST_POINTS = 700  # of all communities together: what a screen can show
DEGREE = 111_195  # metres of a degree of latitude
DECIMALS = 5  # one metre
GAP = 20  # metres between neighbours that are drawing, not sea
SNAP = 5  # metres: points nearer than that are one
UNSEEN = 1 / 5000  # of the whole: islets smaller than that are no dot on a telephone
OVERLAP = 1 / 100  # of the smaller community: more is a mistake, less is drawing
FINEST = 1 / 5000  # of the breadth of the map: where simplifying begins
COARSEST = 1 / 10
SMALLEST = 1000  # square metres: less is no community
NO_AREA = _("The community “%(name)s” has no area: its points lie in a line.")


@dataclass(frozen=True, slots=True)
class Area:
    """One community: polygons of (longitude, latitude), and where its name stands."""

    polygons: tuple[Polygon, ...]
    middle: Point


def fit(found: Mapping[str, Sequence[Polygon]]) -> dict[str, Area]:
    """The communities of one file, by key. Raises MapRefused."""
    try:
        return _fitted(found)
    except shapely.errors.ShapelyError as error:
        sentence = _("The borders cannot be put together. Check the areas with “Check geometries” and export again.")
        raise MapRefused(sentence, code="geometry") from error


def _fitted(found: Mapping[str, Sequence[Polygon]]) -> dict[str, Area]:
    keys = list(found)
    latitudes = [point[1] for polygons in found.values() for polygon in polygons for point in polygon[0]]
    shrink = max(math.cos(math.radians((min(latitudes) + max(latitudes)) / 2)), 0.1)
    joined = [_joined(key, found[key], shrink) for key in keys]
    _check_overlaps(keys, joined)
    coarse = shapely.coverage_simplify(joined, SNAP)  # what follows is quick with fewer points
    closed = shapely.coverage_clean(coarse, gap_width=GAP, snapping_distance=SNAP)
    seen = _without_islets(keys, closed)
    return {key: _area(shape, shrink) for key, shape in zip(keys, _simplified(seen), strict=True)}


def _joined(key: str, polygons: Sequence[Polygon], shrink: float) -> shapely.Geometry:
    """One area in metres; a border that crosses itself is untied."""
    shapes = [shapely.Polygon(polygon[0], polygon[1:]) for polygon in polygons]
    metres = shapely.transform(shapes, lambda points: points * (DEGREE * shrink, DEGREE))
    # Of what is untied, lines may remain.
    areas = [part for part in shapely.get_parts(shapely.make_valid(metres)) if part.area]
    joined = shapely.union_all(areas)
    if joined.area < SMALLEST:
        raise MapRefused(NO_AREA, code="no_area", params={"name": key})
    return joined


def _check_overlaps(keys: Sequence[str], shapes: Sequence[shapely.Geometry]) -> None:
    for one in range(len(keys)):
        for other in range(one):
            shared = shapely.intersection(shapes[one], shapes[other]).area
            if shared > OVERLAP * min(shapes[one].area, shapes[other].area):
                sentence = _("The communities “%(one)s” and “%(other)s” lie on one another. Correct their borders.")
                params = {"one": keys[other], "other": keys[one]}
                raise MapRefused(sentence, code="overlap", params=params)


def _without_islets(keys: Sequence[str], shapes: Sequence[shapely.Geometry]) -> list[shapely.Geometry]:
    least = UNSEEN * sum(shape.area for shape in shapes)
    kept = []
    for key, shape in zip(keys, shapes, strict=True):
        parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
        if not parts:
            raise MapRefused(NO_AREA, code="no_area", params={"name": key})
        largest = max(parts, key=lambda part: part.area)
        kept.append(shapely.MultiPolygon([part for part in parts if part is largest or part.area >= least]))
    return kept


def _simplified(shapes: Sequence[shapely.Geometry]) -> Sequence[shapely.Geometry]:
    """With as many points as a screen shows; borders that two share stay shared."""
    west, south, east, north = shapely.total_bounds(shapes)
    breadth = max(east - west, north - south)
    tolerance = FINEST * breadth
    while True:
        simple = shapely.coverage_simplify(shapes, tolerance)
        if shapely.get_num_coordinates(simple).sum() <= MOST_POINTS:
            return simple
        tolerance *= 1.25
        if tolerance > COARSEST * breadth:
            raise MapRefused(_("The borders have too many small parts. Leave out islets and holes."), code="too_many")


def _area(shape: shapely.Geometry, shrink: float) -> Area:
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    middle = shapely.maximum_inscribed_circle(largest, largest.length / 500).coords[0]

    def degrees(points: Iterable[Point]) -> tuple[Point, ...]:
        return tuple((round(x / DEGREE / shrink, DECIMALS), round(y / DEGREE, DECIMALS)) for x, y in points)

    polygons = tuple(
        tuple(degrees(ring.coords) for ring in (part.exterior, *part.interiors)) for part in shapely.get_parts(shape)
    )
    return Area(polygons, degrees([middle])[0])
