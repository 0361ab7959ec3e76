"""The desk of people who check: what is overdue, what readers and bodies say, one structure with its history."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from core.exports import csv_download, csv_lines
from directory.checks import MAY_CHECK, risk_of
from directory.models import ProposedChange, ReaderReport, Structure
from directory.models.verification import CheckHow, CheckResult, ReportState
from directory.selectors.checks import (
    checked_share,
    desk_counts,
    open_proposals,
    open_reports,
    overdue,
    risk_table,
    structure_to_check,
)
from directory.selectors.emergency_desk import planned_points
from directory.services.letters import ask_about_report, ask_again
from directory.services.proposals import apply_change, refuse_change
from directory.services.verification import DECISIONS, confirm, decide, settle_report
from directory.views.desks import said_or_refused

COLUMNS = ("structure", "body", "risk", "due", "days", "checked_on", "reports", "doors", "email", "phone")
checkers_only = permission_required(MAY_CHECK, raise_exception=True)


@require_safe
@checkers_only
def desk(request: HttpRequest) -> HttpResponse:
    """Everything that waits, the heaviest first."""
    context = {
        "rows": overdue(timezone.localdate()),
        "reports": open_reports(),
        "proposals": open_proposals(),
        "states": [(state.value, state.label) for state in ReportState if state != ReportState.NEW],
    }
    return TemplateResponse(request, "directory/admin/checks.html", context)


@require_safe
@checkers_only
def overdue_csv(request: HttpRequest) -> HttpResponse:
    """The overdue structures for a spreadsheet."""
    rows = (
        {"structure": row.label, **{name: getattr(row, name) for name in COLUMNS[1:]}}
        for row in overdue(timezone.localdate())
    )
    return csv_download(csv_lines(COLUMNS, rows, bom=True), name="overdue")


@require_safe
@checkers_only
def checks_report(request: HttpRequest) -> HttpResponse:
    """How the checks stand by class of risk."""
    today = timezone.localdate()
    context = {"rows": risk_table(today), "share": checked_share(today), "counts": desk_counts(today)}
    return TemplateResponse(request, "directory/admin/checks_report.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@checkers_only
def check_structure(request: HttpRequest, pk: int) -> HttpResponse:
    """One structure: its history, and the buttons of who checks."""
    if request.method == "POST":
        _act(request, get_object_or_404(Structure, pk=pk))
        return redirect("directory_check", pk)
    try:
        structure = structure_to_check(pk)
    except Structure.DoesNotExist:
        return redirect("directory_checks")
    today = timezone.localdate()
    context = {
        "structure": structure,
        "history": list(structure.verifications.all()),
        "reports": list(structure.reports.all()),
        "proposals": list(structure.proposed_changes.all()),
        "risk": risk_of(structure, structure.access_points.all(), planned_points()),
        "due": structure.next_check_on,
        "days": (today - structure.next_check_on).days if structure.next_check_on else 0,
        "decisions": [(result.value, result.label) for result in DECISIONS],
        "edit_url": reverse(Structure.snippet_viewset.get_url_name("edit"), args=[pk]),
    }
    return TemplateResponse(request, "directory/admin/check.html", context)


def _line(sent: QueryDict, name: str, longest: int = 300) -> str:
    """What was typed in one line, as the database can keep it: PostgreSQL takes no NUL."""
    return sent.get(name, "").replace("\0", " ").strip()[:longest]


def _act(request: HttpRequest, structure: Structure) -> None:
    now, zone, sent = timezone.localtime(), timezone.get_default_timezone(), request.POST
    if sent.get("do") == "phone":
        word = {"by": _line(sent, "by", 160), "note": _line(sent, "note"), "person": request.user}
        said_or_refused(
            request,
            lambda: confirm(structure, how=CheckHow.PHONE, at=now, zone=zone, **word),
            _("“%(structure)s” is confirmed by phone.") % {"structure": structure},
        )
    elif sent.get("do") == "letter":
        written = ask_again(structure, at=now, zone=zone)
        said = _("The letter is on its way.") if written else _("No letter: no e-mail is known, or one went out today.")
        (messages.success if written else messages.error)(request, said)
    elif sent.get("do") in {result.value for result in DECISIONS}:
        result = CheckResult(sent["do"])
        said_or_refused(
            request,
            lambda: decide(structure, result=result, reason=_line(sent, "reason"), person=request.user, at=now),
            _("Your decision is written down."),
        )


@require_POST
@checkers_only
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """A reader's report: was it so, or ask the body with one press."""
    report = get_object_or_404(ReaderReport.objects.select_related("structure__organisation"), pk=pk)
    now, sent = timezone.localtime(), request.POST
    if sent.get("do") == "ask":
        written = ask_about_report(report, at=now, zone=timezone.get_default_timezone())
        said = _("The body is asked.") if written else _("No letter: no e-mail is known, or one went out today.")
        (messages.success if written else messages.error)(request, said)
    elif sent.get("do") in ReportState.values:
        state, outcome = ReportState(sent["do"]), _line(sent, "outcome")
        said_or_refused(
            request,
            lambda: settle_report(report, state=state, outcome=outcome, person=request.user, at=now, day=now.date()),
            _("The report is settled."),
        )
    return redirect("directory_checks")


@require_http_methods(["GET", "HEAD", "POST"])
@checkers_only
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """What a body says has changed, old beside new; applied or refused."""
    found = get_object_or_404(ProposedChange.objects.select_related("structure"), pk=pk)
    if request.method == "POST":
        _settle_proposal(request, found)
        return redirect("directory_proposal", pk)
    return TemplateResponse(request, "directory/admin/proposal.html", {"proposal": found})


def _settle_proposal(request: HttpRequest, found: ProposedChange) -> None:
    now, person = timezone.localtime(), request.user
    if request.POST.get("do") == "apply":
        act = partial(apply_change, found, person=person, at=now, zone=timezone.get_default_timezone())
        said_or_refused(request, act, _("The change is published."))
    else:
        reason = _line(request.POST, "reason")
        act = partial(refuse_change, found, reason=reason, person=person, at=now)
        said_or_refused(request, act, _("The change is refused."))


def listing_buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """The way from any structure to its check, due or not: who has somebody on the phone does not wait."""
    if isinstance(snippet, Structure) and user.has_perm(MAY_CHECK):
        yield Button(_("Check by phone"), reverse("directory_check", args=[snippet.pk]), icon_name="check", priority=70)


def admin_urls() -> list[Any]:
    """Addresses below the admin's."""
    return [
        path("checks/", desk, name="directory_checks"),
        path("checks/overdue.csv", overdue_csv, name="directory_overdue_csv"),
        path("checks/<int:pk>/", check_structure, name="directory_check"),
        path("checks/reports/<int:pk>/", settle, name="directory_settle"),
        path("checks/proposals/<int:pk>/", proposal, name="directory_proposal"),
        path("reports/checks/", checks_report, name="directory_checks_report"),
    ]
