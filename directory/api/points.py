"""Public places as points, for the reader's device to sort: no request carries a position."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from core.cache import cacheable, collect
from directory.api.coverage import language_of
from directory.selectors.near import spots


@cacheable(parameters={"lang"})
def points_json(request: HttpRequest) -> HttpResponse:
    """Columns in the order of names: `codes` is one text of five letters each, `lats` and `lons` have four decimals.

    By columns ten thousand places are 110 kB on the way, as rows 160. Withheld and wandering places are not among them.
    """
    collect("list:directory")
    rows = sorted(spots(language_of(request)), key=lambda spot: (spot.name, spot.code))
    columns = {
        "codes": "".join(spot.code for spot in rows),
        "lats": [spot.lat for spot in rows],
        "lons": [spot.lon for spot in rows],
        "names": [spot.name for spot in rows],
    }
    return JsonResponse(columns, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
