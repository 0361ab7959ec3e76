"""Studies, indicators, areas and breakdowns in the admin, under one menu entry."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.editing.titles import TITLE, with_titles
from studies.models import Area, Breakdown, Indicator, Study
from studies.pages import StudyPage


class StudyViewSet(SnippetViewSet):
    model = Study
    icon = "doc-full"
    list_display = ["slug", TITLE, "kind", "year", BooleanColumn("about_city", label=_("about the city"))]
    list_filter = ["kind", "year", "about_city", "needs"]
    search_fields = ["slug", "doi", "authors__name"]
    ordering = ["-year", "slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Study]:
        return with_titles(Study.objects.all(), StudyPage, "study")


class IndicatorViewSet(SnippetViewSet):
    model = Indicator
    icon = "table"
    list_display = ["__str__", "topic", "unit", "key_figure"]
    list_filter = ["topic", "unit"]
    search_fields = ["slug", "words__name"]


class AreaViewSet(SnippetViewSet):
    model = Area
    icon = "site"
    list_display = ["__str__", "slug", "order", BooleanColumn("own", label=_("the hub's own city"))]
    search_fields = ["slug", "words__name"]


class BreakdownViewSet(SnippetViewSet):
    model = Breakdown
    icon = "list-ul"
    list_display = ["__str__", "slug", "dimension", "order"]
    list_filter = ["dimension"]
    search_fields = ["slug", "words__name"]


class KnowledgeGroup(SnippetViewSetGroup):
    menu_label = _("Studies and figures")
    menu_icon = "doc-full"
    menu_order = 240
    items = (StudyViewSet, IndicatorViewSet, AreaViewSet, BreakdownViewSet)
