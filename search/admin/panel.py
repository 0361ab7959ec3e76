"""The panel of search on the start page: what no longer has a target, and whether its backup answers readers."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from core.formats import day
from core.health import OK, finding
from core.when import speech
from search.admin import RIGHT
from search.admin.steering import WORDS
from search.standing import troubled


class SearchPanel(Component):
    """Shown only when there is something to tell."""

    order = 300
    template_name = "search/admin/panel.html"

    def __init__(self, rows: list[Any], backup: str) -> None:
        self.rows = rows
        self.backup = backup

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"heading": _("Search"), "rows": self.rows, "backup": self.backup}


def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    if not request.user.has_perm(RIGHT):
        return
    now = timezone.localtime()
    rows = [(row, WORDS[row.standing]) for row in troubled(now)]
    backup = _backup(now)
    if rows or backup:
        panels.append(SearchPanel(rows, backup))


def _backup(now: datetime) -> str:
    """Since when readers are answered by the engine beside Elasticsearch; empty when they are not."""
    found = finding("elasticsearch", now)
    if found is None or found.state == OK:
        return ""
    language = get_language() or settings.LANGUAGE_CODE
    since = timezone.localtime(found.since)
    told = speech(language).until(since, now.date()) if since.date() == now.date() else day(since, language)
    return _("Search works with its backup since %(moment)s.") % {"moment": told}
