"""Registrations of home."""

from home import contributions  # noqa: F401 -- registers its hooks
