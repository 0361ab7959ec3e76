"""Draw img/harbour.svg: the coast of the city and its depth lines, as a mask (one colour, coloured by CSS).

Input: rough coast points (lon, lat) read off by eye - a drawing, not a survey. Another city replaces the list or the file.
"""
from pathlib import Path

import numpy as np
from shapely.geometry import LineString, Polygon, box

COAST = [
    (23.596, 37.9505), (23.606, 37.9462), (23.6135, 37.9432), (23.6185, 37.9398), (23.6232, 37.9372), (23.6262, 37.9362),
    (23.6272, 37.9380), (23.6300, 37.9420), (23.6328, 37.9452), (23.6330, 37.9482), (23.6352, 37.9486), (23.6366, 37.9462), (23.6398, 37.9474),
    (23.6425, 37.9466), (23.6440, 37.9445), (23.6418, 37.9420), (23.6385, 37.9396), (23.6352, 37.9378), (23.6325, 37.9352), (23.6290, 37.9346), (23.6262, 37.9340),
    (23.6238, 37.9312), (23.6250, 37.9282), (23.6296, 37.9258), (23.6352, 37.9262), (23.6410, 37.9284), (23.6452, 37.9302), (23.6480, 37.9318),
    (23.6466, 37.9338), (23.6452, 37.9364), (23.6468, 37.9390), (23.6500, 37.9401), (23.6532, 37.9388), (23.6543, 37.9362), (23.6528, 37.9338), (23.6503, 37.9324),
    (23.6540, 37.9320), (23.6572, 37.9332), (23.6598, 37.9348), (23.6590, 37.9366), (23.6598, 37.9384), (23.6617, 37.9391), (23.6636, 37.9380), (23.6636, 37.9362), (23.6616, 37.9350),
    (23.6650, 37.9364), (23.6672, 37.9392), (23.6696, 37.9418), (23.6745, 37.9432), (23.6830, 37.9428), (23.6930, 37.9400), (23.7050, 37.9340), (23.7200, 37.9265), (23.7420, 37.9180),
]
W, H, LON0, LAT0, K = 1200, 560, 23.6010, 37.9522, 13400
pts = np.array([((lo - LON0) * 0.789 * K, (LAT0 - la) * K) for lo, la in COAST])


def smooth(p, n=10):
    """Centripetal-free Catmull-Rom through the points, n steps a span."""
    p = np.vstack([p[0], p, p[-1]])
    out = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:]):
        for t in np.linspace(0, 1, n, endpoint=False):
            out.append(.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - 3 * c + d - a) * t**3))
    return np.array(out + [p[-2]])


def path(line, tol):
    """Short SVG path of a line: simplified, drawn by smooth quadratics through the middle of its segments."""
    xy = np.round(np.array(line.simplify(tol).coords)).astype(int)
    mid = np.round((xy[:-1] + xy[1:]) / 2).astype(int)
    d = f"M{xy[0][0]} {xy[0][1]}L{mid[0][0]} {mid[0][1]}"
    for q, m in zip(xy[1:-1], mid[1:]):
        d += f"Q{q[0]} {q[1]} {m[0]} {m[1]}"
    return d + f"L{xy[-1][0]} {xy[-1][1]}"


coast = smooth(pts)
land = Polygon([(-900, -900), (-900, coast[0][1]), *coast, (2600, coast[-1][1]), (2600, -900)]).buffer(0)
frame = box(-4, -4, W + 4, H + 4)
strokes = [(LineString(coast).intersection(frame), 1.6, 1)]
for i, dist in enumerate((16, 38, 68, 108, 158, 220, 294)):
    ring = land.buffer(dist, join_style="round")
    ring = ring.buffer(26 + i * 8).buffer(-26 - i * 8)          # depth lines forget small bays
    strokes.append((ring.boundary.intersection(frame), .8, round(.85 - i * .09, 2)))
body = ""
for geom, width, alpha in strokes:
    parts = [geom] if geom.geom_type == "LineString" else [g for g in getattr(geom, "geoms", []) if g.length > 60]
    d = "".join(path(p, 1.4) for p in parts if p.geom_type == "LineString")
    if d:
        body += f'<path stroke-width="{width * 1.5:g}" opacity="{alpha:g}" d="{d}"/>'
svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}"><g fill="none" stroke="#000">{body}</g></svg>'
out = Path(__file__).resolve().parents[2] / "site" / "static" / "img" / "harbour.svg"
out.write_text(svg)
print(len(svg))
