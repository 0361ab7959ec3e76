"""What an editor of a structure should know: what is not said yet, and which structures look like the same one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.text import without_accents
from directory.models.access import ContactLine
from directory.models.choices import AT_A_PLACE, CostKind
from directory.models.structure import Structure

PAGES = {"el": _("page in Greek"), "en": _("page in English")}


@dataclass(frozen=True, slots=True)
class Alike:
    """Another structure, and what the two have in common, in words."""

    pk: int
    label: str
    why: Any


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
    return (*absent, *(word for code, word in PAGES.items() if code not in written))


def alike(structure: Structure) -> tuple[Alike, ...]:
    """Other structures with the same name, a number or a place of this one, each once (three queries)."""
    found: dict[int, Alike] = {}
    for other in _alike(structure):
        found.setdefault(other.pk, other)
    return tuple(found.values())


def _alike(structure: Structure) -> Iterator[Alike]:
    others = Structure.objects.exclude(pk=structure.pk)
    name = without_accents(structure.label)
    for pk, label in others.values_list("pk", "label"):
        if without_accents(label) == name:
            yield Alike(pk, label, _("the same name"))
    numbers = ContactLine.objects.filter(access_point__structure=structure).values("number")
    for pk, label in others.filter(access_points__lines__number__in=numbers).values_list("pk", "label").distinct():
        yield Alike(pk, label, _("the same number"))
    places = structure.access_points.filter(location__isnull=False).values("location")
    for pk, label in others.filter(access_points__location__in=places).values_list("pk", "label").distinct():
        yield Alike(pk, label, _("the same place"))
