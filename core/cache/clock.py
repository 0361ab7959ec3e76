"""The time of the page cache. Tests bring their own clock, so nothing has to sleep."""

import time
from typing import Protocol


class Clock(Protocol):
    def now(self) -> float:
        """Seconds since the epoch."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> float:
        return time.time()
