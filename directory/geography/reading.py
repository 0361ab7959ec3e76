"""A GeoJSON file as cities send it: which ring belongs to which community, or a sentence that says what to do."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.text import without_accents

MOST_BYTES = 5 * 1024 * 1024
MOST_POINTS = 200_000
ZIPPED = b"PK\x03\x04"
PROPERTY = "community"  # says which community a feature is, unless another is named
NAMED = 12  # properties or communities that a sentence lists
WORLD = (-180, -90, 180, 90)
GREECE = (19, 34, 30, 42)  # west, south, east, north
CORNERS = 4  # points of the smallest closed ring, the first one twice

Point = tuple[float, float]  # longitude, latitude
Polygon = tuple[tuple[Point, ...], ...]  # the outer ring, then its holes


class MapRefused(ValidationError):
    """A file of which no map can be made; nothing of it was taken."""

    @classmethod
    def too_large(cls) -> "MapRefused":
        return cls(_("The file is larger than 5 MB. Simplify it first."), code="too_large")


def read_areas(
    content: bytes, known: Mapping[str, str], *, named_by: str = PROPERTY, schematic: bool = False
) -> dict[str, list[Polygon]]:
    """The polygons of each community by its key. Raises MapRefused.

    `known` gives the key of a community for everything that a file may call it (`key_of`). A community may have
    several features: files often hold its parts. The coordinates of a schematic file are places on paper.
    """
    found: dict[str, list[Polygon]] = defaultdict(list)
    points = 0
    for number, feature in enumerate(_features(content), start=1):
        community = _community(feature, number, known, named_by)
        for polygon in _polygons(feature, number):
            points += sum(map(len, polygon))
            if points > MOST_POINTS:
                raise MapRefused(_("The file has more than 200,000 points. Simplify it first."), code="too_fine")
            found[community].append(polygon)
    if missing := [key for key in dict.fromkeys(known.values()) if key not in found]:
        sentence = _("The file does not hold these communities: %(names)s. A map shows all of them.")
        raise MapRefused(sentence, code="missing", params={"names": ", ".join(missing)})
    _check_place((point for each in found.values() for polygon in each for point in polygon[0]), schematic=schematic)
    return found


def key_of(name: Any) -> str:
    """A name as it is compared: without accents, signs, spaces, and in lower case."""
    return "".join(filter(str.isalnum, without_accents(str(name)).casefold()))


def _features(content: bytes) -> list[Any]:
    if len(content) > MOST_BYTES:
        raise MapRefused.too_large()
    if content.startswith(ZIPPED):
        sentence = _("This is a ZIP archive, perhaps a shapefile. Export the layer as GeoJSON (EPSG:4326).")
        raise MapRefused(sentence, code="zip")
    try:
        written = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise MapRefused(_("The file is not JSON. Export the layer as GeoJSON (EPSG:4326)."), code="no_json") from error
    features = written.get("features") if isinstance(written, dict) else None
    if not isinstance(features, list) or not features or not all(isinstance(each, dict) for each in features):
        sentence = _("The file is JSON and no GeoJSON: it has no list of “features”.")
        raise MapRefused(sentence, code="no_geojson")
    return features


def _community(feature: Mapping[str, Any], number: int, known: Mapping[str, str], named_by: str) -> str:
    properties = feature.get("properties")
    if not isinstance(properties, dict) or properties.get(named_by) in (None, ""):
        names = ", ".join(list(properties)[:NAMED]) if isinstance(properties, dict) else ""
        sentence = _(
            "Feature %(number)s has no property “%(name)s”. Write the one that names the community. It has: %(names)s."
        )
        params = {"number": number, "name": named_by, "names": names or "–"}
        raise MapRefused(sentence, code="no_property", params=params)
    said = properties[named_by]
    community = known.get(key_of(said)) if isinstance(said, str | int) else None
    if community is None:
        sentence = _("Feature %(number)s: there is no community “%(name)s”. There are: %(names)s.")
        names = ", ".join(list(dict.fromkeys(known.values()))[:NAMED])
        raise MapRefused(sentence, code="unknown", params={"number": number, "name": str(said)[:80], "names": names})
    return community


def _polygons(feature: Mapping[str, Any], number: int) -> Iterable[Polygon]:
    shape = feature.get("geometry")
    kind = shape.get("type") if isinstance(shape, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        sentence = _("Feature %(number)s is no area but “%(kind)s”. Borders are polygons: export the areas.")
        raise MapRefused(sentence, code="no_polygon", params={"number": number, "kind": str(kind)[:40]})
    written = shape.get("coordinates")
    try:
        for polygon in [written] if kind == "Polygon" else written:
            rings = tuple(tuple(map(_point, ring)) for ring in polygon)
            if not rings or min(map(len, rings)) < CORNERS:
                raise ValueError
            yield rings
    except (TypeError, ValueError, LookupError) as error:
        sentence = _("Feature %(number)s: its coordinates cannot be read. Export the layer again.")
        raise MapRefused(sentence, code="coordinates", params={"number": number}) from error


def _point(written: Any) -> Point:
    longitude, latitude = written[0], written[1]
    if not all(type(each) in (int, float) and math.isfinite(each) for each in (longitude, latitude)):
        raise ValueError
    return longitude, latitude


def _check_place(points: Iterable[Point], *, schematic: bool) -> None:
    longitudes, latitudes = zip(*points, strict=True)
    box = min(longitudes), min(latitudes), max(longitudes), max(latitudes)
    if _inside(box, WORLD if schematic else GREECE):
        return
    if _inside((box[1], box[0], box[3], box[2]), GREECE):
        sentence = _(
            "Latitude and longitude are swapped: GeoJSON writes the longitude first, for example [23.64, 37.94]."
        )
        raise MapRefused(sentence, code="swapped")
    if not _inside(box, WORLD):
        sentence = _("The coordinates are no degrees, perhaps EGSA87. Export with EPSG:4326 (WGS 84).")
        raise MapRefused(sentence, code="projection")
    raise MapRefused(_("The borders are outside Greece. Export with EPSG:4326 (WGS 84)."), code="outside")


def _inside(box: tuple[float, ...], frame: tuple[float, ...]) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]
