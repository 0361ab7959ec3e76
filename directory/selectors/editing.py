"""What an editor of a structure should know: what is not said yet, and which structures look like the same one."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.readable import IN_LANGUAGE
from directory.models.choices import AT_A_PLACE, CostKind
from directory.models.structure import Structure
from directory.selectors.alike import Alike, looks_of, read_register


def lacking(structure: Structure) -> tuple[Any, ...]:
    """What readers would want to know and nobody has written yet, in words (at most seven queries)."""
    points = list(structure.access_points.select_related("location").prefetch_related("schedules"))
    places = [point.location for point in points if point.channel in AT_A_PLACE and point.location]
    is_said: tuple[tuple[Any, Callable[[], bool]], ...] = (
        (_("ways in"), lambda: bool(points)),
        (_("hours"), lambda: any(list(point.schedules.all()) for point in points)),
        (_("languages"), structure.language_offers.exists),
        (_("accessibility"), lambda: not places or any(place.accessibility.exists() for place in places)),
        (_("documents to bring"), lambda: structure.without_papers is True or structure.documents.exists()),
        (_("who may come"), structure.rules.exists),
        (_("cost"), lambda: structure.cost != CostKind.UNKNOWN),
        (_("check by the body"), lambda: structure.checked_on is not None),
    )
    absent = [word for word, said in is_said if not said()]
    written = set(structure.pages.filter(live=True).values_list("locale__language_code", flat=True))
    return (*absent, *(_page_in(code) for code in settings.HUB_NEEDED_LANGUAGES if code not in written))


def _page_in(code: str) -> Any:
    return format_lazy(_("page {in_language}"), in_language=IN_LANGUAGE[code])


def alike(structure: Structure) -> tuple[Alike, ...]:
    """Other structures with the same name, a number or a place of this one, each once (read as they are now)."""
    return read_register().like(looks_of(structure), but=structure.pk)
