"""Borders and places as SVG: pure functions from degrees to whole units, north above."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Polygons = tuple[tuple[tuple[tuple[float, float], ...], ...], ...]  # of rings of (longitude, latitude)
T = TypeVar("T")

WIDTH = 720  # units; a telephone shows two or three of them in a pixel
MARGIN = 12
TALLEST = 900
APART = 62  # units between two dots: 24 px where the map is 280 px wide


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that a map shows, and how large."""

    west: float
    north: float
    shrink: float  # degrees of longitude are shorter than those of latitude
    scale: float
    width: int
    height: int

    def place(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a point of the world is on the map."""
        x = MARGIN + (longitude - self.west) * self.shrink * self.scale
        return round(x), round(MARGIN + (self.north - latitude) * self.scale)

    def world(self, x: float, y: float) -> tuple[float, float]:
        """The longitude and latitude of a point of the map."""
        return self.west + (x - MARGIN) / self.scale / self.shrink, self.north - (y - MARGIN) / self.scale

    def holds(self, longitude: float, latitude: float) -> bool:
        x, y = self.place(longitude, latitude)
        return 0 <= x <= self.width and 0 <= y <= self.height


def frame_of(points: Iterable[tuple[float, float]], *, around: float = 0.0) -> Frame:
    """The smallest frame that holds these points, with a part of its breadth around them."""
    longitudes, latitudes = zip(*points, strict=True)
    west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    shrink = math.cos(math.radians((south + north) / 2))
    more = around * max((east - west) * shrink, north - south)
    wide = (east - west) * shrink + 2 * more
    high = north - south + 2 * more
    scale = min((WIDTH - 2 * MARGIN) / max(wide, 1e-9), (TALLEST - 2 * MARGIN) / max(high, 1e-9))
    width, height = (math.ceil(length * scale) + 2 * MARGIN for length in (wide, high))
    return Frame(west - more / shrink, north + more, shrink, scale, width, height)


def path(polygons: Polygons, frame: Frame) -> str:
    """The `d` of a path, in steps; what would be one point on the map is one. Empty where nothing is in the frame."""
    rings = [ring for polygon in polygons for ring in polygon]
    placed = ([frame.place(*point) for point in ring] for ring in rings)
    return "".join(_ring(ring) for ring in placed if _is_seen(ring, frame))


def holds(polygons: Polygons, longitude: float, latitude: float) -> bool:
    """Whether a point is in the area (even-odd rule, so holes count)."""
    inside = False
    sides = (side for polygon in polygons for ring in polygon for side in pairwise(ring))
    for (x1, y1), (x2, y2) in sides:
        crosses = (y1 > latitude) != (y2 > latitude)
        if crosses and longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


@dataclass(frozen=True, slots=True)
class Cluster(Generic[T]):
    """Things at one place of the map, or too near to be touched one by one."""

    x: int
    y: int
    things: tuple[T, ...]


def clusters(placed: Sequence[tuple[int, int, T]]) -> tuple[Cluster[T], ...]:
    """Each thing joins the first one that is too near; the first keeps its place."""
    found: list[tuple[int, int, list[T]]] = []
    for x, y, thing in placed:
        near = next((each for each in found if math.hypot(each[0] - x, each[1] - y) < APART), None)
        if near:
            near[2].append(thing)
        else:
            found.append((x, y, [thing]))
    return tuple(Cluster(x, y, tuple(things)) for x, y, things in found)


def _is_seen(ring: Sequence[tuple[int, int]], frame: Frame) -> bool:
    xs, ys = zip(*ring, strict=True)
    return max(xs) > 0 and min(xs) < frame.width and max(ys) > 0 and min(ys) < frame.height


def _ring(ring: Sequence[tuple[int, int]]) -> str:
    (x, y), *others = ring
    written, steps = f"M{x} {y}l", []
    for to_x, to_y in others[:-1]:  # the last one is the first one again
        if (to_x, to_y) != (x, y):
            steps.append(f"{to_x - x} {to_y - y}")
            x, y = to_x, to_y
    return (written + " ".join(steps)).replace(" -", "-") + "z" if len(steps) > 1 else ""
