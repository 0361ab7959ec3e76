"""Everything of search in the admin, under one entry of the menu."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from search.admin import RIGHT
from search.admin.concepts import ConceptViewSet
from search.admin.quality import GradedQueryViewSet
from search.admin.steering import ExclusionViewSet, PromotionViewSet


class ScreenItem(MenuItem):
    """Shown to those who may change words."""

    def is_shown(self, request: Any) -> bool:
        return request.user.has_perm(RIGHT)


class SearchGroup(SnippetViewSetGroup):
    menu_label = _("Search")
    menu_icon = "search"
    menu_order = 350
    items = (ConceptViewSet, PromotionViewSet, ExclusionViewSet, GradedQueryViewSet)

    def get_submenu_items(self) -> list[MenuItem]:
        screens = (
            ScreenItem(_("Test a search"), reverse("search_test"), name="search-test", icon_name="view", order=900),
            ScreenItem(_("Quality"), reverse("search_quality"), name="search-quality", icon_name="tasks", order=901),
            ScreenItem(_("Without a result"), reverse("search_nothing"), name="search-nothing", icon_name="help"),
        )
        return [*super().get_submenu_items(), *screens]
