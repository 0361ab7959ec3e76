"""The middleware that stands first: a kept answer leaves before anything else of Django has run."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from .addresses import address_reader
from .marks import mark, mark_of
from .pages import PageCache


@cache
def page_cache() -> PageCache:
    """The page cache of this process."""
    return PageCache()


class PageCacheMiddleware:
    """Answers from the page cache where it may (decision 0002)."""

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponseBase], *, cache: PageCache | None = None
    ) -> None:
        if not settings.HUB_PAGE_CACHE:
            raise MiddlewareNotUsed
        self._get_response = get_response
        self._cache = cache or page_cache()
        self._address_of = address_reader()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # For every request: signed-in people read snapshots too.
        self._cache.purges.look()
        address = self._address_of(request)
        if address is None:
            return _without_trace(self._get_response(request))
        return _without_trace(self._cache.answer(request, address, self._get_response))


def _without_trace(response: HttpResponseBase) -> HttpResponseBase:
    """What was not kept (a signed-in reader's page) leaves no trace either when it should not."""
    said = mark_of(response)
    if said and said.leaves_no_trace:
        response.headers["Cache-Control"] = "no-store"
    return response


class CachedRedirectMiddleware(RedirectMiddleware):
    """Wagtail's redirects, kept until a redirect or the tree of pages changes."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        answer = super().process_response(request, response)
        return answer if answer is response else mark(answer)
