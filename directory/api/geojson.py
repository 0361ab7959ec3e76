"""Places on the ground as points: RFC 7946, longitude first, six decimals. Nothing of a withheld address is read."""

from collections import defaultdict
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import override

from core.cache import mark
from core.terms import terms_by_pk
from directory.api.hsds.answering import answers, found
from directory.api.hsds.asking import query_of
from directory.api.hsds.reading import Reading, public_places
from directory.api.hsds.views import reading_of
from directory.api.hsds.written import Written, told
from directory.models.access import AccessPoint
from directory.models.structure import Structure
from directory.pages.structure import StructurePage

DECIMALS = 6
TYPE = "application/geo+json"
FOR_AN_ADDRESS = ("url_path", "structure", "locale__language_code")


@answers("GET", "HEAD")
def structures_geojson(request: HttpRequest) -> HttpResponseBase:
    """All places in the language of `lang`."""
    to, _own = reading_of(request, query_of(request))
    with override(to.language):
        response = found(places(to), to.language)
    response.headers["Content-Type"] = TYPE
    return mark(response, parameters={"lang"})


def places(to: Reading) -> dict[str, Any]:
    """One feature for each structure and place; those without coordinates are not on a map (five queries).

    Ten thousand places are read as values: as objects they would take a quarter of a minute.
    """
    shown = public_places().filter(location__lat__isnull=False).order_by("structure__uuid", "sort_order", "pk")
    rows = shown.values_list("uuid", "structure_id", "structure__code", "location__lon", "location__lat")
    told_of = _properties(to)
    features = [
        {
            "type": "Feature",
            "id": str(uuid),
            "geometry": {
                "type": "Point",
                "coordinates": [round(float(lon), DECIMALS), round(float(lat), DECIMALS)],
            },
            "properties": told({"code": code} | told_of[structure]),
        }
        for uuid, structure, code, lon, lat in rows
    ]
    return {"type": "FeatureCollection", "features": features}


def _properties(to: Reading) -> dict[int, dict[str, Any]]:
    """What is said of each structure with a live page, by key."""
    live = StructurePage.objects.live().filter(alias_of__isnull=True).order_by("path")
    titles: dict[int, dict[str, str]] = defaultdict(dict)
    for structure, language, title in live.values_list("structure_id", "locale__language_code", "title"):
        titles[structure][language] = title
    needs: dict[int, set[int]] = defaultdict(set)
    for structure, need in Structure.needs.through.objects.values_list("structure_id", "need_id"):
        needs[structure].add(need)
    channels: dict[int, dict[str, None]] = defaultdict(dict)
    points = AccessPoint.objects.order_by("structure_id", "sort_order", "pk")
    for structure, channel in points.values_list("structure_id", "channel"):
        channels[structure][channel] = None
    spoken = {key: to.language if to.language in own else next(iter(own)) for key, own in titles.items()}
    pages = live.filter(locale__language_code__in=set(spoken.values())).select_related("locale")
    urls = {
        (page.structure_id, page.locale.language_code): page.get_url() or "" for page in pages.only(*FOR_AN_ADDRESS)
    }
    return {
        key: {
            "name": Written(own, to.language).say(str),
            "names": dict(sorted(own.items())),
            "needs": [need.slug for need in terms_by_pk("need", needs[key], to.language)],
            "channels": list(channels[key]),
            "url": to.root + urls[key, spoken[key]],
        }
        for key, own in titles.items()
    }
