"""Withholding the address of a structure: what will happen, then doing it; reading it, for the few who may."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from core.crypto import Unreadable
from directory.forms.withheld import AddressForm, NewAddressForm, PublishForm
from directory.models import Location, Structure
from directory.sensitive import MAY_READ, MAY_WITHHOLD
from directory.services.addresses import change_address, hide_address, publish_addresses, read_address
from directory.services.withholding import rehearse, withhold_structure
from directory.views.desks import said_or_refused


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAY_WITHHOLD, raise_exception=True)
def withhold(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows what withholding would change, POST does it."""
    structure = get_object_or_404(Structure, pk=pk)
    now, zone = timezone.localtime(), timezone.get_default_timezone()
    if request.method == "POST":
        withhold_structure(structure, by=request.user, at=now, zone=zone)
        messages.success(request, _("The address of “%(structure)s” is withheld.") % {"structure": structure})
        return redirect("directory_withhold", pk)
    places = Location.objects.filter(access_points__structure=structure, sensitive=True).distinct()
    context = {
        "structure": structure,
        "outcome": rehearse(structure, at=now, zone=zone),
        "kept": places if request.user.has_perm(MAY_READ) else (),
        "publish_form": PublishForm(),
        "edit_url": reverse(Structure.snippet_viewset.get_url_name("edit"), args=[pk]),
    }
    return TemplateResponse(request, "directory/admin/withhold.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAY_WITHHOLD, raise_exception=True)
def hide(request: HttpRequest) -> HttpResponse:
    """A new location that is withheld at once: what is typed here stands encrypted and nowhere else."""
    form = NewAddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        place = hide_address(form.address(), cities=form.cities(), by=request.user)
        said = _("Withheld. Choose it at the way in by its code: %(code)s.") % {"code": place.code}
        messages.success(request, said)
        return redirect(Location.snippet_viewset.get_url_name("list"))
    return TemplateResponse(request, "directory/admin/hide_address.html", {"form": form})


@never_cache
@require_POST
@permission_required(MAY_READ, raise_exception=True)
def address(request: HttpRequest, pk: int) -> HttpResponse:
    """A withheld address, in a form that puts it right. By POST: reading it writes a line of history."""
    place = get_object_or_404(Location, pk=pk, sensitive=True)
    if "street" in request.POST:
        return _change(request, place)
    try:
        form = AddressForm(address=read_address(place, by=request.user))
    except Unreadable:
        form = AddressForm()
        messages.error(request, _("No key of the hub opens this address any more."))
    return _shown(request, place, form)


def _change(request: HttpRequest, place: Location) -> HttpResponse:
    form = AddressForm(request.POST)
    if form.is_valid():
        change_address(place, form.address(), by=request.user)
        messages.success(request, _("The withheld address is changed. Nobody sees it but keepers."))
        point = place.access_points.first()
        if point is None:
            return redirect(Location.snippet_viewset.get_url_name("list"))
        return redirect("directory_withhold", point.structure_id)
    return _shown(request, place, form)


def _shown(request: HttpRequest, place: Location, form: AddressForm) -> HttpResponse:
    return TemplateResponse(request, "directory/admin/withheld_address.html", {"place": place, "form": form})


@require_POST
@permission_required((MAY_READ, MAY_WITHHOLD), raise_exception=True)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the addresses of a structure public again, once it is ticked that this is meant."""
    structure, now, notes = get_object_or_404(Structure, pk=pk), timezone.localtime(), []
    if not PublishForm(request.POST).is_valid():
        messages.error(request, _("Tick first that you know what happens."))
        return redirect("directory_withhold", pk)
    zone = timezone.get_default_timezone()
    if said_or_refused(
        request,
        lambda: notes.extend(publish_addresses(structure, by=request.user, at=now, zone=zone)),
        _("The address of “%(structure)s” is public again.") % {"structure": structure},
    ):
        for note in notes:
            messages.warning(request, _("Write this note again at its way in: %(note)s") % {"note": note})
    return redirect("directory_withhold", pk)


def listing_buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterable[Button]:
    """“Withhold the address” beside each structure, for those who may."""
    if isinstance(snippet, Structure) and user.has_perm(MAY_WITHHOLD):
        url = reverse("directory_withhold", args=[snippet.pk])
        yield Button(_("Withhold the address"), url, icon_name="lock", priority=80)


def admin_urls() -> list[Any]:
    """Addresses below the admin's."""
    return [
        path("withhold/<int:pk>/", withhold, name="directory_withhold"),
        path("withhold/<int:pk>/publish/", publish, name="directory_publish_address"),
        path("withheld/add/", hide, name="directory_hide_address"),
        path("withheld/<int:pk>/", address, name="directory_withheld_address"),
    ]
