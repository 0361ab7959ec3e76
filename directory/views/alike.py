"""For the form of a structure: which others may be the same, while it is typed."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from directory import phones
from directory.models.access import short_numbers
from directory.models.structure import Structure
from directory.selectors.alike import LONGEST_NAME, Looks, place_keys, register

RIGHTS = ("directory.add_structure", "directory.change_structure")
MOST = 20  # numbers and places of one form


@never_cache
@require_safe
def alike(request: HttpRequest) -> JsonResponse:
    """Structures with the same name, numbers or places as `name`, `number` and `place` (keys), but for `but`."""
    if not any(request.user.has_perm(right) for right in RIGHTS):
        raise PermissionDenied
    names = tuple(name[:LONGEST_NAME] for name in request.GET.getlist("name")[:1])
    places = place_keys(_keys(request.GET.getlist("place")))
    looks = Looks(names, tuple(_numbers(request.GET.getlist("number"))), places)
    but = next(iter(_keys([request.GET.get("but", "")])), None)
    found = register().like(looks, but=but, beginnings=True)
    return JsonResponse({"alike": [_row(each) for each in found]})


def _row(other: Any) -> dict[str, str]:
    url = reverse(Structure.snippet_viewset.get_url_name("edit"), args=[other.pk])
    return {
        "label": other.label,
        "code": other.code,
        "url": url,
        "why": ", ".join(str(why) for why in other.why),
    }


def _keys(typed: list[str]) -> list[int]:
    return [int(key) for key in typed[:MOST] if key.isdecimal() and len(key) < 10]


def _numbers(typed: list[str]) -> list[str]:
    """Those that are numbers already; somebody may still be typing."""
    found = []
    for number in typed[:MOST]:
        try:
            found.append(phones.parse(number, short_numbers=short_numbers()))
        except phones.PhoneRefused:
            continue
    return found


def admin_urls() -> list[Any]:
    """Addresses below the admin's."""
    return [path("structures/alike/", alike, name="directory_alike")]
