"""The pages behind the links of our letters: a body looks at what readers see and presses one button.

GET changes nothing, because mail programmes open links before people do.
"""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access.answers import private
from core.access.links import LinkRefused
from core.languages import current
from directory.checks import fact_hash
from directory.forms.checks import ChangeForm
from directory.models import Structure, StructurePage
from directory.models.verification import CheckHow
from directory.pages.asking import asked_for
from directory.pages.structure_show import StructureShow
from directory.selectors.checks import answered_since, structure_of_link
from directory.selectors.structures import structure_detail
from directory.services.letters import ask_again
from directory.services.proposals import propose_change
from directory.services.verification import AlreadyAnswered, answering, confirm
from directory.verify_links import VerifyLink, read_link

Inner = Callable[[HttpRequest, str, VerifyLink, Structure], HttpResponse]


def by_link(inner: Inner) -> Callable[[HttpRequest, str], HttpResponse]:
    """Let in whoever holds a link that is whole, not too old and not used; others read what to do."""

    # The link itself is the proof; nobody is signed in, and a key would need a cookie.
    @csrf_exempt
    @wraps(inner)
    def view(request: HttpRequest, token: str) -> HttpResponse:
        try:
            link = read_link(token)
        except LinkRefused:
            return _answer(request, "broken", status=404)
        structure = structure_of_link(link.structure)
        if structure is None:
            return _answer(request, "broken", status=404)
        if link.expired(timezone.now()):
            return _answer(request, "expired", token=token, status=410)
        if answered_since(structure, link.issued):
            return _answer(request, "used", token=token, status=410)
        try:
            return private(inner(request, token, link, structure))
        except AlreadyAnswered:
            return _answer(request, "used", token=token, status=410)

    return view


@require_safe
@by_link
def verify(request: HttpRequest, token: str, link: VerifyLink, structure: Structure) -> HttpResponse:
    """What readers see of the structure, and two buttons."""
    page = _page_of(structure)
    context = {
        "title": structure.label,
        "token": token,
        "changed_since": fact_hash(structure) != link.fact_hash,
        "seen": fact_hash(structure),
    }
    if page:
        asked = asked_for(page, request)
        show = StructureShow(page, structure_detail(structure.pk, asked), today=asked.today)
        context |= {"title": page.title, "summary": page.summary, "show": show}
    return render(request, "directory/verify.html", context)


@require_POST
@by_link
def verify_confirm(request: HttpRequest, token: str, link: VerifyLink, structure: Structure) -> HttpResponse:
    """“All is right”: of the facts that stood on the page, not of others that were written meanwhile."""
    if request.POST.get("seen") != fact_hash(structure):
        return redirect("directory:verify", token=token)
    now, zone = timezone.localtime(), timezone.get_default_timezone()
    with answering(structure, since=link.issued) as locked:
        confirm(locked, how=CheckHow.LINK, by=str(locked.organisation), at=now, zone=zone)
    return _answer(request, "confirmed")


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def verify_change(request: HttpRequest, token: str, link: VerifyLink, structure: Structure) -> HttpResponse:
    """“Something has changed”: the facts as fields; an editor looks before readers see them."""
    sent = request.POST if request.method == "POST" else None
    now = timezone.localtime()
    form = ChangeForm(sent, structure=structure, today=now.date(), use_required_attribute=False)
    if sent is not None and form.is_valid():
        try:
            with answering(structure, since=link.issued) as locked:
                propose_change(
                    locked,
                    form.changes(),
                    note=form.cleaned_data["note"],
                    closed=form.closed(),
                    rest_holds=form.cleaned_data["rest_holds"],
                    at=now,
                )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return _answer(request, "proposed")
    page = _page_of(structure)
    context = {"title": _("What has changed?"), "name": page.title if page else structure.label, "form": form}
    return render(request, "directory/verify_change.html", context | {"token": token})


@csrf_exempt
@require_POST
def verify_again(request: HttpRequest, token: str) -> HttpResponse:
    """A new link for an old one, sent to the address that we know and to no other."""
    try:
        structure = structure_of_link(read_link(token).structure)
    except LinkRefused:
        structure = None
    if structure is None:
        return _answer(request, "broken", status=404)
    ask_again(structure, at=timezone.localtime(), zone=timezone.get_default_timezone())
    return _answer(request, "sent")


def _page_of(structure: Structure) -> StructurePage | None:
    pages = {page.locale.language_code: page for page in structure.pages.live().select_related("locale")}
    return pages.get(current()) or next(iter(pages.values()), None)


def _answer(request: HttpRequest, kind: str, *, status: int = 200, **more: str) -> HttpResponse:
    title = {
        "broken": _("This link is not whole"),
        "expired": _("The link has expired"),
        "used": _("You have answered already"),
        "confirmed": _("Thank you"),
        "proposed": _("Thank you"),
        "sent": _("Look into your letters"),
    }[kind]
    context = {"title": title, "kind": kind, **more}
    return private(render(request, "directory/verify_answer.html", context, status=status))
