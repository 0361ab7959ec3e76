"""Stories of the map: three communities side by side, the second is chosen."""

from collections.abc import Iterator
from types import SimpleNamespace

from core.styleguide.samples import Story


def map_stories(w: dict[str, str]) -> Iterator[Story]:
    """As links with numbers, and as the place of one structure."""
    yield Story("map", "links with numbers, a place", {"map": _city(w)})
    yield Story("map", "place of a structure", {"map": _city(w, linked=False), "small": True})


def _city(w: dict[str, str], *, linked: bool = True) -> SimpleNamespace:
    areas = [
        SimpleNamespace(
            path=f"M{place * 232 + 12} 12l232 0 0 180-232 0z",
            name=f"{sign} {w['community']}",
            sign=sign,
            is_short=True,
            x=place * 232 + 128,
            y=80,
            url="#" if linked else "",
            count=9 if linked else None,
            text=w["nine"],
            current=sign == "B",
        )
        for place, sign in enumerate("ABC")
    ]
    dot = {"x": 560, "y": 60, "title": w["structure"], "label": "7" if linked else "", "url": "#" if linked else ""}
    mark = {"x": 300, "y": 160, "name": w["where"], "end": False}
    return SimpleNamespace(
        width=720,
        height=204,
        label=w["communities"],
        areas=areas,
        listed=areas if linked else [],
        dots=[dot],
        marks=[] if linked else [mark],
        schematic=True,
        source=SimpleNamespace(text=w["example"], language=""),
        notes=[],
    )
