"""Registrations of search."""

from search import contributions  # noqa: F401 -- registers its hooks
