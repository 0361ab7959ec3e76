"""Two engines as one: the first while it answers, the embedded one when it does not."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence

from .base import MOST_CANDIDATES, Candidates, Snapshot, State
from .elastic import UNAVAILABLE, ElasticEngine
from .embedded import EmbeddedEngine

logger = logging.getLogger(__name__)
FIRST_WAIT, LONGEST_WAIT = 5.0, 60.0  # seconds


class FailoverEngine:
    """What readers ask: a failure costs one of them a moment, then the first engine is left alone for a while."""

    def __init__(
        self, first: ElasticEngine, embedded: EmbeddedEngine, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.first = first
        self.embedded = embedded
        self._clock = clock
        self._again = 0.0
        self._wait = FIRST_WAIT

    def candidates(self, keys: Sequence[str], limit: int = MOST_CANDIDATES) -> Candidates:
        """Units of the first engine that answers."""
        if self._clock() >= self._again:
            try:
                found = self.first.candidates(keys, limit)
            except UNAVAILABLE as error:
                self._rest(error)
            else:
                self._wait, self._again = FIRST_WAIT, 0.0
                return found
        return self.embedded.candidates(keys, limit)

    def snapshot(self) -> Snapshot:
        return self.embedded.snapshot()

    def state(self) -> State:
        """The embedded engine's: readers get answers as long as it stands."""
        return self.embedded.state()

    def _rest(self, error: Exception) -> None:
        logger.warning("Elasticsearch is away, the embedded engine answers for %.0f s: %s", self._wait, error)
        self._again = self._clock() + self._wait
        self._wait = min(self._wait * 2, LONGEST_WAIT)
