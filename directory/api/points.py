"""Public places as points, for the reader's device to sort: no request carries a position."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from core.cache import cacheable, collect
from directory.api.coverage import language_of
from directory.selectors.near import spots


@cacheable(parameters={"lang"})
def points_json(request: HttpRequest) -> HttpResponse:
    """`[code, latitude, longitude, name]` for each; four decimals, withheld and wandering places are not among them."""
    collect("list:directory")
    rows = [[spot.code, spot.lat, spot.lon, spot.name] for spot in spots(language_of(request))]
    return JsonResponse({"points": rows}, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
