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
            GuardedMenuItem(
                _("Test a search"),
                reverse("search_test"),
                rights=(RIGHT,),
                name="search-test",
                icon_name="view",
                order=900,
            ),
            GuardedMenuItem(
                _("Quality"),
                reverse("search_quality"),
                rights=(RIGHT,),
                name="search-quality",
                icon_name="tasks",
                order=901,
            ),
            GuardedMenuItem(
                _("Without a result"),
                reverse("search_nothing"),
                rights=(RIGHT,),
                name="search-nothing",
                icon_name="help",
            ),
        )
        return [*super().get_submenu_items(), *screens]
