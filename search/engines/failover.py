"""Two engines as one: the first while it answers, the stored one when it does not."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from .base import MOST_CANDIDATES, Candidates, Question
from .beside import Beside
from .elastic import UNAVAILABLE, ElasticEngine
from .stored import StoredEngine

logger = logging.getLogger(__name__)
FIRST_WAIT, LONGEST_WAIT = 5.0, 60.0  # seconds


class FailoverEngine(Beside):
    """What readers ask: a failure costs one of them a moment, then the first engine is left alone for a while."""

    def __init__(self, first: ElasticEngine, stored: StoredEngine, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(stored)
        self.first = first
        self._clock = clock
        self._again = 0.0
        self._wait = FIRST_WAIT

    def candidates(self, question: Question, limit: int = MOST_CANDIDATES) -> Candidates:
        """Units of the first engine that answers."""
        if self._clock() >= self._again:
            try:
                found = self.first.candidates(question, limit)
            except UNAVAILABLE as error:
                self._rest(error)
            else:
                self._wait, self._again = FIRST_WAIT, 0.0
                return found
        return self.stored.candidates(question, limit)

    def _rest(self, error: Exception) -> None:
        logger.warning("Elasticsearch is away, the index beside it answers for %.0f s: %s", self._wait, error)
        self._again = self._clock() + self._wait
        self._wait = min(self._wait * 2, LONGEST_WAIT)
