"""What seldom changes, read once per process: words of the taxonomy, settings, menus.

    @snapshot("core.terms", tags=["list:core"])
    def terms(kind: str, language: str) -> tuple[Term, ...]:
        ...

The function runs once per process and per arguments; afterwards its value comes from memory until one of
the tags is purged, by whatever process. Each reading also collects the tags for the page cache, those that
the function collected itself included, so a page that shows a term is renewed with it.

The function returns something that nobody changes (a tuple, a frozen dataclass) and depends on nothing but
its arguments and the rows behind its tags: no clock, no request, no active language. A value must not be
read in a transaction that writes the rows behind it and may still be rolled back.
"""

import threading
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar

from core.cache import collect, subscribe
from core.cache.purges import EVERYTHING
from core.cache.reads import collecting

# Arguments may come from a request (a host name), and those are as many as anybody likes.
MAX_VALUES = 1000

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[R]):
    value: R
    tags: frozenset[str]


class Snapshot(Generic[R]):
    """The values of one function. A value whose tags were purged while it was read is not kept."""

    def __init__(self, name: str, tags: Iterable[str], function: Callable[..., R]) -> None:
        self.name = name
        self.tags = frozenset(tags)
        self._function = function
        self._lock = threading.Lock()
        # After a purge many readers come at once: one reads, the others wait for its value.
        self._reading = threading.RLock()
        self._values: dict[Hashable, _Kept[R]] = {}
        self._drops = 0

    def read(self, *args: Hashable, **kwargs: Hashable) -> R:
        """The value for these arguments, from memory when it is there."""
        key = (args, tuple(sorted(kwargs.items())))
        kept = self._values.get(key)
        if kept is None:
            with self._reading:
                kept = self._values.get(key) or self._compute(key, args, kwargs)
        collect(*kept.tags)
        return kept.value

    def drop(self, tags: frozenset[str]) -> None:
        """Forget the values that one of the tags makes untrue."""
        with self._lock:
            # Also counts for a value that is being read now and whose own tags nobody knows yet.
            self._drops += 1
            if EVERYTHING in tags or tags & self.tags:
                self._values.clear()
                return
            self._values = {key: kept for key, kept in self._values.items() if not tags & kept.tags}

    def clear(self) -> None:
        """Forget every value."""
        self.drop(frozenset({EVERYTHING}))

    def _compute(self, key: Hashable, args: tuple[Any, ...], kwargs: dict[str, Any]) -> _Kept[R]:
        drops = self._drops
        with collecting() as reads:
            kept = _Kept(self._function(*args, **kwargs), self.tags | reads.tags)
        with self._lock:
            if drops == self._drops:
                if len(self._values) >= MAX_VALUES:
                    self._values.clear()
                self._values[key] = kept
        return kept


_snapshots: dict[str, Snapshot[Any]] = {}


def snapshot(name: str, tags: Iterable[str]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a reading that is kept per process until one of `tags` is purged.

    `name` is unique in the project (`core.terms`). The arguments must be hashable.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        kept = Snapshot(name, tags, function)
        _snapshots[name] = kept

        @wraps(function)
        def read(*args: P.args, **kwargs: P.kwargs) -> R:
            return kept.read(*args, **kwargs)

        return read

    return decorate


def clear_snapshots() -> None:
    """Forget everything that is kept. Between tests, which share a process but not a database."""
    for kept in list(_snapshots.values()):
        kept.clear()


def _drop(tags: frozenset[str]) -> None:
    for kept in list(_snapshots.values()):
        kept.drop(tags)


subscribe(_drop)
