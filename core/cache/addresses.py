"""What an answer is kept under: scheme, host, path and the query parameters that matter.

The encoding is the last part of the key: an entry holds its bytes once for each class of encoding.
"""

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest

BROTLI, GZIP, IDENTITY = "br", "gzip", "identity"
MAX_PATH, MAX_QUERY = 1024, 4096
# Cookies of a known person, and of a message that is meant for one.
_MESSAGES_COOKIE = "messages"


class Place(NamedTuple):
    """An address without its query."""

    scheme: str
    host: str
    path: str


class Address(NamedTuple):
    """What was asked for; the query as it came."""

    place: Place
    query: str

    def reduced(self, names: frozenset[str]) -> "Address":
        """The same place with only these parameters, in sorted order; the order of values is kept."""
        return Address(self.place, reduced_query(self.query, names)) if self.query else self

    def digest(self, salt: str) -> str:
        """A short name for the shared cache, whose keys know neither Greek nor length."""
        return hashlib.sha256("\n".join([salt, *self.place, self.query]).encode()).hexdigest()


@lru_cache(maxsize=2048)
def reduced_query(query: str, names: frozenset[str]) -> str:
    """The parameters of a query that are named, sorted by name."""
    if not names:
        return ""
    pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] in names]
    return urlencode(sorted(pairs, key=lambda pair: pair[0]))


def names_in(query: str) -> frozenset[str]:
    """The names of all parameters of a query."""
    return frozenset(name for name, _ in parse_qsl(query, keep_blank_values=True)) if query else frozenset()


@lru_cache(maxsize=1024)
def encoding_class(accepted: str) -> str:
    """`br`, `gzip` or `identity`: the best of what an Accept-Encoding header allows."""
    allowed = set()
    for part in accepted.lower().split(","):
        name, _, quality = part.partition(";")
        if quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            allowed.add(name.strip())
    return next((name for name in (BROTLI, GZIP) if name in allowed), IDENTITY)


def address_reader() -> Callable[[HttpRequest], Address | None]:
    """A function that gives the address of a request, or `None` when its answer is never kept.

    Never kept: what is not read (POST), what a known person asks for, static files, previews.
    The host is read raw. It is safe: only answers to hosts that Django allowed are ever kept.
    """
    host_header = "HTTP_X_FORWARDED_HOST" if settings.USE_X_FORWARDED_HOST else "HTTP_HOST"
    session_cookie = f"{settings.SESSION_COOKIE_NAME}="
    messages_cookie = f"{_MESSAGES_COOKIE}="
    files = tuple(prefix for prefix in (settings.STATIC_URL, settings.MEDIA_URL) if prefix.startswith("/"))

    def address_of(request: HttpRequest) -> Address | None:
        environ = request.META
        if request.method not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
            return None
        cookie = environ.get("HTTP_COOKIE")
        if cookie and (session_cookie in cookie or messages_cookie in cookie):
            return None
        path = request.path
        query = environ.get("QUERY_STRING", "")
        if len(path) > MAX_PATH or len(query) > MAX_QUERY:
            return None
        if path.startswith(files) or hasattr(request, "is_dummy"):
            return None
        host = environ.get(host_header) or environ.get("HTTP_HOST") or environ["SERVER_NAME"]
        return Address(Place(request.scheme or "http", host, path), query)

    return address_of
