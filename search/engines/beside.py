"""What an engine needs that only finds candidates: the words and sizes of an index that is kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .base import Engine, Snapshot, State, Term


class Beside:
    """Everything but `candidates`, from the engine beside."""

    def __init__(self, stored: Engine) -> None:
        self.stored = stored

    def snapshot(self) -> Snapshot:
        return self.stored.snapshot()

    def terms(self, keys: Iterable[str]) -> Mapping[str, Term]:
        return self.stored.terms(keys)

    def beginning(self, start: str, limit: int) -> list[str]:
        return self.stored.beginning(start, limit)

    def alike(self, key: str, distance: int, limit: int) -> list[str]:
        return self.stored.alike(key, distance, limit)

    def state(self) -> State:
        """Readers get answers as long as the one beside stands."""
        return self.stored.state()
