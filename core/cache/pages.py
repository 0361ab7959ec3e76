"""The page cache itself: which answer a request gets, who renders, and what is kept (decision 0002)."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from .addresses import Address, Place, encoding_class, names_in
from .clock import Clock, SystemClock
from .entries import FRESH, OLD, RENDERED, USABLE_SECONDS, Entry, Origin, ReadyResponse
from .flights import Flights
from .marks import Mark, mark_of
from .memory import Bounded, Memory
from .purges import SITE, TREE, PurgeLog, log
from .reads import Reads, collecting
from .shared import SharedCache

logger = logging.getLogger(__name__)

MEMORY_BYTES = 64 * 1024 * 1024
# "Not found" and redirects have their own small share, so that nonsense addresses never push out pages.
EXACT_BYTES = 2 * 1024 * 1024
NOT_FOUND_SECONDS = 60
LOCK_SECONDS = 10
# Readers of a purged page wait so long for the new one, so that "published" means "visible".
PURGED_WAIT_SECONDS = 1.0
# After a render failed, readers get the old bytes at once for so long.
RETRY_SECONDS = 5.0
KEPT_STATUSES = frozenset({200, 301, 302, 404, 410})
_MAX_PLACES = 8192


@dataclass(slots=True)
class Visit:
    """One request that may have to render: what was asked for, and what of it matters."""

    request: HttpRequest
    came: Address
    address: Address
    render: Callable[[HttpRequest], HttpResponseBase]


class PageCache:
    """Answers as bytes, in two levels, for the readers of one process."""

    def __init__(
        self, *, clock: Clock | None = None, purges: PurgeLog | None = None, limit: int = MEMORY_BYTES
    ) -> None:
        self.clock = clock or SystemClock()
        self.purges = purges or log
        self.shared: SharedCache = self.purges.shared
        self.pages: Memory = Memory(limit - EXACT_BYTES)
        self.exact: Memory = Memory(EXACT_BYTES)
        self._flights = Flights()
        # What the answers of a place depend on; `None` when they are never kept.
        self._names: Bounded[Place, frozenset[str] | None] = Bounded(_MAX_PLACES)
        self._salt = settings.HUB_RELEASE
        self.purges.subscribe(self._make_stale)

    def answer(
        self, request: HttpRequest, came: Address, render: Callable[[HttpRequest], HttpResponseBase]
    ) -> HttpResponseBase:
        """The kept answer when it is true, otherwise a rendered one, otherwise an old one."""
        address = self._reduced(came) if came.query else came
        entry = self.pages.get(address) or self.exact.get(address)
        now = self.clock.now()
        if entry is not None and entry.is_fresh(now):
            return self._reply(request, entry, FRESH)
        visit = Visit(request, came, address, render)
        if entry is None:
            is_never_kept = came.place in self._names and self._names.get(came.place) is None
            return self._render(visit, None) if is_never_kept else self._renew(visit, None)
        if now < entry.retry_at and entry.is_usable(now):
            return self._reply(request, entry, OLD, doubt=True)
        return self._renew(visit, entry if entry.is_usable(now) else None)

    def has_pages(self) -> bool:
        """Whether there is anything to serve while the database is away."""
        return len(self.pages) > 0

    def clear(self) -> None:
        """Forget everything that this process keeps."""
        self.pages.clear()
        self.exact.clear()
        self._names.clear()

    # -- who renders

    def _renew(self, visit: Visit, entry: Entry | None) -> HttpResponseBase:
        address = visit.address
        flight, leads = self._flights.join(address)
        if leads:
            try:
                return self._lead(visit)
            finally:
                self._flights.end(address)
        if entry is not None and not entry.purged:
            return self._reply(visit.request, entry, OLD)
        flight.wait(LOCK_SECONDS if entry is None else PURGED_WAIT_SECONDS)
        # The leader may have learned meanwhile which parameters matter here.
        visit.address = self._reduced(visit.came)
        newer = self._find(visit.address)
        if newer is not None and newer.is_fresh(self.clock.now()):
            return self._reply(visit.request, newer, FRESH)
        if entry is not None:
            return self._reply(visit.request, entry, OLD, doubt=self.clock.now() < entry.retry_at)
        return self._render(visit, None)

    def _lead(self, visit: Visit) -> HttpResponseBase:
        now = self.clock.now()
        # Who led before may have landed between our look and our start.
        entry = self._find(visit.address)
        if entry is None or not entry.is_fresh(now):
            entry = self._from_shared(visit.address) or entry
        if entry is not None and entry.is_fresh(now):
            return self._reply(visit.request, entry, FRESH)
        if entry is None or entry.purged or not entry.is_usable(now):
            return self._render(visit, entry if entry and entry.is_usable(now) else None)
        lock = f"hub:lock:{visit.address.digest(self._salt)}"
        if not self.shared.add(lock, 1, seconds=LOCK_SECONDS):
            return self._reply(visit.request, entry, OLD)
        try:
            return self._render(visit, entry)
        finally:
            self.shared.delete(lock)

    def _render(self, visit: Visit, entry: Entry | None) -> HttpResponseBase:
        """Render and keep. When that fails, the last answer is better than an error."""
        number, started = self.purges.number, self.clock.now()
        try:
            response, reads = _rendered(visit)
        except Exception:
            if entry is None:
                raise
            logger.exception("A page could not be rendered; readers get the last one.")
            return self._last(visit, entry)
        if response.status_code >= 500:
            return response if entry is None else self._last(visit, entry)
        if self.purges.is_blind:
            # Without the database even a good answer may lack its menus.
            return response
        kept = self._keep(visit, response, reads, number=number, started=started)
        if kept is None:
            return response
        reply = self._reply(visit.request, kept, RENDERED)
        reply._resource_closers.extend(response._resource_closers)
        return reply

    def _last(self, visit: Visit, entry: Entry) -> HttpResponseBase:
        entry.retry_at = self.clock.now() + RETRY_SECONDS
        return self._reply(visit.request, entry, OLD, doubt=True)

    # -- what is kept

    def _keep(
        self, visit: Visit, response: HttpResponseBase, reads: Reads, *, number: int, started: float
    ) -> Entry | None:
        said = _mark_of(visit.request, response)
        if said is None or not isinstance(response, HttpResponse):
            self._forget(visit)
            return None
        if response.status_code == 200:
            names = self._learn(visit.address.place, said.parameters)
            if not names_in(visit.address.query) <= names:
                # A parameter that does not matter has reached the page. The next one is rendered without it.
                return None
            visit.address = self._reduced(visit.came)
        elif not visit.address.query:
            # The page itself is gone from here: what its parameters meant is no longer true.
            self._names.drop(visit.address.place)
            self.shared.delete(self._names_key(visit.address.place))
        return self._put(visit.address, response, Origin.of(said, reads, number=number, started=started))

    def _put(self, address: Address, response: HttpResponse, origin: Origin) -> Entry:
        is_page = response.status_code == 200
        memory, other = (self.pages, self.exact) if is_page else (self.exact, self.pages)
        entry = Entry.of(address, response, origin.reading(SITE) if is_page else origin.reading(SITE, TREE))
        with self.purges.lock:
            entry.purged = self.purges.purged_since(entry.origin.tags, origin.number)
            if not self.purges.forgotten_since(origin.number):
                memory.put(entry)
        other.drop(address)
        if is_page and not entry.purged:
            self.shared.set(self._page_key(address), entry.dump(), seconds=USABLE_SECONDS)
        return entry

    def _forget(self, visit: Visit) -> None:
        self.pages.drop(visit.address)
        self.exact.drop(visit.address)
        if visit.came.place not in self._names:
            self._names.put(visit.came.place, None)

    def _learn(self, place: Place, names: frozenset[str]) -> frozenset[str]:
        known = self._names.get(place)
        learned = names | (known or frozenset())
        if learned != known:
            self._names.put(place, learned)
            self.shared.set(self._names_key(place), sorted(learned), seconds=USABLE_SECONDS)
        return learned

    # -- what is found

    def _reduced(self, came: Address) -> Address:
        if not came.query:
            return came
        names = self._names.get(came.place)
        if names is None and came.place not in self._names:
            listed = self.shared.get(self._names_key(came.place))
            if listed is not None:
                names = frozenset(listed)
                self._names.put(came.place, names)
        return came if names is None else came.reduced(names)

    def _find(self, address: Address) -> Entry | None:
        return self.pages.get(address) or self.exact.get(address)

    def _from_shared(self, address: Address) -> Entry | None:
        values = self.shared.get(self._page_key(address))
        if values is None:
            return None
        entry = Entry.load(address, values)
        if self.purges.forgotten_since(entry.origin.number):
            return None
        known = self.pages.get(address)
        if known is not None and known.origin.started >= entry.origin.started:
            return known
        with self.purges.lock:
            entry.purged = self.purges.purged_since(entry.origin.tags, entry.origin.number)
            self.pages.put(entry)
        return entry

    def _reply(self, request: HttpRequest, entry: Entry, state: str, *, doubt: bool = False) -> ReadyResponse:
        environ = request.META
        encoding = encoding_class(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if not entry.has_variant(encoding):
            entry.make_variant(encoding)
            (self.pages if entry.status == 200 else self.exact).weigh(entry)
        return entry.reply(environ, encoding, state, doubt=doubt or self.purges.is_blind)

    def _make_stale(self, tags: frozenset[str]) -> None:
        self.pages.make_stale(tags)
        self.exact.make_stale(tags)

    def _page_key(self, address: Address) -> str:
        return f"hub:page:{address.digest(self._salt)}"

    def _names_key(self, place: Place) -> str:
        return f"hub:names:{Address(place, '').digest(self._salt)}"


def _rendered(visit: Visit) -> tuple[HttpResponseBase, Reads]:
    request, method = visit.request, visit.request.method
    request.method = request.META["REQUEST_METHOD"] = "GET"
    if visit.address.query != visit.came.query:
        # What does not matter must not reach the page either: it could be printed into a link.
        request.META["QUERY_STRING"] = visit.address.query
    try:
        with collecting() as reads:
            return visit.render(request), reads
    finally:
        request.method = request.META["REQUEST_METHOD"] = method


def _mark_of(request: HttpRequest, response: HttpResponseBase) -> Mark | None:
    """What the answer said of itself, unless it is meant for one reader alone."""
    said = mark_of(response)
    match = request.resolver_match
    if said is None and response.status_code == 404 and match and match.view_name == "wagtail_serve":
        # No page at this address: true until the tree of pages changes.
        said = Mark(seconds=NOT_FOUND_SECONDS)
    policy = response.headers.get("Cache-Control", "")
    is_personal = response.cookies or "Set-Cookie" in response or "private" in policy or "no-store" in policy
    if said is None or is_personal or response.streaming or getattr(request, "is_preview", False):
        return None
    return said if response.status_code in KEPT_STATUSES else None
