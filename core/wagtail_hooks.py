"""Registrations of the core."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from core import (
    contributions,  # noqa: F401 -- registers its hooks
    gone,
    handbook,
    queue_admin,
)
from core.admin import TaxonomyGroup
from core.editing import as_reader, translating

register_snippet(TaxonomyGroup)
hooks.register("register_admin_urls", queue_admin.urls)
hooks.register("register_admin_urls", translating.urls, order=-1)
hooks.register("before_edit_page", translating.refuse_gaps, order=-1)
hooks.register("register_reports_menu_item", queue_admin.menu_item)
hooks.register("register_admin_urls", as_reader.urls)
hooks.register("register_page_header_buttons", as_reader.header_buttons)
hooks.register("after_delete_page", gone.succeed)
hooks.register("register_admin_urls", handbook.urls)
hooks.register("register_help_menu_item", handbook.menu_item)
hooks.register("construct_help_menu", handbook.alone)


@hooks.register("register_account_menu_item")
def how_you_sign_in(request: HttpRequest) -> dict[str, Any]:
    """What stood in Wagtail's account page and is the hub's own now: password, app for codes, passkeys."""
    return {
        "url": reverse("mfa_index"),
        "label": _("How you sign in"),
        "help_text": _("Password, passkeys, an app for codes, recovery codes."),
    }


@hooks.register("insert_global_admin_css")
def own_look() -> str:
    """Add the little that the hub changes in the look of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
