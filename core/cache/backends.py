"""Django's Redis cache for a hub whose readers must not notice when Redis is away.

Not only the page cache uses `django.core.cache`: Wagtail keeps the roots of its sites there, and with
Django's own backend no page can be rendered while Redis is down. Here everything is then simply missing.
"""

import logging
import time
from collections.abc import Callable
from typing import Any, ClassVar

from django.core.cache.backends.redis import RedisCache as DjangoRedisCache
from django.core.cache.backends.redis import RedisCacheClient
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# After a failure Redis is left alone so long, or each use would wait for its connection to fail.
PAUSE_SECONDS = 5.0


class PatientClient(RedisCacheClient):
    """Answers as an empty cache that keeps nothing while the server is away.

    `add` then says yes: whoever asks for a lock gets it, because nobody else can be seen. `incr` raises
    ValueError, as for any key that is missing.
    """

    # Django makes a client per thread; all of a process learn of an outage together.
    _away_until: ClassVar[dict[str, float]] = {}

    def add(self, key: str, value: Any, timeout: int | None) -> bool:
        return self._try(lambda: super(PatientClient, self).add(key, value, timeout), otherwise=True)

    def get(self, key: str, default: Any) -> Any:
        return self._try(lambda: super(PatientClient, self).get(key, default), otherwise=default)

    def set(self, key: str, value: Any, timeout: int | None) -> None:
        self._try(lambda: super(PatientClient, self).set(key, value, timeout), otherwise=None)

    def touch(self, key: str, timeout: int | None) -> bool:
        return self._try(lambda: super(PatientClient, self).touch(key, timeout), otherwise=False)

    def delete(self, key: str) -> bool:
        return self._try(lambda: super(PatientClient, self).delete(key), otherwise=False)

    def get_many(self, keys: Any) -> dict[str, Any]:
        return self._try(lambda: super(PatientClient, self).get_many(keys), otherwise={})

    def has_key(self, key: str) -> bool:
        return self._try(lambda: super(PatientClient, self).has_key(key), otherwise=False)

    def incr(self, key: str, delta: int) -> int:
        value = self._try(lambda: super(PatientClient, self).incr(key, delta), otherwise=None)
        if value is None:
            raise ValueError(f"Key {key!r} not found: Redis is away.")
        return value

    def set_many(self, data: dict[str, Any], timeout: int | None) -> None:
        self._try(lambda: super(PatientClient, self).set_many(data, timeout), otherwise=None)

    def delete_many(self, keys: Any) -> None:
        self._try(lambda: super(PatientClient, self).delete_many(keys), otherwise=None)

    def clear(self) -> bool:
        return self._try(lambda: super(PatientClient, self).clear(), otherwise=False)

    def _try(self, use: Callable[[], Any], *, otherwise: Any) -> Any:
        server = self._servers[0]
        if time.monotonic() < self._away_until.get(server, 0.0):
            return otherwise
        try:
            return use()
        except (RedisError, OSError):
            self._away_until[server] = time.monotonic() + PAUSE_SECONDS
            logger.warning("Redis is away; what was kept there is read anew.", exc_info=True)
            return otherwise


class RedisCache(DjangoRedisCache):
    """For CACHES: `core.cache.backends.RedisCache`, with options as for Django's own."""

    def __init__(self, server: str | list[str], params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = PatientClient
