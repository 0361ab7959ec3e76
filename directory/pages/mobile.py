"""When the mobile unit comes where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.pages import HubPage
from core.terms import term, terms
from directory.pages.asking import asked_for
from directory.pages.structure_show import list_jsonld
from directory.selectors.hours import Asked
from directory.selectors.pages import calendar_url, community_pages, live_pages
from directory.selectors.visits import Visit, coming, next_sentence

NEXT = 3


class MobileCalendarPage(HubPage):
    """The visits of eight weeks, by day; one per language, under the list."""

    template = "directory/mobile_calendar_page.html"
    parent_page_types = ["directory.DirectoryIndexPage"]
    subpage_types: list[str] = []
    page_description = _("When the mobile unit comes to which community.")
    query_parameters = frozenset({"community"})
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("calendar of the mobile unit")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        self.canonical_url = request.build_absolute_uri(self.get_url(request))
        here = term("community", request.GET.get("community", ""), asked.language)
        visits = coming(asked, **({"community": here.pk} if here else {}))
        return context | {
            "here": here,
            "communities": terms("community", asked.language),
            "days": list(by_day(visits)),
            "sentence": next_sentence(visits, asked),
            "unit": visits[0].unit if visits else None,
            "pages": structure_urls(visits, asked),
            "files": [(each, calendar_file(each.slug, asked.language)) for each in terms("community", asked.language)],
            "community_url": community_pages(asked.language).get(here.pk, "") if here else "",
        }

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)


@dataclass(frozen=True, slots=True)
class VisitsShown:
    """The next visits of a community or structure: a sentence, three of them, the way to all."""

    sentence: str
    visits: tuple[Visit, ...]
    calendar_url: str


def visits_shown(asked: Asked, **of: int) -> VisitsShown | None:
    """For pages beside the calendar, of `structure` or `community`; None while no visit is set."""
    visits = coming(asked, **of)
    if not visits:
        return None
    return VisitsShown(next_sentence(visits, asked), visits[:NEXT], calendar_url(asked.language))


def by_day(visits: Iterable[Visit]) -> Iterable[tuple[str, list[Visit]]]:
    """The day in words, and its visits."""
    for day, found in groupby(visits, key=lambda visit: visit.day):
        yield day, list(found)


def structure_urls(visits: Sequence[Visit], asked: Asked) -> dict[int, str]:
    """Structure → address of its page in the reader's language (one query when there are visits)."""
    if not visits:
        return {}
    pages = live_pages(asked.language).filter(structure__in={visit.structure for visit in visits})
    return {page.structure_id: page.get_url() or "" for page in pages}


def calendar_file(key: str, language: str) -> str:
    """Address of a calendar file of a unit (its code) or a community (its key)."""
    return f"{reverse('directory_api:visits_ics', args=[key])}?lang={language}"
