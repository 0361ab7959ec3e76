"""Registrations of the core."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from core import (
    contributions,  # noqa: F401 -- registers its hooks
    queue_admin,
)
from core.admin import TaxonomyGroup

register_snippet(TaxonomyGroup)
hooks.register("register_admin_urls", queue_admin.urls)
hooks.register("register_reports_menu_item", queue_admin.menu_item)
