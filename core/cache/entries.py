"""A kept answer, and the response that is made of it without rendering anything."""

import gzip
import hashlib
from dataclasses import dataclass, replace
from http.cookies import SimpleCookie
from typing import Any

import brotli
from django.conf import settings
from django.http import HttpResponse
from django.http.response import ResponseHeaders
from django.utils.functional import cached_property

from .addresses import BROTLI, GZIP, IDENTITY, Address
from .marks import Mark
from .reads import Reads

# How an answer came about; the header is for operators, tests and the benchmark.
STATE_HEADER = "X-Hub-Cache"
FRESH, RENDERED, OLD = "fresh", "rendered", "old"
# Says that the hub could not make sure that the page is still true.
STALE_HEADER = "X-Hub-Stale"
USABLE_SECONDS = 24 * 3600

_POLICY = ("Cache-Control", "public, max-age=0, must-revalidate")
# For pages that somebody who takes the phone later shall not find in it.
_NO_TRACE = ("Cache-Control", "no-store")
_VARY = ("Vary", "Accept-Encoding")
# Written anew for each encoding, or wrong for an answer that everybody gets.
_OWN_HEADERS = frozenset(
    {"cache-control", "content-encoding", "content-length", "etag", "expires", "last-modified", "vary"}
)
_TEXT = (
    "text/",
    "application/json",
    "application/ld+json",
    "application/geo+json",
    "application/xml",
    "application/atom+xml",
    "application/rss+xml",
    "application/javascript",
    "image/svg+xml",
)
_UNCHANGED = frozenset({"ETag", "Cache-Control", "Vary"})
_MIN_COMPRESSED = 200
# Level 5 costs 1 ms for a page where level 11 costs 60 and saves a tenth.
_BROTLI_QUALITY = 5
_GZIP_LEVEL = 6

Header = tuple[str, str]


class ReadyResponse(HttpResponse):
    """A response of ready bytes. It skips what Django's own does to find headers and charset."""

    # Whoever asks for a missing page again and again shall not fill the log.
    _has_been_logged = True

    def __init__(self, status: int, headers: list[Header], body: bytes) -> None:
        self.status_code = status
        self._ready = headers
        self._container = [body]
        self._charset = None
        self._reason_phrase = None
        self._resource_closers: list[Any] = []
        self._handler_class = None
        self.cookies = SimpleCookie()
        self.closed = False

    @cached_property
    def headers(self) -> ResponseHeaders:
        return ResponseHeaders(dict(self._ready))

    def items(self) -> Any:
        """The headers: the ready ones, unless somebody asked for a mapping and may have changed it."""
        return self.__dict__["headers"].items() if "headers" in self.__dict__ else self._ready


class _Variant:
    """The bytes of one encoding with their headers."""

    __slots__ = ("body", "etag", "fresh_headers", "headers", "unchanged_headers")

    def __init__(self, body: bytes, etag: str, headers: list[Header]) -> None:
        self.body = body
        self.etag = etag
        self.headers = headers
        self.fresh_headers = [*headers, (STATE_HEADER, FRESH)]
        self.unchanged_headers = [header for header in headers if header[0] in _UNCHANGED]


@dataclass(frozen=True, slots=True)
class Origin:
    """What an answer was rendered from: tags, the last purge its render could see, and its times.

    `started` and `until` are seconds since the epoch; from `until` on it must be renewed.
    """

    tags: frozenset[str]
    number: int
    started: float
    until: float
    leaves_no_trace: bool = False

    @classmethod
    def of(cls, said: Mark, reads: Reads, *, number: int, started: float) -> "Origin":
        """Until the usual time has passed, or the first moment that the render has named."""
        until = started + min(settings.HUB_PAGE_SECONDS, said.seconds or settings.HUB_PAGE_SECONDS)
        if reads.until is not None:
            until = min(until, reads.until.timestamp())
        return cls(frozenset(reads.tags), number, started, until, said.leaves_no_trace)

    def reading(self, *tags: str) -> "Origin":
        """The same origin that also read what these tags name."""
        return replace(self, tags=self.tags.union(tags))


