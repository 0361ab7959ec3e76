"""The map of the communities is taken from a file as a whole, or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from core.audit import audit
from core.taxonomy import Community
from core.terms import sign_of
from directory.geography.reading import PROPERTY, Polygon, key_of, read_areas
from directory.models.outline import CommunityOutline


@dataclass(frozen=True, slots=True)
class Borders:
    """What a file holds: per community (key) its polygons and where its name stands; points before and after."""

    areas: dict[str, dict[str, Any]]
    read: int
    kept: int
    schematic: bool
    source: str


def read_borders(content: bytes, *, named_by: str = PROPERTY, schematic: bool = False, source: str = "") -> Borders:
    """Read a GeoJSON file; nothing is written. Raises MapRefused with a sentence that says what to do."""
    # Here and not above: shapely is 20 MB that no reader's process needs.
    from directory.geography.fitting import fit  # noqa: PLC0415 -- loaded only when a file is taken

    found = read_areas(content, _names(), named_by=named_by or PROPERTY, schematic=schematic)
    fitted = fit(found)
    read, kept = sum(map(_points, found.values())), sum(_points(area.polygons) for area in fitted.values())
    areas = {key: {"polygons": area.polygons, "middle": area.middle} for key, area in fitted.items()}
    return Borders(areas, read, kept, schematic, source)


@transaction.atomic
def replace_outlines(borders: Borders, *, by: Any) -> None:
    """Draw all maps by these borders from now on."""
    communities = {term.slug: term for term in Community.objects.filter(slug__in=borders.areas)}
    CommunityOutline.objects.exclude(community__slug__in=borders.areas).delete()
    for key, area in borders.areas.items():
        longitude, latitude = area["middle"]
        values = {
            "polygons": area["polygons"],
            "lon": str(longitude),
            "lat": str(latitude),
            "schematic": borders.schematic,
            "source": borders.source,
        }
        outline, _made = CommunityOutline.objects.update_or_create(community=communities[key], defaults=values)
        audit(outline, "directory.map_drawn", by=by, schematic=borders.schematic)


@transaction.atomic
def remove_outlines(*, by: Any) -> None:
    """Have no map: lists and pages are as they were before there was one."""
    for outline in CommunityOutline.objects.all():
        audit(outline, "directory.map_removed", by=by)
        outline.delete()


def _names() -> dict[str, str]:
    """What a file may call a community: its key, its name in any language, the sign of its name («Α΄»)."""
    known: dict[str, str] = {}
    for term in Community.objects.prefetch_related("words"):
        names = [words.name for words in term.words.all()]
        for name in (*map(sign_of, names), *names, term.slug):
            known[key_of(name)] = term.slug
    return {name: slug for name, slug in known.items() if name}


def _points(polygons: Iterable[Polygon]) -> int:
    return sum(len(ring) for polygon in polygons for ring in polygon)
