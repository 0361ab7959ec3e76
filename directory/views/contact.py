"""“I cannot phone”: the form, the page with the code, and the way to take everything back. Without script or cookie."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.access.answers import private
from core.access.codes import shown
from core.access.limits import Limit, TooOften, spend
from core.access.networks import network_key
from core.languages import current
from core.when import speech
from directory.forms.contact import ContactForm, EraseForm
from directory.models.contact import Said
from directory.selectors.finder import danger_lines
from directory.services.contact import Receipt, erase_request, repeated, submit

ERASURES = Limit("directory.contact_erase", times=10, within=timedelta(hours=1))


# Nobody is signed in here, so there is nothing that a foreign form could borrow; a key would need a cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """The form; after sending, the page that shows the code. Sent again, that page again."""
    now, language = timezone.localtime(), current()
    sent = request.POST if request.method == "POST" else None
    network = network_key(request, now) if sent is not None else ""

    def known(said: Said) -> bool:
        return repeated(said, network=network, at=now) is not None

    form = ContactForm(sent, language=language, at=now, known=known)
    status = 200
    if sent is not None and form.is_valid():
        zone = timezone.get_default_timezone()
        try:
            receipt = submit(form.said(), network=network, at=now, zone=zone, suspect=form.is_suspect)
        except TooOften as refusal:
            form.refuse(_too_often(refusal))
            status = 429
        else:
            return _page(request, "directory/contact_sent.html", _receipt(receipt, language, form))
    title = _("Write to us, if you cannot phone")
    return _page(request, "directory/contact.html", {"title": title, "form": form}, status=status)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def contact_erase(request: HttpRequest) -> HttpResponse:
    """A code, and the request that belongs to it is gone."""
    now, language = timezone.localtime(), current()
    sent = request.POST if request.method == "POST" else None
    form = EraseForm(sent, language=language, at=now, use_required_attribute=False)
    erased, status = False, 200
    if sent is not None and form.is_valid():
        try:
            spend(ERASURES, network_key(request, now), at=now)
            erased = bool(erase_request(form.cleaned_data["code"]))
        except TooOften as refusal:
            form.add_error(None, _too_often(refusal))
            status = 429
        else:
            if not erased:
                form.add_error("code", _("Nothing is kept under this code. Perhaps it is deleted already."))
        if not erased:
            form.ask_again()
    context = {"title": _("Delete my request"), "form": form, "erased": erased}
    return _page(request, "directory/contact_erase.html", context, status=status)


def _too_often(refusal: TooOften) -> str:
    sentence = _(
        "Many requests came from your network. Try again in %(minutes)s minutes; what you wrote stays on this page."
    )
    return sentence % {"minutes": refusal.minutes}


def _receipt(receipt: Receipt, language: str, form: ContactForm) -> dict[str, object]:
    today = timezone.localdate()
    words = speech(language)
    return {
        "title": _("We have your request"),
        "code": shown(receipt.code),
        "until": words.the_weekday_date(receipt.answer_by, today),
        "gone": words.the_weekday_date(receipt.gone_on, today),
        "said": form.said(),
    }


def _page(request: HttpRequest, template: str, context: dict[str, object], *, status: int = 200) -> HttpResponse:
    """A page that is nobody's business: with a quick exit, not kept by the browser."""
    context |= {"sensitive": True, "danger": danger_lines(current())}
    return private(render(request, template, context, status=status))