class Entry:
    """An answer as bytes, with what is needed to know whether it is still true.

    The bytes are kept once, packed with brotli when that pays; other encodings are made when first asked for.
    """

    __slots__ = (
        "_packed",
        "_variants",
        "headers",
        "is_packed",
        "key",
        "origin",
        "purged",
        "retry_at",
        "status",
    )

    def __init__(
        self,
        key: Address,
        status: int,
        headers: list[Header],
        *,
        packed: bytes,
        is_packed: bool,
        origin: Origin,
    ) -> None:
        self.key = key
        self.status = status
        self.headers = headers
        self.is_packed = is_packed
        self.origin = origin
        self.purged = False
        self.retry_at = 0.0
        self._packed = packed
        self._variants: dict[str, _Variant] = {}

    @classmethod
    def of(cls, key: Address, response: HttpResponse, origin: Origin) -> "Entry":
        """Keep a rendered response."""
        content = response.content
        headers = [(name, value) for name, value in response.items() if name.lower() not in _OWN_HEADERS]
        is_text = response.headers.get("Content-Type", "").startswith(_TEXT)
        is_packed = is_text and len(content) >= _MIN_COMPRESSED
        packed = brotli.compress(content, quality=_BROTLI_QUALITY) if is_packed else content
        return cls(key, response.status_code, headers, packed=packed, is_packed=is_packed, origin=origin)

    def dump(self) -> tuple[Any, ...]:
        """Plain values for the shared cache."""
        origin = self.origin
        facts = (sorted(origin.tags), origin.number, origin.started, origin.until, origin.leaves_no_trace)
        return (self.status, self.headers, self._packed, self.is_packed, facts)

    @classmethod
    def load(cls, key: Address, values: tuple[Any, ...]) -> "Entry":
        """The entry of `dump()`."""
        status, headers, packed, is_packed, (tags, *rest) = values
        origin = Origin(frozenset(tags), *rest)
        return cls(key, status, headers, packed=packed, is_packed=is_packed, origin=origin)

    @property
    def size(self) -> int:
        """Bytes in memory, roughly: bodies, headers, and the index of tags."""
        made = sum(len(variant.body) for name, variant in self._variants.items() if name != BROTLI)
        return len(self._packed) + (made if self.is_packed else 0) + 100 * len(self.origin.tags) + 1500

    def is_fresh(self, now: float) -> bool:
        """Whether it can be given away without a doubt."""
        return not self.purged and now < self.origin.until

    def is_usable(self, now: float) -> bool:
        """Whether it is still better than nothing."""
        return now - self.origin.started < USABLE_SECONDS

    def has_variant(self, encoding: str) -> bool:
        """Whether the bytes of this encoding are made already."""
        return encoding in self._variants

    def reply(self, environ: dict[str, Any], encoding: str, state: str, *, doubt: bool) -> ReadyResponse:
        """The response for a reader: the bytes, or 304 when the browser has them already."""
        variant = self._variants[encoding]
        headers = variant.fresh_headers
        if doubt or state != FRESH:
            headers = [*variant.headers, (STATE_HEADER, state)]
            if doubt:
                headers.append((STALE_HEADER, "1"))
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and self.status == 200 and _matches(known, variant.etag):
            return ReadyResponse(304, [*variant.unchanged_headers, *headers[len(variant.headers) :]], b"")
        body = b"" if environ["REQUEST_METHOD"] == "HEAD" else variant.body
        return ReadyResponse(self.status, headers, body)

    def make_variant(self, encoding: str) -> None:
        """Make the bytes of an encoding; two threads that do it at once make the same."""
        name = encoding if self.is_packed else IDENTITY
        body = self._packed
        if self.is_packed and name != BROTLI:
            body = brotli.decompress(body)
            if name == GZIP:
                body = gzip.compress(body, _GZIP_LEVEL, mtime=0)
        etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
        policy = _NO_TRACE if self.origin.leaves_no_trace else _POLICY
        headers = [*self.headers, ("Content-Length", str(len(body))), ("ETag", etag), policy, _VARY]
        if name != IDENTITY:
            headers.append(("Content-Encoding", name))
        self._variants[encoding] = _Variant(body, etag, headers)


def _matches(known: str, etag: str) -> bool:
    if known == etag:
        return True
    # A proxy that repacks bytes weakens the tag.
    return known.strip() == "*" or etag in {part.strip().removeprefix("W/") for part in known.split(",")}
