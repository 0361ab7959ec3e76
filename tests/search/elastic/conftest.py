"""An index of its own for a test of the engine."""

from tests.search.servers import elastic

__all__ = ["elastic"]
