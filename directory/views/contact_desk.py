"""The desk of those who answer requests for contact: a list without words, one request with them, three buttons."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from core.editing.menus import GuardedMenuItem
from core.languages import current
from directory.models import ContactRequest
from directory.selectors.contact import contact_counts, contact_rows, written
from directory.services.contact import RIGHT, answer, close, erase_request, open_request, take
from directory.views.desks import said_or_refused

handlers_only = permission_required(RIGHT, raise_exception=True)


class ContactsPanel(Component):
    """How many wait, on the start page of those who answer."""

    order = 140
    template_name = "directory/admin/contacts_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"heading": _("Requests for contact"), "counts": contact_counts(timezone.localdate())}


@require_safe
@handlers_only
def desk(request: HttpRequest) -> HttpResponse:
    """What waits, the longest first; nothing of what was written."""
    context = {"rows": contact_rows(timezone.localdate())}
    return TemplateResponse(request, "directory/admin/contacts.html", context)


@require_safe
@handlers_only
def opened(request: HttpRequest, pk: int) -> HttpResponse:
    """One request with its words. The history keeps who looked."""
    try:
        found = open_request(pk, by=request.user)
    except ContactRequest.DoesNotExist as error:
        raise Http404 from error
    said = found.opened()
    context = {"found": found, "is_lost": said is None, "rows": written(said, current()) if said else ()}
    return TemplateResponse(request, "directory/admin/contact.html", context)


@require_POST
@handlers_only
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """Take, answered, close."""
    found = get_object_or_404(ContactRequest.objects.unopened(), pk=pk)
    verbs: dict[str, tuple[Callable[..., None], str]] = {
        "take": (take, _("You answer this request.")),
        "answer": (answer, _("Answered.")),
        "close": (close, _("Closed.")),
    }
    verb, done = verbs.get(request.POST.get("do", ""), (None, ""))
    if verb is not None:
        said_or_refused(request, partial(verb, found, by=request.user, at=timezone.now()), done)
    return redirect("directory_contacts")


@require_POST
@handlers_only
def erase(request: HttpRequest) -> HttpResponse:
    """A person tells the code on the phone and wants the request gone."""
    if erase_request(request.POST.get("code", ""), by=request.user):
        messages.success(request, _("The request is deleted."))
    else:
        messages.error(request, _("Nothing is kept under this code. Perhaps it is deleted already."))
    return redirect("directory_contacts")


def menu_item() -> GuardedMenuItem:
    return GuardedMenuItem(
        gettext_lazy("Requests for contact"),
        reverse("directory_contacts"),
        rights=(RIGHT,),
        name="contacts",
        icon_name="mail",
        order=205,
    )


def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm(RIGHT):
        panels.append(ContactsPanel())


def admin_urls() -> list[Any]:
    """Addresses below the admin's."""
    return [
        path("contacts/", desk, name="directory_contacts"),
        path("contacts/erase/", erase, name="directory_contact_erase"),
        path("contacts/<int:pk>/", opened, name="directory_contact"),
        path("contacts/<int:pk>/step/", step, name="directory_contact_step"),
    ]
