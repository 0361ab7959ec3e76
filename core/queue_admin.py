"""The queue on the editors' screens: what waits, what failed for good, and one button."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from core.editing.menus import GuardedMenuItem
from core.mail.selectors import outbox_state
from core.queue import dead_letters, queue_state, retry_dead

RIGHT = "django_tasks_database.change_dbtaskresult"
SHOWN = 50


@require_http_methods(["GET", "POST"])
@permission_required(RIGHT, raise_exception=True)
def queue_report(request: HttpRequest) -> HttpResponse:
    """Show how queue and outbox stand; a POST lets the dead letters that are shown run again."""
    shown = dead_letters()[:SHOWN]
    if request.method == "POST":
        count = retry_dead([row.pk for row in shown])
        said = ngettext("%(n)s task runs again.", "%(n)s tasks run again.", count) % {"n": count}
        messages.success(request, said)
        return redirect("hub_queue")
    context: dict[str, Any] = {
        "queue": queue_state(timezone.now()),  # noqa: TID251 -- a view is where the clock is read
        "outbox": outbox_state(),
        "rows": [(row.task_name, row.finished_at, row.exception_class_path) for row in shown],
    }
    return TemplateResponse(request, "core/admin/queue.html", context)


def urls() -> list[Any]:
    """Return the addresses below the admin's."""
    return [path("reports/queue/", queue_report, name="hub_queue")]


def menu_item() -> GuardedMenuItem:
    """Return the entry of the reports menu."""
    return GuardedMenuItem(
        _("Queue and outbox"), reverse("hub_queue"), rights=(RIGHT,), name="queue", icon_name="history", order=900
    )
