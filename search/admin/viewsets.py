"""Words, suggested and excluded results in the admin, under one entry of the menu."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search.admin import RIGHT
from search.admin.concepts import ConceptViewSet
from search.admin.quality import GradedQueryViewSet
from search.models import Exclusion, Promotion


class SteeringViewSet(SnippetViewSet):
    list_display = ["__str__", "page", "language", "begins", "ends"]
    list_filter = ["language"]
    search_fields = ["words", "note"]


class PromotionViewSet(SteeringViewSet):
    model = Promotion
    icon = "pick"
    menu_label = _("Suggested results")


class ExclusionViewSet(SteeringViewSet):
    model = Exclusion
    icon = "cross"
    menu_label = _("Excluded results")


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
