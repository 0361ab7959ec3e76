"""Studies, indicators, areas and breakdowns in the admin, under one menu entry."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from core.editing.lists import FactViewSet
from core.editing.titles import KEY, TitledViewSet
from studies.models import Area, Breakdown, Indicator, Study
from studies.pages import StudyPage


class StudyViewSet(TitledViewSet):
    model = Study
    pages, fact = StudyPage, "study"
    icon = "doc-full"
    list_display = ["slug", "kind", "year", BooleanColumn("about_city", label=_("About the city")), KEY]
    list_filter = ["kind", "year", "about_city", "needs"]
    search_fields = ["slug", "doi", "authors__name"]
    ordering = ["-year", "slug"]


class IndicatorViewSet(FactViewSet):
    model = Indicator
    icon = "table"
    list_display = ["__str__", "topic", "unit", "key_figure"]
    list_filter = ["topic", "unit"]
    search_fields = ["slug", "words__name"]


class AreaViewSet(FactViewSet):
    model = Area
    icon = "site"
    list_display = ["__str__", "slug", "order", BooleanColumn("own", label=_("The hub's own city"))]
    search_fields = ["slug", "words__name"]


class BreakdownViewSet(FactViewSet):
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
