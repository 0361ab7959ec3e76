"""“Emergencies”: what is open because of one that holds now, and which there were."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.cache import cacheable, collect
from core.hooks import Strip
from core.languages import current
from directory.pages.asking import asked_in
from directory.selectors.emergencies import past, running, strip
from directory.selectors.pages import live_pages
from directory.selectors.shapes import StructureCard
from directory.selectors.structures import structure_cards


@dataclass(frozen=True, slots=True)
class Now:
    """An emergency that holds, with the places that it opens."""

    strip: Strip
    cards: tuple[StructureCard, ...]


@require_safe
@cacheable()
def emergencies(request: HttpRequest) -> HttpResponse:
    """The page that the red strip leads to."""
    collect("emergencies", "list:directory")
    language = current()
    asked = asked_in(language, request)
    holding = running(asked.at)
    wanted = {each.uuid: {place.structure for place in each.places if place.hours.kind == "open"} for each in holding}
    pages = list(live_pages(language).filter(structure__in=set().union(*wanted.values())).select_related("structure"))
    cards = dict(zip([page.structure_id for page in pages], structure_cards(pages, asked), strict=True))
    now = [
        Now(strip(each, language, asked.at), tuple(card for pk, card in cards.items() if pk in wanted[each.uuid]))
        for each in holding
    ]
    context = {"title": _("Emergency activations"), "now": now, "past": past(language)}
    return render(request, "directory/emergencies.html", context)
