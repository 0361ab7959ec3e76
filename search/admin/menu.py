"""Everything of search in the admin, under one entry of the menu."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from core.editing.menus import GuardedMenuItem
from search.admin import RIGHT
from search.admin.concepts import ConceptViewSet
from search.admin.quality import GradedQueryViewSet
from search.admin.steering import ExclusionViewSet, PromotionViewSet


class SearchGroup(SnippetViewSetGroup):
    menu_label = _("Search")
    menu_icon = "search"
    menu_order = 350
    items = (ConceptViewSet, PromotionViewSet, ExclusionViewSet, GradedQueryViewSet)

    def get_submenu_items(self) -> list[MenuItem]:
        screens = (
            (_("Test a search"), "search_test", "view"),
            (_("Quality"), "search_quality", "tasks"),
            (_("Without a result"), "search_nothing", "help"),
        )
        items = [
            GuardedMenuItem(
                label, reverse(name), rights=(RIGHT,), name=name.replace("_", "-"), icon_name=icon, order=900 + number
            )
            for number, (label, name, icon) in enumerate(screens)
        ]
        return [*super().get_submenu_items(), *items]
