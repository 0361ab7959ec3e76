"""What a render has read, and until when its answer stays true.

A render says what it reads with `collect()` and when it changes by itself with `expire_at()`. Both do
nothing outside a render, so selectors call them without asking who reads (decision 0003).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Reads:
    """The tags that were read, and the earliest moment at which the answer changes by itself."""

    tags: set[str] = field(default_factory=set)
    until: datetime | None = None


_reads: ContextVar[Reads | None] = ContextVar("hub_cache_reads", default=None)


def collect(*tags: str) -> None:
    """Note that the render in progress has read what these tags name (`structure:7`, `list:news`)."""
    reads = _reads.get()
    if reads is not None:
        reads.tags.update(tags)


def expire_at(moment: datetime) -> None:
    """Note an aware moment at which the answer changes by itself: a deadline, the next opening hour."""
    reads = _reads.get()
    if reads is not None and (reads.until is None or moment < reads.until):
        reads.until = moment


@contextmanager
def collecting() -> Iterator[Reads]:
    """Gather what is noted inside. A scope inside a scope keeps its notes for itself."""
    reads = Reads()
    token = _reads.set(reads)
    try:
        yield reads
    finally:
        _reads.reset(token)
