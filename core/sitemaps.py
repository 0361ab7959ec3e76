"""What search machines may read: an index, files of a thousand addresses for each language, the rules for robots.

Only what answers 200 and is public: live pages, without copies, private sections and what is gone. Rows are read,
not pages: at ten thousand structures a file is told in a tenth of the time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from wagtail.models import Page, get_page_models

from core.cache import cacheable, collect
from core.cache.purges import TREE
from core.hub import Home, homes
from core.pages import HubPage
from core.routing import site_of
from core.text import whole_number

PART = 1000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


class Listed(NamedTuple):
    """A page: what joins it with its translations, its path in the tree, when its words were published."""

    key: UUID
    path: str
    changed: datetime | None


@cacheable()
def index(request: HttpRequest) -> HttpResponse:
    """The index: the files of each language that has a home page (one query)."""
    own = _homes(request)
    root = request.build_absolute_uri("/").rstrip("/")
    parts = [
        f"{root}{reverse('sitemap', args=[home.language])}{f'?p={number}' if number > 1 else ''}"
        for home, total in zip(own, _totals(own), strict=True)
        for number in range(1, max(1, -(-total // PART)) + 1)
    ]
    files = "".join(f"<sitemap><loc>{escape(address)}</loc></sitemap>\n" for address in parts)
    return _xml(f"{HEAD}<sitemapindex {NAMES}>\n{files}</sitemapindex>\n")


@cacheable(parameters={"p"})
def section(request: HttpRequest, section: str) -> HttpResponse:
    """A file of one language: each address with those of its translations, both ways (two queries)."""
    own = {home.language: home for home in _homes(request)}
    if section not in own:
        raise Http404
    pages = _part(own[section], request.GET.get("p", "1"))
    root = request.build_absolute_uri("/").rstrip("/")
    versions = _versions(own, pages)
    told = "".join(_entry(root + own[section].address(page.path), page, versions[page.key], root) for page in pages)
    return _xml(f"{HEAD}<urlset {NAMES} {LINKS}>\n{told}</urlset>\n")


@cacheable()
def robots(request: HttpRequest) -> HttpResponse:
    """The rules for robots; a hub that is not to be found says so."""
    address = request.build_absolute_uri(reverse("sitemap_index"))
    rules = f"Disallow: /{settings.HUB_ADMIN_PATH}\nSitemap: {address}" if settings.HUB_INDEXED else "Disallow: /"
    return HttpResponse(f"User-agent: *\n{rules}\n", content_type="text/plain; charset=utf-8")


def public_pages() -> QuerySet[Page]:
    """All pages that search machines may list."""
    found = Page.objects.live().public().filter(alias_of__isnull=True)
    for model in get_page_models():
        if issubclass(model, HubPage) and (gone := model.gone()):
            found = found.exclude(pk__in=model.objects.filter(gone).values("pk"))
    return found


def _homes(request: HttpRequest) -> tuple[Home, ...]:
    collect(TREE, "site")
    site = site_of(request)
    return homes(site.pk) if site else ()


def _below(home: Home) -> Q:
    return Q(locale__language_code=home.language, url_path__startswith=home.tree_path)


def _totals(own: tuple[Home, ...]) -> list[int]:
    """How many pages each language has."""
    counts = public_pages().aggregate(**{home.language: Count("pk", filter=_below(home)) for home in own})
    return [counts[home.language] for home in own]


def _part(home: Home, written: str) -> list[Listed]:
    """The pages of one file, in the order of the tree. Raises Http404 beyond the last one."""
    number = whole_number(written)
    if number < 1:
        raise Http404
    rows = public_pages().filter(_below(home)).order_by("path")
    found = rows.values_list("translation_key", "url_path", "last_published_at")[(number - 1) * PART : number * PART]
    pages = [Listed(*row) for row in found]
    if not pages and number > 1:
        raise Http404
    return pages


def _versions(own: Mapping[str, Home], pages: Iterable[Listed]) -> Mapping[UUID, list[tuple[str, str]]]:
    """(language, address) of all translations of these pages, by what joins them."""
    found: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    rows = public_pages().filter(translation_key__in=[page.key for page in pages]).order_by("path")
    for key, language, path in rows.values_list("translation_key", "locale__language_code", "url_path"):
        if language in own and path.startswith(own[language].tree_path):
            found[key].append((language, own[language].address(path)))
    return found


def _entry(address: str, page: Listed, versions: list[tuple[str, str]], root: str) -> str:
    changed = f"<lastmod>{localtime(page.changed):%Y-%m-%d}</lastmod>" if page.changed else ""
    return f"<url><loc>{escape(address)}</loc>{changed}{''.join(_links(versions, root))}</url>\n"


def _links(versions: list[tuple[str, str]], root: str) -> Iterator[str]:
    if len(versions) < 2:  # a page alone has no other language
        return
    for language, path in versions:
        names = (language, "x-default") if language == settings.LANGUAGE_CODE else (language,)
        for name in names:
            yield f'<xhtml:link rel="alternate" hreflang="{name}" href="{escape(root + path)}"/>'


def _xml(text: str) -> HttpResponse:
    # The files themselves are no result of a search.
    return HttpResponse(text, content_type="application/xml", headers={"X-Robots-Tag": "noindex, noodp, noarchive"})
