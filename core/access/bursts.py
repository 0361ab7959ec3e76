"""How often a network may ask within seconds: counted in the cache, under a name that changes every hour."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from core.access.networks import address_of, network

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Burst:
    """So many times within seconds. For reading: a count that is lost with the cache refuses nobody."""

    name: str
    times: int
    seconds: int


def is_too_often(burst: Burst, request: HttpRequest, *, at: datetime) -> bool:
    """Count one more of the reader's network; whether it asks faster than it may."""
    named = salted_hmac(f"core.access.{at:%Y%m%d%H}", network(address_of(request)), algorithm="sha256").hexdigest()
    key = f"hub:burst:{burst.name}:{int(at.timestamp()) // burst.seconds}:{named}"
    try:
        cache.add(key, 0, timeout=burst.seconds)
        return int(cache.incr(key)) > burst.times
    except Exception:  # noqa: BLE001 -- whatever a cache says when it is away
        logger.warning("Requests are not counted: the cache is away.")
        return False
