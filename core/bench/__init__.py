"""Measuring the hub against a bare Django page."""
