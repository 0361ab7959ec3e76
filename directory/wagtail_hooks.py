"""Registrations of the directory."""

from directory import contributions  # noqa: F401 -- registers its hooks
