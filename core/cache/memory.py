"""The first level: entries in the memory of the process, the least recently read ones leave first."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

from .addresses import Address
from .entries import Entry
from .purges import EVERYTHING, FORGET

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory:
    """Entries up to a number of bytes, found by key and by tag. Safe for threads."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._lock = threading.Lock()
        self._entries: OrderedDict[Address, tuple[Entry, int]] = OrderedDict()
        self._keys_by_tag: dict[str, set[Address]] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Address) -> Entry | None:
        """The entry, stale or not, and note that it was read."""
        with self._lock:
            found = self._entries.get(key)
            if found is None:
                return None
            self._entries.move_to_end(key)
            return found[0]

    def put(self, entry: Entry) -> None:
        """Keep an entry; one that alone is larger than the limit is not kept."""
        with self._lock:
            key = entry.key
            self._remove(key)
            size = entry.size
            if size > self.limit:
                return
            self._entries[key] = (entry, size)
            self.size += size
            for tag in entry.origin.tags:
                self._keys_by_tag.setdefault(tag, set()).add(key)
            while self.size > self.limit:
                self._remove(next(iter(self._entries)))

    def weigh(self, entry: Entry) -> None:
        """Count an entry anew that has grown by another encoding."""
        with self._lock:
            found = self._entries.get(entry.key)
            if found is None or found[0] is not entry:
                return
            self.size += entry.size - found[1]
            self._entries[entry.key] = (entry, entry.size)
            while self.size > self.limit:
                self._remove(next(iter(self._entries)))

    def drop(self, key: Address) -> None:
        """Forget an entry."""
        with self._lock:
            self._remove(key)

    def make_stale(self, tags: frozenset[str]) -> None:
        """Mark what was rendered from what these tags name. It is kept for the case that nothing renders."""
        if FORGET in tags:
            self.clear()
            return
        with self._lock:
            if EVERYTHING in tags:
                for entry, _ in self._entries.values():
                    entry.purged = True
                return
            for tag in tags:
                for key in self._keys_by_tag.get(tag, ()):
                    self._entries[key][0].purged = True

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
            self._keys_by_tag.clear()
            self.size = 0

    def _remove(self, key: Address) -> None:
        entry, size = self._entries.pop(key, (None, 0))
        if entry is None:
            return
        self.size -= size
        for tag in entry.origin.tags:
            keys = self._keys_by_tag[tag]
            keys.discard(key)
            if not keys:
                del self._keys_by_tag[tag]


class Bounded(Generic[K, V]):
    """A mapping that forgets what was least recently written. Safe for threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._values: OrderedDict[K, V] = OrderedDict()

    def __contains__(self, key: K) -> bool:
        return key in self._values

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: K) -> V | None:
        """The value, or `None`."""
        return self._values.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep a value as the youngest."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            if len(self._values) > self._limit:
                self._values.popitem(last=False)

    def drop(self, key: K) -> None:
        """Forget a value."""
        with self._lock:
            self._values.pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()
