"""Registrations of search."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search import contributions  # noqa: F401 -- registers its hooks
from search.admin.urls import admin_urls
from search.admin.viewsets import SearchGroup

register_snippet(SearchGroup)
hooks.register("register_admin_urls", admin_urls)
