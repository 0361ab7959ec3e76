"""What search machines may read: an index, a file for each language, the rules for robots.

Only what answers 200 and is public: live pages, without copies, private sections and what is gone.
"""

from collections import defaultdict
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.models import Page, get_page_models

from core.cache import cacheable, collect
from core.cache.purges import TREE
from core.hub import homes
from core.pages import HubPage
from core.routing import site_of

LARGEST = 5000


class LanguageSitemap(Sitemap):
    """Pages of one language, each with its addresses in the others; `pages` are those of all languages."""

    limit = LARGEST

    def __init__(self, language: str, pages: list[Page]) -> None:
        self.language = language
        self.pages = pages

    @cached_property
    def versions(self) -> dict[UUID, list[Page]]:
        """Pages that are translations of each other."""
        joined: dict[UUID, list[Page]] = defaultdict(list)
        for page in self.pages:
            joined[page.translation_key].append(page)
        return joined

    def items(self) -> list[Page]:
        return [page for page in self.pages if page.locale.language_code == self.language]

    def location(self, item: Page) -> str:
        return item.get_url()

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        """What Django's template needs, with hreflang links both ways and the default language as x-default."""
        urls = super().get_urls(*args, **kwargs)
        for url in urls:
            host = url["location"].removesuffix(self.location(url["item"]))
            url["alternates"] = list(self._alternates(url["item"], host))
        return urls

    def _alternates(self, page: Page, host: str) -> Any:
        versions = self.versions[page.translation_key]
        if len(versions) < 2:  # a page alone has no other language
            return
        for each in versions:
            address = host + self.location(each)
            yield {"lang_code": each.locale.language_code, "location": address}
            if each.locale.language_code == settings.LANGUAGE_CODE:
                yield {"lang_code": "x-default", "location": address}


def public_pages() -> list[Page]:
    """All pages that search machines may list, with their languages, in the order of the tree."""
    found = Page.objects.live().public().filter(alias_of__isnull=True, depth__gt=1)
    for model in get_page_models():
        if issubclass(model, HubPage) and (gone := model.gone()):
            found = found.exclude(pk__in=model.objects.filter(gone).values("pk"))
    # A page outside of every site has no address.
    return [page for page in found.select_related("locale").order_by("path") if page.get_url()]


@cacheable()
def index(request: HttpRequest) -> HttpResponse:
    """The index: a file of each language that has a home page."""
    return views.index(request, _sitemaps(request), sitemap_url_name="sitemap")


@cacheable(parameters={"p"})
def section(request: HttpRequest, section: str) -> HttpResponse:
    """The file of one language."""
    return views.sitemap(request, _sitemaps(request), section=section)


@cacheable()
def robots(request: HttpRequest) -> HttpResponse:
    """The rules for robots; a hub that is not to be found says so."""
    address = request.build_absolute_uri(reverse("sitemap_index"))
    rules = f"Disallow: /{settings.HUB_ADMIN_PATH}\nSitemap: {address}" if settings.HUB_INDEXED else "Disallow: /"
    return HttpResponse(f"User-agent: *\n{rules}\n", content_type="text/plain; charset=utf-8")


def _sitemaps(request: HttpRequest) -> dict[str, LanguageSitemap]:
    collect(TREE, "site")
    pages = public_pages()
    site = site_of(request)
    return {home.language: LanguageSitemap(home.language, pages) for home in homes(site.pk)} if site else {}
