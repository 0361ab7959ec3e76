"""All announcements and warnings: those that stand now, and those of the last twelve months."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import formats
from core.languages import listed
from core.moments import moment_of
from core.pages import HubPage
from home.models.alerts import Alert
from home.selectors.strips import Planned, announcements


class AnnouncementsPage(HubPage):
    """Where the strips above the pages lead when there are more than two."""

    template = "home/announcements_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("The list of announcements and warnings, present and past. It fills itself.")

    class Meta:
        verbose_name = _("list of announcements")

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {"alerts"}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        listed = announcements(language, moment_of(request))
        return context | {"current": _cards(listed.now, language), "past": _cards(listed.past, language)}


def _cards(alerts: Iterable[Planned], language: str) -> list[dict[str, Any]]:
    return [
        {
            "kind": Alert.Level(alert.strip.level).label,
            "title": alert.strip.heading,
            "url": alert.strip.url,
            "language": alert.strip.language,
            "text": alert.strip.text,
            "text_language": alert.strip.language,
            "meta": [{"icon": "clock", "text": _span(alert, language)}],
        }
        for alert in alerts
    ]


def _span(alert: Planned, language: str) -> str:
    words = {"begins": _moment(alert.begins, language), "ends": _moment(alert.ends, language)}
    return gettext("From %(begins)s until %(ends)s") % words


def _moment(moment: datetime, language: str) -> str:
    local = timezone.localtime(moment)
    return listed((formats.day(local.date(), language), formats.clock(local)), language)
