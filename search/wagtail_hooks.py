"""Registrations of search."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search import contributions  # noqa: F401 -- registers its hooks
from search.admin.menu import SearchGroup
from search.admin.panel import add_panel
from search.admin.urls import admin_urls

register_snippet(SearchGroup)
hooks.register("register_admin_urls", admin_urls)
hooks.register("construct_homepage_panels", add_panel)
