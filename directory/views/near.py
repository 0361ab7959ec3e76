"""Near me: sorted on the reader's device; without script by a landmark, or by community."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.cache import cacheable, collect
from core.languages import current
from directory.selectors.near import Spot, landmarks, nearest, sketch, spots
from directory.selectors.outlines import plan
from directory.selectors.pages import community_tiles, index_url

MOST = 20
STEP = 50  # metres: nearer than that nobody can tell by a line through houses
KILOMETRE = 1000


@require_safe
@cacheable(parameters={"from"})
def near(request: HttpRequest) -> HttpResponse:
    """`from` is a landmark, a public place: the place of the reader is never asked for."""
    language = current()
    collect("list:directory", "terms", "site")
    marks = landmarks(language)
    here = next((mark for mark in marks if mark.slug == request.GET.get("from")), None)
    found = nearest(spots(language), here, MOST) if here else ()
    context = {
        "title": _("Near me"),
        "marks": marks,
        "here": here,
        "found": [{"spot": spot, "far": far(spot)} for spot in found],
        "map": sketch(found, here, plan()) if here and found else None,
        "has_points": bool(spots(language)),
        "tiles": community_tiles(language),
        "index_url": index_url(language),
        "language": language,
    }
    return render(request, "directory/near.html", context)


def far(spot: Spot) -> str:
    """“about 600 m”, “about 1.2 km”, as near.js says it."""
    metres = max(STEP, round((spot.metres or 0) / STEP) * STEP)
    if metres < KILOMETRE:
        return _("about %(metres)s m") % {"metres": metres}
    return _("about %(kilometres)s km") % {"kilometres": number_format(metres / KILOMETRE, 1)}
