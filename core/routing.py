"""Finding a page by its address in two queries, whatever its depth.

Wagtail walks the tree: two queries for each part of the address, four more for site, language and private
sections. Here the site and the homes come from snapshots and the page from its stored path; everything after
that (hooks, restrictions, serving) is Wagtail's own, and what is not found here goes its usual way.
"""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site, get_page_models
from wagtail.models.sites import get_site_for_hostname
from wagtail.query import PageQuerySet
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from core.cache import mark
from core.cache.purges import EVERYTHING
from core.errors import page_gone
from core.gone import gone_page
from core.hub import Link, homes
from core.snapshot import snapshot


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the live page at an address of the active language."""
    site = site_of(request)
    language = get_language() or ""
    if site and language not in {each.language for each in homes(site.pk)}:
        # Wagtail would show the default language under this address.
        raise Http404
    # Where Wagtail keeps the route it has found, so that it does not look again.
    if page := page_at(site, language, path):
        request._wagtail_route_for_request = RouteResult(page, (), {})
    elif found := part_at(site, language, path):
        request._wagtail_route_for_request = RouteResult(found[0], (), {"part": found[1]})
    try:
        return wagtail_serve(request, path)
    except Http404:
        gone = gone_at(site, language, path)
        deleted = gone_page(site, request.path) if gone is None else None
        # A redirect from this address is the successor editors chose: the middleware answers a 404 with it.
        if (gone is None and deleted is None) or _is_redirected(site, request.path):
            raise
        near = neighbours_of(gone) if gone else neighbours_at(site, language, path, tree_path=deleted.tree_path)
        return mark(page_gone(request, near))


def site_of(request: HttpRequest) -> Site | None:
    """The site of a request, without a query after the first one of a host."""
    if not hasattr(request, "_wagtail_site"):
        request._wagtail_site = _site(request.get_host().rsplit(":", 1)[0], request.get_port())
    return request._wagtail_site


def page_at(site: Site | None, language: str, path: str) -> Page | None:
    """The live page of a site at `path` below the home page of a language, as its own type; else None."""
    home = next((each for each in homes(site.pk) if each.language == language), None) if site else None
    if home is None:
        return None
    parts = [part for part in path.split("/") if part]
    if not parts:
        return _specific(Page.objects.filter(pk=home.pk, live=True))
    address = home.tree_path + "/".join(parts) + "/"
    # By slug, which has an index; the whole path has none.
    return _specific(Page.objects.filter(slug=parts[-1], url_path=address, live=True))


def _specific(found: PageQuerySet) -> Page | None:
    """The page as its own type; of its language everybody asks, so it comes without a query."""
    page = found.specific().first()
    if page:
        page.locale = _locale(page.locale_id)
    return page


def part_at(site: Site | None, language: str, path: str) -> tuple[Page, str] | None:
    """The live page that shows a part of itself one step below its address (`HubPage.parts`), and which part."""
    above, _slash, part = path.strip("/").rpartition("/")
    page = page_at(site, language, above) if part in _part_names() else None
    return (page, part) if page and part in getattr(page, "parts", ()) else None


@cache
def _part_names() -> frozenset[str]:
    return frozenset().union(*(getattr(model, "parts", ()) for model in get_page_models()))


def gone_at(site: Site | None, language: str, path: str) -> Page | None:
    """The page that readers once found at this address and that was taken back; a draft never was there."""
    home = next((each for each in homes(site.pk) if each.language == language), None) if site else None
    parts = [part for part in path.split("/") if part]
    if home is None or not parts:
        return None
    address = home.tree_path + "/".join(parts) + "/"
    once = Page.objects.filter(live=False, first_published_at__isnull=False)
    return once.filter(slug=parts[-1], url_path=address).first()


def neighbours_of(page: Page) -> list[Link]:
    """What stands beside a page that is gone: the nearest before and after it, then what is above (three queries)."""
    beside = Page.objects.sibling_of(page, inclusive=False)
    return _nearest(beside, page.path, Page.objects.parent_of(page).live().first())


def neighbours_at(site: Site | None, language: str, path: str, *, tree_path: str) -> list[Link]:
    """The same of a deleted page, below the nearest page above it that readers still find."""
    parts = [part for part in path.split("/") if part]
    for depth in range(len(parts) - 1, -1, -1):
        above = page_at(site, language, "/".join(parts[:depth]))
        if above is not None:
            return _nearest(Page.objects.child_of(above), tree_path, above)
    return []


def _nearest(beside: PageQuerySet, path: str, above: Page | None) -> list[Link]:
    readable = beside.live().public()
    near = (
        readable.filter(path__lt=path).order_by("-path").first(),
        readable.filter(path__gt=path).order_by("path").first(),
        above,
    )
    return [Link(each.title, each.get_url() or "") for each in near if each is not None]


def _is_redirected(site: Site | None, path: str) -> bool:
    return Redirect.get_for_site(site).filter(old_path=Redirect.normalise_path(path)).exists()


@snapshot("core.locale", tags={EVERYTHING})
def _locale(pk: int) -> Locale:
    return Locale.objects.get(pk=pk)


@snapshot("core.site", tags={EVERYTHING})
def _site(hostname: str, port: str) -> Site | None:
    try:
        return get_site_for_hostname(hostname, port)
    except Site.DoesNotExist:
        return None


@snapshot("core.restricted", tags={EVERYTHING})
def any_page_is_private() -> bool:
    """Whether any section of the tree is private; almost never, so pages need not ask one by one."""
    return PageViewRestriction.objects.exists()
