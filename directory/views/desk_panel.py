"""The checks on the start page of the admin, and in its menus, for those who may check."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from directory.selectors.checks import desk_counts, overdue
from directory.views.checking import RIGHT

SHOWN = 5


class ChecksItem(MenuItem):
    """Shown to those who may check."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(RIGHT)


class ChecksPanel(Component):
    """How much waits, and the five that are worst."""

    order = 150
    template_name = "directory/admin/checks_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        today = timezone.localdate()
        return {"heading": _("Checks"), "counts": desk_counts(today), "rows": overdue(today, most=SHOWN)}


def menu_item() -> MenuItem:
    return ChecksItem(_("Checks"), reverse("directory_checks"), name="checks", icon_name="check", order=210)


def report_item() -> MenuItem:
    return ChecksItem(
        _("Checked facts"), reverse("directory_checks_report"), name="checked-facts", icon_name="check", order=800
    )


def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm(RIGHT):
        panels.append(ChecksPanel())
