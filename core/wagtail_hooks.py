"""Registrations of the core."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from core import (
    contributions,  # noqa: F401 -- registers its hooks
    queue_admin,
)
from core.admin import TaxonomyGroup
from core.editing import translating

register_snippet(TaxonomyGroup)
hooks.register("register_admin_urls", queue_admin.urls)
hooks.register("register_admin_urls", translating.urls, order=-1)
hooks.register("register_reports_menu_item", queue_admin.menu_item)


@hooks.register("insert_global_admin_css")
def own_look() -> str:
    """Add the little that the hub changes in the look of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
