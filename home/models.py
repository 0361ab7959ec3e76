"""Database models of home: its page types."""

from home.pages import HomePage

__all__ = ["HomePage"]
