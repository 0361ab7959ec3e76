"""Django's cache as the level that processes share. It may be away: then nothing here fails or waits."""

import logging
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache

from .clock import Clock, SystemClock

logger = logging.getLogger(__name__)

# After a failure the cache is left alone so long, or each reader would wait for its connection to fail.
PAUSE_SECONDS = 5.0


class SharedCache:
    """A cache that many processes see. Local memory is none: it would keep every page twice."""

    def __init__(self, alias: str = "default", *, clock: Clock | None = None) -> None:
        self._alias = alias
        self._clock = clock or SystemClock()
        self._away_until = 0.0

    @property
    def is_shared(self) -> bool:
        """Whether other processes see it at all (it may still be away)."""
        return not isinstance(self._backend(), LocMemCache | DummyCache)

    @property
    def is_away(self) -> bool:
        """Whether the last use failed a moment ago."""
        return self._clock.now() < self._away_until

    def get(self, key: str) -> Any:
        """The value, or `None` when it is missing or the cache is away."""
        return self._use("get", key)

    def set(self, key: str, value: Any, *, seconds: int | None) -> None:
        """Keep a value so long, or without end."""
        self._use("set", key, value, seconds)

    def add(self, key: str, value: Any, *, seconds: int) -> bool:
        """Whether this caller was the first. When the cache is away everybody is."""
        return self._use("add", key, value, seconds) is not False

    def delete(self, key: str) -> None:
        self._use("delete", key)

    def _backend(self) -> BaseCache:
        return caches[self._alias]

    def _use(self, verb: str, *args: Any) -> Any:
        if self.is_away or not self.is_shared:
            return None
        try:
            return getattr(self._backend(), verb)(*args)
        except Exception:
            self._away_until = self._clock.now() + PAUSE_SECONDS
            logger.warning("The shared cache is away; pages come from memory.", exc_info=True)
            return None
