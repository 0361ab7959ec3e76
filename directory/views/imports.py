"""The desk for tables: send one, see what it would do, confirm, take it back; take everything along."""

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.editing.menus import GuardedMenuItem
from core.exports import csv_download, csv_lines
from directory.forms.imports import ImportForm
from directory.models.importing import UNDO_DAYS, ImportRun, ImportState
from directory.models.structure import Structure
from directory.selectors.imports import COLUMNS, diff_page, diff_rows, latest, progress_of, said
from directory.services.importing import runs
from directory.services.importing.reverting import ask_undo
from directory.tables.columns import COLUMNS as OF_STRUCTURES
from directory.tables.full.writing import write_full
from directory.tables.rows import structure_rows
from directory.views.desks import said_or_refused

SHOWN_LEFT = 50


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(runs.MAY_IMPORT, raise_exception=True)
def desk(request: HttpRequest) -> HttpResponse:
    """Send a file; the last imports and how far each is."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        answer = _taken(request, form)
        if answer is not None:
            return answer
    context = {"form": form, "runs": latest()}
    return TemplateResponse(request, "directory/admin/imports.html", context)


def _taken(request: HttpRequest, form: ImportForm) -> HttpResponse | None:
    file = form.cleaned_data["file"]
    try:
        run = runs.send(
            file.read(),
            name=file.name,
            by=request.user,
            at=timezone.localtime(),
            end_missing=form.cleaned_data["end_missing"],
            profile=form.cleaned_data["profile"],
        )
    except ValidationError as refusal:
        form.add_error("file", refusal)
        return None
    return redirect("directory_import", run.pk)


@require_safe
@permission_required(runs.MAY_IMPORT, raise_exception=True)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One import: how far it is, its mistakes or its differences, and the buttons that fit."""
    run = get_object_or_404(ImportRun.objects.select_related("sent_by", "confirmed_by", "undone_by"), pk=pk)
    number = request.GET.get("p", "")
    context = {
        "run": run,
        "progress": progress_of(run),
        "errors": said(run.errors),
        "warnings": said(run.warnings),
        "diff": diff_page(run, int(number) if number.isdecimal() and len(number) < 6 else 1),
        "waits": run.state in (ImportState.READY, ImportState.PROPOSED),
        "is_own": run.needs_second and run.state == ImportState.PROPOSED and run.sent_by == request.user,
        "can_drop": run.state in (ImportState.READY, ImportState.PROPOSED, ImportState.REFUSED),
        "can_undo": run.can_be_undone(timezone.now()),
        "undo_days": UNDO_DAYS,
        "left": ", ".join((run.left or ())[:SHOWN_LEFT]),
    }
    return TemplateResponse(request, "directory/admin/import.html", context)


@require_POST
@permission_required(runs.MAY_IMPORT, raise_exception=True)
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm, drop, take back."""
    run, now = get_object_or_404(ImportRun, pk=pk), timezone.localtime()
    steps = {
        "confirm": lambda: runs.confirm(run, by=request.user, at=now),
        "drop": lambda: runs.drop(run),
        "undo": lambda: ask_undo(run, by=request.user, at=now),
    }
    act = steps.get(request.POST.get("do", ""))
    if act is not None:
        said_or_refused(request, act, _("Done."))
    return redirect("directory_import", pk)


@require_safe
@permission_required(runs.MAY_IMPORT, raise_exception=True)
def changes_csv(request: HttpRequest, pk: int) -> HttpResponseBase:
    """All differences for a spreadsheet."""
    run = get_object_or_404(ImportRun, pk=pk)
    return csv_download(csv_lines(COLUMNS, diff_rows(run), bom=True), name=f"import-{pk}")


@require_safe
@permission_required(runs.MAY_IMPORT, raise_exception=True)
def structures_csv(request: HttpRequest) -> HttpResponseBase:
    """All structures, drafts and ended ones too: the file to change and send back."""
    lines = csv_lines(OF_STRUCTURES, structure_rows(Structure.objects.all()), bom=True)
    return csv_download(lines, name="structures")


@require_safe
@permission_required(runs.MAY_IMPORT, raise_exception=True)
def full_zip(request: HttpRequest) -> HttpResponse:
    """Every fact, without loss."""
    archive = BytesIO()
    write_full(archive)
    headers = {"Content-Disposition": 'attachment; filename="full.zip"'}
    return HttpResponse(archive.getvalue(), content_type="application/zip", headers=headers)


def menu_item() -> GuardedMenuItem:
    return GuardedMenuItem(
        gettext_lazy("Tables"),
        reverse("directory_imports"),
        rights=(runs.MAY_IMPORT,),
        name="imports",
        icon_name="table",
        order=215,
    )


def admin_urls() -> list[Any]:
    """Addresses below the admin's."""
    return [
        path("imports/", desk, name="directory_imports"),
        path("imports/structures.csv", structures_csv, name="directory_imports_structures"),
        path("imports/full.zip", full_zip, name="directory_imports_full"),
        path("imports/<int:pk>/", one, name="directory_import"),
        path("imports/<int:pk>/step/", step, name="directory_import_step"),
        path("imports/<int:pk>/changes.csv", changes_csv, name="directory_import_changes"),
    ]
