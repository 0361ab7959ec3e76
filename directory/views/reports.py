"""“Is something wrong?”: the form of readers, on an address of its own, without script and without a cookie."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core.access.limits import Limit, TooOften, spend
from core.access.networks import network_key
from core.errors import too_many_requests
from core.languages import current
from core.when import speech
from directory.forms.reports import ReportForm
from directory.models import Structure
from directory.models.choices import Status
from directory.selectors.hours import calendar
from directory.selectors.pages import page_of_code
from directory.services.verification import take_report

WORKING_DAYS = 2
REPORTS = Limit("directory.reports", times=20, within=timedelta(hours=1))


# Nobody is signed in here, so there is nothing that a foreign form could borrow; a key would need a cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, code: str) -> HttpResponse:
    """The form; what is sent is kept, and the reader is told until when we look."""
    structure = _structure(code)
    page = page_of_code(code, current())
    sent = request.POST if request.method == "POST" else None
    form = ReportForm(sent, initial={"kind": request.GET.get("kind")}, use_required_attribute=False)
    if request.method != "POST" or not form.is_valid():
        context = {"title": _("Is something wrong?"), "form": form, "page_title": page.title if page else ""}
        return render(request, "directory/report.html", context)
    if form.is_by_a_programme():
        return redirect("directory:report_thanks", code=code)
    now = timezone.localtime()
    network = network_key(request, now)
    try:
        spend(REPORTS, network, at=now)
    except TooOften as refusal:
        return too_many_requests(request, refusal.minutes)
    said = {name: form.cleaned_data[name] for name in ("kind", "text", "email")}
    take_report(structure, network=network, at=now, day=now.date(), language=current(), **said)
    return redirect("directory:report_thanks", code=code)


@require_safe
def report_thanks(request: HttpRequest, code: str) -> HttpResponse:
    """The day until which somebody looks: two working days from now."""
    _structure(code)
    today = timezone.localdate()
    until = calendar().working_day(today, WORKING_DAYS)
    language = current()
    page = page_of_code(code, language)
    context = {
        "title": _("Thank you"),
        "day": speech(language).the_weekday_date(until, today),
        "back": page.get_url(request) if page else "",
        "page_title": page.title if page else "",
    }
    return render(request, "directory/report_thanks.html", context)


def _structure(code: str) -> Structure:
    return get_object_or_404(Structure.objects.exclude(status=Status.ENDED), code=code)
