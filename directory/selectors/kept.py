"""What readers keep on their own device: codes there, everything else here, and neither learns of the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import OuterRef, Subquery

from core.formats import phone
from core.snapshot import snapshot
from directory.models.access import ContactLine
from directory.models.choices import CALLABLE, Status
from directory.models.structure import Structure
from directory.selectors.near import titles
from directory.selectors.organisations import organisations

MOST = 20


@dataclass(frozen=True, slots=True)
class Kept:
    """A structure on somebody's list."""

    code: str
    name: str
    language: str
    number: str
    label: str


@snapshot("directory.kept", tags={"list:directory"})
def everything(language: str) -> tuple[Kept, ...]:
    """All structures that may stand on a list, so that a device asks for all and tells nothing (two queries)."""
    lines = ContactLine.objects.filter(access_point__structure=OuterRef("pk"), kind__in=CALLABLE)
    first = lines.order_by("access_point__sort_order", "sort_order").values("number")[:1]
    rows = (
        Structure.objects.filter(sensitive=False)
        .exclude(status=Status.ENDED)
        .annotate(number=Subquery(first))
        .order_by("code")
        .values_list("pk", "code", "organisation", "number")
    )
    named, bodies = titles(language), organisations(language)
    found = []
    for pk, code, body, own in rows:
        if pk in named:
            number = own or bodies[body].number
            found.append(Kept(code, *named[pk], number, phone(number) if number else ""))
    return tuple(found)


def pages_of(codes: Sequence[str], language: str) -> list[Any]:
    """Live pages of these structures in a language, in the order of the codes, without unknown ones (one query)."""
    pages = (
        apps.get_model("directory.StructurePage")
        .objects.live()
        .filter(structure__code__in=codes[:MOST], structure__sensitive=False, locale__language_code=language)
        .exclude(structure__status=Status.ENDED)
        .select_related("structure", "alias_of__locale")
    )
    by_code = {page.structure.code: page for page in pages}
    return [by_code[code] for code in codes if code in by_code]
