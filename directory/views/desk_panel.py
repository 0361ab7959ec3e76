"""The checks on the start page of the admin, and in its menus, for those who may check."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from core.editing.menus import GuardedMenuItem
from directory.checks import MAY_CHECK
from directory.selectors.checks import desk_counts, overdue

SHOWN = 5


class ChecksPanel(Component):
    """How much waits, and the five that are worst."""

    order = 150
    template_name = "directory/admin/checks_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        today = timezone.localdate()
        return {"heading": _("Checks"), "counts": desk_counts(today), "rows": overdue(today, most=SHOWN)}


def menu_item() -> GuardedMenuItem:
    return GuardedMenuItem(
        _("Checks"), reverse("directory_checks"), rights=(MAY_CHECK,), name="checks", icon_name="check", order=210
    )


def report_item() -> GuardedMenuItem:
    return GuardedMenuItem(
        _("Checked facts"),
        reverse("directory_checks_report"),
        rights=(MAY_CHECK,),
        name="checked-facts",
        icon_name="check",
        order=800,
    )


def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm(MAY_CHECK):
        panels.append(ChecksPanel())
