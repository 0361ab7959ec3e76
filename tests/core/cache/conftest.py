"""A small hub around the page cache: a clock set by hand, a log of purges, a render that counts."""

from collections.abc import Callable

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from core.cache import mark
from core.cache.middleware import PageCacheMiddleware
from core.cache.pages import PageCache
from core.cache.purges import PurgeLog
from core.cache.shared import SharedCache


class HandClock:
    """A clock that is set by hand."""

    def __init__(self, at: float = 1_800_000_000.0) -> None:
        self.at = at

    def now(self) -> float:
        return self.at


class Dictionary(SharedCache):
    """A shared cache that two processes of a test can see, and that can be switched off."""

    class _Backend(LocMemCache):
        pass

    def __init__(self, clock: HandClock, name: str) -> None:
        super().__init__(clock=clock)
        self._dictionary = self._Backend(name, {})
        self.is_broken = False

    @property
    def is_shared(self) -> bool:
        return True

    def _backend(self) -> LocMemCache:
        if self.is_broken:
            raise ConnectionError("gone")
        return self._dictionary


class Hub:
    """One process of the hub. `view` renders; `renders` lists what reached it, with its query."""

    def __init__(self, clock: HandClock, shared: SharedCache | None = None) -> None:
        self.clock = clock
        self.log = PurgeLog(clock=clock, shared=shared)
        self.cache = PageCache(clock=clock, purges=self.log)
        self.renders: list[str] = []
        self.view: Callable[[HttpRequest], HttpResponse] = lambda request: page(f"page {len(self.renders)}")
        self._middleware = PageCacheMiddleware(self._render, cache=self.cache)

    def _render(self, request: HttpRequest) -> HttpResponse:
        self.renders.append(request.get_full_path())
        return self.view(request)

    def get(self, path: str = "/", method: str = "get", **headers: str) -> HttpResponse:
        """Ask for an address; headers as `accept_encoding="br"`."""
        environ = {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        return self._middleware(getattr(RequestFactory(), method)(path, **environ))

    def text(self, path: str = "/", **headers: str) -> str:
        """The text of the answer, uncompressed."""
        return self.get(path, **headers).content.decode()


def page(text: str, *, parameters: tuple[str, ...] = (), status: int = 200) -> HttpResponse:
    """An answer that may be kept."""
    return mark(HttpResponse(text, status=status), parameters=parameters)


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def hub(clock, settings, db):
    settings.HUB_PAGE_CACHE = True
    return Hub(clock)


@pytest.fixture
def shared(clock, request):
    cache = Dictionary(clock, request.node.name)
    yield cache
    cache._dictionary.clear()
