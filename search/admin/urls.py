"""Addresses of the screens, below the admin's."""

from typing import Any

from django.urls import path

from search.admin.missed import nothing_report
from search.admin.quality import quality_screen
from search.admin.testing import test_screen


def admin_urls() -> list[Any]:
    """Return the addresses of the screens."""
    return [
        path("search-test/", test_screen, name="search_test"),
        path("search-quality/", quality_screen, name="search_quality"),
        path("search-nothing/", nothing_report, name="search_nothing"),
    ]
