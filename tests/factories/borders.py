"""GeoJSON of invented communities: strips of a city side by side, with borders as rough as real ones."""

import json
import math
from collections.abc import Sequence
from typing import Any

WEST, SOUTH, BREADTH, HEIGHT = 23.60, 37.92, 0.06, 0.05


def city(codes: Sequence[str], *, points: int = 300, apart: float = 0.0, named_by: str = "community") -> dict[str, Any]:
    """Strips from west to east; `apart` is how far, in degrees, neighbours drew their border beside one another."""
    width = BREADTH / len(codes)
    features = []
    for place, code in enumerate(codes):
        east = border(WEST + (place + 1) * width, points, place + 1)
        west = border(WEST + place * width + apart, points, place)
        ring = [*west, *reversed(east), west[0]]
        features.append(feature(code, [ring], named_by))
    return {"type": "FeatureCollection", "features": features}


def border(longitude: float, points: int, wave: int) -> list[list[float]]:
    """From south to north."""
    step = HEIGHT / (points - 1)
    return [
        [longitude + 0.002 * math.sin(at / points * 9 + wave) + 0.0002 * math.sin(at * 1.7), SOUTH + at * step]
        for at in range(points)
    ]


def feature(code: Any, rings: Sequence[Any], named_by: str = "community") -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {named_by: code},
        "geometry": {"type": "Polygon", "coordinates": list(rings)},
    }


def written(collection: Any) -> bytes:
    return json.dumps(collection, ensure_ascii=False).encode()
