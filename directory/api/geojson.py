"""Places on the ground as points: RFC 7946, longitude first, six decimals. Nothing of a withheld address is read."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import override

from core.cache import mark
from core.terms import terms_by_pk
from directory.api.hsds.answering import answers, found
from directory.api.hsds.asking import query_of
from directory.api.hsds.reading import Reading, full_rows, public_structures
from directory.api.hsds.views import reading_of
from directory.api.hsds.written import Written, told

DECIMALS = 6
TYPE = "application/geo+json"


@answers("GET", "HEAD")
def structures_geojson(request: HttpRequest) -> HttpResponseBase:
    """All places in the language of `lang`."""
    to, _own = reading_of(request, query_of(request))
    with override(to.language):
        response = found(places(to), to.language)
    response.headers["Content-Type"] = TYPE
    return mark(response, parameters={"lang"})


def places(to: Reading) -> dict[str, Any]:
    """One feature for each structure and place; those without coordinates are not on a map."""
    shown = public_structures().filter(sensitive=False, access_points__location__lat__isnull=False).distinct()
    features = [
        {
            "type": "Feature",
            "id": str(point.uuid),
            "geometry": {
                "type": "Point",
                "coordinates": [round(float(point.location.lon), DECIMALS), round(float(point.location.lat), DECIMALS)],
            },
            "properties": _properties(row, to),
        }
        for row in full_rows(list(shown))
        for point in row.places
        if point.location_id and point.location.lat is not None
    ]
    return {"type": "FeatureCollection", "features": features}


def _properties(row: Any, to: Reading) -> dict[str, Any]:
    words = Written(row.pages, to.language)
    page = row.pages.get(to.language) or next(iter(row.pages.values()))
    return told(
        {
            "code": row.structure.code,
            "name": words.say(lambda each: each.title),
            "names": {code: each.title for code, each in sorted(row.pages.items())},
            "needs": [need.slug for need in terms_by_pk("need", row.held.terms["need"], to.language)],
            "channels": list(dict.fromkeys(point.channel for point in row.held.points)),
            "url": to.root + (page.get_url() or ""),
        }
    )
