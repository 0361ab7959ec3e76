"""The page cache: what a page, a selector or a view says to it (decision 0002)."""

from .marks import cacheable, mark
from .purges import forget, purge, subscribe
from .reads import collect, expire_at

__all__ = ["cacheable", "collect", "expire_at", "forget", "mark", "purge", "subscribe"]
