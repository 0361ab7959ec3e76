"""Single flight: of many who need the same answer at the same time, one fetches it."""

import threading
from collections.abc import Hashable


class Flight:
    """A render in progress. Whoever did not start it may wait for its end."""

    def __init__(self) -> None:
        self._landed = threading.Event()

    def wait(self, seconds: float) -> bool:
        """Whether it ended within this time."""
        return self._landed.wait(seconds)

    def land(self) -> None:
        self._landed.set()


class Flights:
    """The renders in progress of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flights: dict[Hashable, Flight] = {}

    def join(self, key: Hashable) -> tuple[Flight, bool]:
        """The flight for a key, and whether the caller leads it and must `end` it."""
        with self._lock:
            flight = self._flights.get(key)
            if flight is not None:
                return flight, False
            flight = self._flights[key] = Flight()
            return flight, True

    def end(self, key: Hashable) -> None:
        """Let everybody go who waits for this key."""
        with self._lock:
            flight = self._flights.pop(key)
        flight.land()
