"""The desk for the map: send a file of borders, see what would be drawn, take it; or have no map."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from core.editing.menus import GuardedMenuItem
from core.terms import terms
from directory.forms.outlines import BordersForm
from directory.geography.drawing import frame_of
from directory.geography.drawing import path as path_of
from directory.geography.reading import MapRefused
from directory.selectors.outlines import plan
from directory.services.importing.runs import MAY_IMPORT
from directory.services.outlines import Borders, read_borders, remove_outlines, replace_outlines

SALT, HOUR = "directory.map", 3600


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAY_IMPORT, raise_exception=True)
def desk(request: HttpRequest) -> HttpResponse:
    """The map as it is; a file that is sent is drawn beside it, and nothing is written."""
    form = BordersForm(request.POST or None, request.FILES or None)
    borders = _read(form) if request.method == "POST" and form.is_valid() else None
    drawn = plan()
    context: dict[str, Any] = {"form": form, "borders": borders, "drawn": drawn}
    if borders:
        context["token"] = signing.dumps(asdict(borders), salt=SALT, compress=True)
        context["new"] = _picture((key, area["polygons"], area["middle"]) for key, area in borders.areas.items())
    if drawn:
        keys = {term.pk: term.slug for term in terms("community", settings.LANGUAGE_CODE)}
        context["old"] = _picture((keys[each.community], each.polygons, each.middle) for each in drawn.outlines)
    return TemplateResponse(request, "directory/admin/map.html", context)


@require_POST
@permission_required(MAY_IMPORT, raise_exception=True)
def step(request: HttpRequest) -> HttpResponse:
    """Take what was shown, or remove the map."""
    if request.POST.get("do") == "remove":
        remove_outlines(by=request.user)
        messages.success(request, _("There is no map any more."))
    else:
        _take(request)
    return redirect("directory_map")


def _take(request: HttpRequest) -> None:
    try:
        read = signing.loads(request.POST.get("token", ""), salt=SALT, max_age=HOUR)
        replace_outlines(Borders(**read), by=request.user)
    except (signing.BadSignature, KeyError):  # a community that was there an hour ago may be gone
        messages.error(request, _("It is too long since the file was read. Send it again."))
    else:
        messages.success(request, _("The maps are drawn by the new borders."))


def _read(form: BordersForm) -> Borders | None:
    typed = form.cleaned_data
    how = {name: typed[name] for name in ("named_by", "schematic", "source")}
    try:
        return read_borders(typed["file"].read(), **how)
    except MapRefused as refusal:
        form.add_error("file", refusal)
        return None


def _picture(areas: Iterable[tuple[str, Any, Any]]) -> dict[str, Any]:
    """What the template draws: the areas with their keys."""
    areas = list(areas)
    frame = frame_of(point for _key, polygons, _middle in areas for polygon in polygons for point in polygon[0])
    drawn = [(key, path_of(polygons, frame), *frame.place(*middle)) for key, polygons, middle in areas]
    return {"frame": frame, "areas": drawn}


def menu_item() -> GuardedMenuItem:
    return GuardedMenuItem(
        gettext_lazy("Map"), reverse("directory_map"), rights=(MAY_IMPORT,), name="map", icon_name="site", order=216
    )


def admin_urls() -> list[Any]:
    """Addresses below the admin's."""
    return [path("map/", desk, name="directory_map"), path("map/step/", step, name="directory_map_step")]
