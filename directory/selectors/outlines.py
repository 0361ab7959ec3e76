"""The borders of the communities as they are drawn: read once per process, the same for every reader."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from core.snapshot import snapshot
from directory.geography.drawing import Frame, Polygons, frame_of
from directory.models.outline import CommunityOutline


@dataclass(frozen=True, slots=True)
class Outline:
    """One community: its polygons, and where its name stands (longitude, latitude)."""

    community: int
    polygons: Polygons
    middle: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plan:
    """All communities in the editors' order, in the frame of the whole city."""

    outlines: tuple[Outline, ...]
    frame: Frame
    schematic: bool
    source: str


@snapshot("directory.plan", tags={"list:directory", "terms"})
def plan() -> Plan | None:
    """The map, or None while the city has none (one query, then kept)."""
    rows = list(CommunityOutline.objects.all())
    if not rows:
        return None
    outlines = tuple(Outline(row.community_id, _frozen(row.polygons), (float(row.lon), float(row.lat))) for row in rows)
    frame = frame_of(point for outline in outlines for polygon in outline.polygons for point in polygon[0])
    return Plan(outlines, frame, any(row.schematic for row in rows), rows[0].source)


@snapshot("directory.extents", tags={"list:directory", "terms"})
def extents() -> Mapping[int, str]:
    """The area of each community as GeoJSON; nothing of a schematic map: it lies nowhere (no query of its own)."""
    drawn = plan()
    if drawn is None or drawn.schematic:
        return {}
    return {
        outline.community: json.dumps({"type": "MultiPolygon", "coordinates": outline.polygons}, separators=(",", ":"))
        for outline in drawn.outlines
    }


def _frozen(polygons: Iterable[Any]) -> Polygons:
    """As JSON brings them, in the shape that nobody changes."""
    return tuple(tuple(tuple((x, y) for x, y in ring) for ring in polygon) for polygon in polygons)
