"""Registrations of the directory."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from directory import contributions  # noqa: F401 -- registers its hooks
from directory.admin import DirectoryGroup
from directory.admin.beginning import name_alike
from directory.history import log_actions
from directory.views import alike, checking, contact_desk, desk_panel, emergency_desk, imports, outlines, withholding
from directory.views.structures import refuse_without_way_in

register_snippet(DirectoryGroup)
hooks.register("before_publish_page", refuse_without_way_in)
hooks.register("register_admin_urls", checking.admin_urls)
hooks.register("register_admin_urls", emergency_desk.admin_urls)
hooks.register("register_admin_menu_item", emergency_desk.menu_item)
hooks.register("register_admin_urls", contact_desk.admin_urls)
hooks.register("register_admin_menu_item", contact_desk.menu_item)
hooks.register("register_admin_menu_item", desk_panel.menu_item)
hooks.register("register_reports_menu_item", desk_panel.report_item)
hooks.register("construct_homepage_panels", emergency_desk.add_panel)
hooks.register("construct_homepage_panels", contact_desk.add_panel)
hooks.register("construct_homepage_panels", desk_panel.add_panel)
hooks.register("register_admin_urls", imports.admin_urls)
hooks.register("register_admin_menu_item", imports.menu_item)
hooks.register("register_admin_urls", outlines.admin_urls)
hooks.register("register_admin_menu_item", outlines.menu_item)
hooks.register("register_log_actions", log_actions)
hooks.register("register_admin_urls", withholding.admin_urls)
hooks.register("register_snippet_listing_buttons", checking.listing_buttons)
hooks.register("register_snippet_listing_buttons", withholding.listing_buttons)
hooks.register("register_admin_urls", alike.admin_urls)
hooks.register("after_create_snippet", name_alike)
