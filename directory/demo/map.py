"""The demo's map: a honeycomb of all communities, said to be schematic, because no source gives their borders."""

import json
import math
from collections.abc import Sequence
from typing import Any

from core.taxonomy import Community
from directory.services.outlines import read_borders, replace_outlines

SOURCE = "παράδειγμα / example"
SIZE = 0.01  # degrees from the middle of a cell to its corner


def load_map() -> int:
    """One cell for each community, in the order of their names; how many there are."""
    codes = list(Community.objects.values_list("slug", flat=True))
    if codes:
        file = json.dumps(honeycomb(codes)).encode()
        replace_outlines(read_borders(file, schematic=True, source=SOURCE), by=None)
    return len(codes)


def honeycomb(codes: Sequence[str]) -> dict[str, Any]:
    """GeoJSON of six-cornered cells, row by row from the north, every second row half a cell to the east."""
    wide = math.ceil(math.sqrt(len(codes) * 1.3))
    features = []
    for place, code in enumerate(codes):
        row, column = divmod(place, wide)
        middle = (column + row % 2 / 2) * math.sqrt(3) * SIZE, -row * 1.5 * SIZE
        geometry = {"type": "Polygon", "coordinates": [_cell(*middle)]}
        features.append({"type": "Feature", "properties": {"community": code}, "geometry": geometry})
    return {"type": "FeatureCollection", "features": features}


def _cell(x: float, y: float) -> list[tuple[float, float]]:
    corners = [math.radians(60 * corner + 30) for corner in (*range(6), 0)]
    return [(round(x + SIZE * math.cos(turn), 6), round(y + SIZE * math.sin(turn), 6)) for turn in corners]
