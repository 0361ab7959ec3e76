"""Which pages are measured. They are found among the live pages, so the core need not know any app."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.db.models import Count
from django.urls import resolve
from wagtail.models import Page, Site, get_page_models
from wagtail.query import PageQuerySet

from core.facts import Fact
from core.pages import HubPage

SEARCH = f"/search/?q={quote('φαγητό')}"


@dataclass(frozen=True, slots=True)
class Subject:
    """A page to be measured, and what its budgets are: queries, and its part of a bare Django answer."""

    name: str
    path: str
    queries: int
    ratio: float


def subjects() -> list[Subject]:
    """The kinds of pages that exist in this hub, of the default language."""
    found = [
        ("home", _home(), 12, 1 / 40),
        ("listing", _listing(), 14, 1 / 40),
        ("detail", _detail(), 12, 1 / 25),
        ("search", _search(), 14, 1 / 40),
    ]
    return [Subject(name, path, queries, ratio) for name, path, queries, ratio in found if path]


def _home() -> str:
    return _path(Site.objects.get(is_default_site=True).root_page)


def _listing() -> str:
    """The paged page with the most pages below it."""
    pages = _of_types(lambda model: "page" in model.query_parameters)
    return _path(pages.order_by("-numchild", "path").first())


def _detail() -> str:
    """The first page of the kind that is most frequent among those about a fact."""
    pages = _of_types(_shows_fact)
    kind = pages.order_by().values("content_type").annotate(number=Count("pk")).order_by("-number").first()
    return _path(pages.filter(content_type=kind["content_type"]).order_by("path").first()) if kind else ""


def _search() -> str:
    # Every address without a view of its own goes to the pages.
    is_there = resolve(SEARCH.partition("?")[0]).view_name != "wagtail_serve"
    return SEARCH if is_there else ""


def _of_types(fits: Callable[[type[HubPage]], bool]) -> PageQuerySet:
    """Live pages of the default language whose type fits."""
    types = [model for model in get_page_models() if issubclass(model, HubPage) and fits(model)]
    pages = Page.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return pages.type(*types) if types else pages.none()


def _shows_fact(model: type[HubPage]) -> bool:
    targets = [field.related_model for field in model._meta.local_fields if field.is_relation]
    return any(issubclass(target, Fact) for target in targets)


def _path(page: Page | None) -> str:
    return page.get_url_parts()[2] if page else ""
