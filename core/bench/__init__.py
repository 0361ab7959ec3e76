"""Measuring the hub against a bare Django page (operations.md §4)."""
