"""The emergency desk: drafts by one person, decisions by another, on a phone as well as at a desk."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from core.accounts.confirming import confirm_url, confirmation
from core.editing.menus import GuardedMenuItem
from core.exports import csv_download, csv_lines
from core.languages import current
from core.text import whole_number
from directory.forms.emergencies import (
    ActivationForm,
    ApproveForm,
    EndForm,
    LongerForm,
    PlaceForm,
)
from directory.models import AccessPoint, Activation, ActivationOverride
from directory.models.activation import SECOND_PERSON, ActivationKind, ActivationState
from directory.selectors.emergency_desk import LOG_COLUMNS, log_rows, places_named, plans_of
from directory.selectors.emergency_desk import desk as read_desk
from directory.services import emergencies
from directory.services.emergencies import APPROVE, PROPOSE, is_in_force
from directory.views.desks import said_or_refused

View = Callable[..., HttpResponse]


def for_staff(*rights: str) -> Callable[[View], View]:
    """Let in whoever holds one of the rights."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not any(request.user.has_perm(right) for right in rights):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


@require_safe
@for_staff(PROPOSE, APPROVE)
def desk(request: HttpRequest) -> HttpResponse:
    """What waits, what holds, drafts, what was, and a button per kind to begin one."""
    context = {"desk": read_desk(timezone.now()), "kinds": ActivationKind.choices}
    return TemplateResponse(request, "directory/admin/emergencies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff(PROPOSE)
def begin(request: HttpRequest, kind: str) -> HttpResponse:
    """A new one of a kind, ready to be proposed: the words are there, the end has to be chosen."""
    if kind not in ActivationKind.values:
        return redirect("directory_emergencies")
    sent = request.POST if request.method == "POST" else None
    form = ActivationForm(sent, kind=kind, language=current())
    if sent is not None and form.is_valid():
        made = _drafted(request, form)
        if made and sent.get("do") == "propose":
            return propose(request, made.pk)
        if made:
            return redirect("directory_emergency", made.pk)
    context = {"form": form, "kind": ActivationKind(kind).label, "plans": plans_of(kind), "is_new": True}
    return TemplateResponse(request, "directory/admin/emergency_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff(PROPOSE)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Words and times of a draft; a proposal is void afterwards."""
    activation = get_object_or_404(Activation, pk=pk)
    sent = request.POST if request.method == "POST" else None
    form = ActivationForm(sent, kind=activation.kind, language=current(), activation=activation)
    if sent is not None and form.is_valid():
        said, now = form.said(), timezone.now()
        if _done(request, lambda: emergencies.edit(activation, said, by=request.user, at=now), form):
            return redirect("directory_emergency", pk)
    context = {"form": form, "kind": activation.get_kind_display(), "activation": activation}
    return TemplateResponse(request, "directory/admin/emergency_form.html", context)


@require_safe
@for_staff(PROPOSE, APPROVE)
def one(request: HttpRequest, pk: int, *, approve_form: ApproveForm | None = None, status: int = 200) -> HttpResponse:
    """One emergency: what it says and changes, who did what, and the buttons that fit."""
    activation = get_object_or_404(Activation.objects.select_related("proposed_by", "approved_by"), pk=pk)
    now = timezone.now()
    is_waiting = activation.state == ActivationState.PROPOSED
    seen = activation.proposed_at if is_waiting else activation.longer_at
    places = activation.overrides.select_related("access_point__structure", "location")
    confirmed, here = confirmation(request), reverse("directory_emergency", args=[pk])
    context = {
        "activation": activation,
        "confirm_url": "" if confirmed and confirmed.holds(request.user, now) else confirm_url(request, here),
        "words": list(activation.words.all()),
        "places": list(places),
        "log": list(activation.log.select_related("person")),
        "holds": is_in_force(activation, now),
        "is_over": activation.until <= now,
        "can_edit": activation.state in (ActivationState.DRAFT, ActivationState.PROPOSED),
        "decides": bool(seen) and activation.until > now and request.user.has_perm(APPROVE),
        "is_own": request.user.pk in activation.first_persons,
        "second_person": SECOND_PERSON,
        "approve_form": approve_form or ApproveForm(initial={"seen": seen.isoformat() if seen else ""}),
        "end_form": EndForm(),
        "longer_form": LongerForm(),
    }
    return TemplateResponse(request, "directory/admin/emergency.html", context, status=status)


@require_POST
@for_staff(PROPOSE)
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Put it before a second person."""
    activation, now, confirmed = get_object_or_404(Activation, pk=pk), timezone.now(), confirmation(request)
    _done(request, lambda: emergencies.propose(activation, by=request.user, confirmed=confirmed, at=now))
    return redirect("directory_emergency", pk)


@require_POST
@for_staff(PROPOSE, APPROVE)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person: in force, or longer. What may not be is answered with 403 and its sentence."""
    activation, now = get_object_or_404(Activation, pk=pk), timezone.now()
    form = ApproveForm(request.POST)
    verb = emergencies.approve if activation.state != ActivationState.ACTIVE else emergencies.prolong
    if form.is_valid():
        try:
            verb(activation, by=request.user, confirmed=confirmation(request), at=now, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("It is in force until %(until)s.") % {"until": _said(activation)})
            return redirect("directory_emergency", pk)
    request.method = "GET"
    return one(request, pk, approve_form=form, status=403)


@require_POST
@for_staff(PROPOSE, APPROVE)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End it at once, with a reason."""
    activation, now = get_object_or_404(Activation, pk=pk), timezone.now()
    reason = request.POST.get("reason", "")
    _done(request, lambda: emergencies.end(activation, by=request.user, reason=reason, at=now))
    return redirect("directory_emergency", pk)


@require_POST
@for_staff(PROPOSE)
def longer(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a second person for more time."""
    activation, now, form = get_object_or_404(Activation, pk=pk), timezone.now(), LongerForm(request.POST)
    if form.is_valid():
        until = form.cleaned_data["until"]
        who = {"by": request.user, "confirmed": confirmation(request)}
        _done(request, lambda: emergencies.propose_longer(activation, until=until, at=now, **who))
    else:
        messages.error(request, " ".join(form.errors["until"]))
    return redirect("directory_emergency", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff(PROPOSE)
def places(request: HttpRequest, pk: int) -> HttpResponse:
    """Which places open or close: found by name, set one by one."""
    activation = get_object_or_404(Activation, pk=pk)
    form = PlaceForm(request.POST if request.method == "POST" else None, today=timezone.localdate())
    if request.method == "POST" and _set_place(request, activation, form):
        return redirect("directory_emergency_places", pk)
    typed = request.GET.get("q", "") or request.POST.get("q", "")
    context = {
        "activation": activation,
        "typed": typed,
        "found": places_named(typed),
        "form": form,
        "places": list(activation.overrides.select_related("access_point__structure", "location")),
    }
    return TemplateResponse(request, "directory/admin/emergency_places.html", context)


@require_safe
@for_staff(PROPOSE, APPROVE)
def log_csv(request: HttpRequest) -> HttpResponse:
    """Everything that was ever done, for a spreadsheet."""
    return csv_download(csv_lines(LOG_COLUMNS, log_rows(), bom=True), name="emergencies")


def _drafted(request: HttpRequest, form: ActivationForm) -> Activation | None:
    """What was typed as a draft; None, and the reason in the form, when it may not be."""
    now, sent = timezone.now(), request.POST
    plan = plans_of(form.kind).filter(pk=whole_number(sent.get("plan", ""))).first()
    try:
        made = emergencies.draft(form.said(), by=request.user, at=now, drill=bool(sent.get("drill")), plan=plan)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return None
    messages.success(request, _("Done."))
    return made


def _set_place(request: HttpRequest, activation: Activation, form: PlaceForm) -> bool:
    now, sent = timezone.now(), request.POST
    known = activation.overrides.filter(pk=whole_number(sent.get("remove", ""))).first()
    if known:
        return _done(request, lambda: emergencies.remove_place(known, by=request.user, at=now))
    point = AccessPoint.objects.filter(pk=whole_number(sent.get("point", ""))).first()
    if point is None or not form.is_valid():
        return False
    row = ActivationOverride(activation=activation, access_point=point, **form.cleaned_data)
    return _done(request, lambda: emergencies.set_place(row, by=request.user, at=now), form)


def _done(request: HttpRequest, act: Callable[[], Any], form: BaseForm | None = None) -> bool:
    return said_or_refused(request, act, _("Done."), form)


def _said(activation: Activation) -> str:
    activation.refresh_from_db(fields=["until"])
    return f"{timezone.localtime(activation.until):%d/%m/%Y %H:%M}"


class EmergencyPanel(Component):
    """What waits and what holds, on the start page of those who decide."""

    order = 100
    template_name = "directory/admin/emergencies_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"heading": _("Emergencies"), "desk": read_desk(timezone.now())}


def menu_item() -> GuardedMenuItem:
    return GuardedMenuItem(
        gettext_lazy("Emergencies"),
        reverse("directory_emergencies"),
        rights=(PROPOSE, APPROVE),
        name="emergencies",
        icon_name="warning",
        order=90,
    )


def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm(PROPOSE) or request.user.has_perm(APPROVE):
        panels.append(EmergencyPanel())


def admin_urls() -> list[Any]:
    """Addresses below the admin's."""
    return [
        path("emergencies/", desk, name="directory_emergencies"),
        path("emergencies/log.csv", log_csv, name="directory_emergencies_csv"),
        path("emergencies/new/<slug:kind>/", begin, name="directory_emergency_new"),
        path("emergencies/<int:pk>/", one, name="directory_emergency"),
        path("emergencies/<int:pk>/change/", change, name="directory_emergency_change"),
        path("emergencies/<int:pk>/places/", places, name="directory_emergency_places"),
        path("emergencies/<int:pk>/propose/", propose, name="directory_emergency_propose"),
        path("emergencies/<int:pk>/decide/", decide, name="directory_emergency_decide"),
        path("emergencies/<int:pk>/end/", end, name="directory_emergency_end"),
        path("emergencies/<int:pk>/longer/", longer, name="directory_emergency_longer"),
    ]
