"""Suggested and excluded results: their lists, with how each stands."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from search.admin.lists import ListView
from search.models import Exclusion, Promotion, Steering
from search.standing import Standing, standings

WORDS = {
    Standing.HOLDS: _("in force"),
    Standing.WAITS: _("not yet"),
    Standing.ENDED: _("over"),
    Standing.NO_PAGE: _("its page was deleted"),
    Standing.UNPUBLISHED: _("its page is not published"),
    Standing.EXPIRED: _("the time of its page is over"),
    Standing.NOT_FOUND: _("search does not find its page: it has ended, or is of a kind that is not searched"),
}


class SteeringIndexView(ListView):
    """The list with one column more: whether the decision does anything at this moment."""

    @cached_property
    def standings(self) -> dict[int, Standing]:
        return standings(self.model.objects.all(), timezone.now())

    @cached_property
    def columns(self) -> list[Column]:
        return [*super().columns, Column("standing", label=_("State"), accessor=self._standing)]

    def _standing(self, row: Steering) -> Any:
        return WORDS[self.standings[row.pk]]


class SteeringViewSet(SnippetViewSet):
    index_view_class = SteeringIndexView
    list_display = ["__str__", "page", "language", "begins", "ends"]
    list_filter = ["language"]
    search_fields = ["words", "note"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return self.model.objects.select_related("page")


class PromotionViewSet(SteeringViewSet):
    model = Promotion
    icon = "pick"
    menu_label = _("Suggested results")


class ExclusionViewSet(SteeringViewSet):
    model = Exclusion
    icon = "cross"
    menu_label = _("Excluded results")
