"""The log of purges: written once, read by every process at most every half a second.

A number stands for everything that was purged up to it. A page remembers the number that its process
had seen when the render began; it is stale as soon as a later number names one of its tags. So a render
that began before a purge can never pass for fresh, however long it takes.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from uuid import uuid4

from django.db import Error as DatabaseProblem
from django.db import transaction

from .clock import Clock, SystemClock
from .models import CachePurge
from .shared import SharedCache

logger = logging.getLogger(__name__)

EVERYTHING = "*"
# Not even as the last resort may an answer from before be given: it holds what must never be seen again.
FORGET = "!"
# Read by every page: the strips, the frame.
SITE = "site"
# Read by answers about addresses: "not found" and redirects.
TREE = "tree"
LOOK_SECONDS = 0.5
# While the database is away a look costs a failed connection; a reader in ten seconds is enough.
BLIND_SECONDS = 2.0
# With a shared counter the database is asked this seldom; it catches a counter that could not be raised.
NET_SECONDS = 5.0
# Pages are usable for 24 hours, so rows must outlive them.
KEPT_SECONDS = 25 * 3600
# PostgreSQL hands out numbers before commit: a lower one may become visible after a higher one.
OVERLAP = 100
# A purge that names more than this (a load of content) is a purge of everything.
MAX_TAGS = 400
_COUNTER = "hub:purges"

Listener = Callable[[frozenset[str]], None]


class PurgeLog:
    """What this process knows of purges. `lock` guards `latest`; listeners are called while it is held."""

    def __init__(self, *, clock: Clock | None = None, shared: SharedCache | None = None) -> None:
        self.clock = clock or SystemClock()
        self.shared = shared or SharedCache(clock=self.clock)
        self.lock = threading.RLock()
        self.number = 0  # the highest number seen
        self.is_blind = False  # neither counter nor database could be read
        self._latest: dict[str, int] = {}
        self._listeners: list[Listener] = []
        self._looking = threading.Lock()
        self._looked_at = self._read_at = 0.0
        self._counter: str | None = None
        self._applied: set[int] = set()
        self._unsaved: set[str] = set()

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` with the tags of every purge, from whatever process it came."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Call `listener` no more."""
        self._listeners.remove(listener)

    def tell(self, tags: frozenset[str]) -> None:
        """Let the listeners of this process drop what they know, before other processes are told."""
        with self.lock:
            for listener in self._listeners:
                listener(tags)

    def purged_since(self, tags: frozenset[str], number: int) -> bool:
        """Whether one of the tags was purged after `number`."""
        latest = self._latest
        return latest.get(EVERYTHING, 0) > number or any(latest.get(tag, 0) > number for tag in tags)

    def forgotten_since(self, number: int) -> bool:
        """Whether all answers that had read no more than `number` must be dropped."""
        return self._latest.get(FORGET, 0) > number

    def look(self) -> None:
        """Learn of new purges, when the last look is long enough ago. Never fails, never queues up."""
        now = self.clock.now()
        if abs(now - self._looked_at) < (BLIND_SECONDS if self.is_blind else LOOK_SECONDS):
            return
        if not self._looking.acquire(blocking=False):
            return
        try:
            self._looked_at = now
            self._look(now)
        finally:
            self._looking.release()

    def record(self, tags: frozenset[str]) -> None:
        """Write a purge for all processes and apply it here. Kept for the next look if that fails."""
        with self._looking:
            self._unsaved |= tags
            self._look(self.clock.now(), at_once=True)

    def _look(self, now: float, *, at_once: bool = False) -> None:
        counter = self.shared.get(_COUNTER)
        is_known = counter is not None and counter == self._counter and now - self._read_at < NET_SECONDS
        if is_known and not at_once and not self._unsaved and not self.is_blind:
            return
        try:
            self._save(now)
            self._read(now)
        except DatabaseProblem:
            self.is_blind = True
            logger.warning("Purges cannot be read: the database is away.", exc_info=True)
            return
        self._counter, self._read_at, self.is_blind = counter, now, False

    def _save(self, now: float) -> None:
        if not self._unsaved:
            return
        tags = sorted(self._unsaved)
        if len(tags) > MAX_TAGS:
            tags = [EVERYTHING, *self._unsaved & {FORGET}]
        row = CachePurge.objects.create(tags=tags, created=datetime.fromtimestamp(now, UTC))
        self._unsaved.clear()
        self.shared.set(_COUNTER, uuid4().hex, seconds=None)
        if row.pk % OVERLAP == 0:
            oldest = datetime.fromtimestamp(now - KEPT_SECONDS, UTC)
            CachePurge.objects.filter(created__lt=oldest).delete()

    def _read(self, now: float) -> None:
        rows = list(CachePurge.objects.filter(pk__gt=self.number - OVERLAP).order_by("pk").values_list("pk", "tags"))
        with self.lock:
            if self._read_at and now - self._read_at > KEPT_SECONDS:
                # Rows may have come and gone unseen.
                self.tell(frozenset({EVERYTHING}))
            for number, tags in rows:
                if number not in self._applied:
                    self._apply(number, frozenset(tags))
            self._applied = {number for number in self._applied if number > self.number - OVERLAP}

    def _apply(self, number: int, tags: frozenset[str]) -> None:
        self._applied.add(number)
        self.number = max(self.number, number)
        for tag in tags:
            self._latest[tag] = max(number, self._latest.get(tag, 0))
        self.tell(tags)


class _Batch:
    """The tags that a transaction purges when it commits; gone when the savepoint in which it began is rolled back."""

    def __init__(self, tags: Iterable[str]) -> None:
        self.__qualname__ = type(self).__qualname__  # by it Django names the call that failed after a commit
        self.tags = set(tags)

    def __call__(self) -> None:
        log.record(frozenset(self.tags))


log = PurgeLog()


def subscribe(listener: Listener) -> None:
    """Call `listener` with the tags of every purge of any process, within a second of its commit.

    In the process that purges it is called twice: at once, so that a writer reads its own writes, and
    after the commit. A listener only drops what it knows; it must not read the database. The tag `*`
    means everything.
    """
    log.subscribe(listener)


def purge(*tags: str) -> None:
    """Make every page that read one of these tags stale, in all processes, when the transaction commits.

    `*` purges everything.
    """
    if not tags:
        return
    log.tell(frozenset(tags))
    connection = transaction.get_connection()
    for savepoints, function, *_ in connection.run_on_commit:
        if isinstance(function, _Batch) and savepoints <= set(connection.savepoint_ids):
            function.tags.update(tags)
            return
    transaction.on_commit(_Batch(tags), robust=True)


def forget() -> None:
    """Drop every kept answer in all processes when the transaction commits; old ones are not shown even in need."""
    purge(EVERYTHING, FORGET)
