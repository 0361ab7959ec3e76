"""Facts of good practices in the admin."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from core.editing.titles import TITLE, with_titles
from network.models.practice import Practice
from network.pages import GoodPracticePage


class PracticeViewSet(SnippetViewSet):
    model = Practice
    icon = "success"
    add_to_admin_menu = True
    menu_order = 350
    list_display = ["slug", TITLE, "year", "evidence", BooleanColumn("of_city", label=_("from this city"))]
    list_filter = ["evidence", "of_city"]
    search_fields = ["slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Practice]:
        return with_titles(Practice.objects.all(), GoodPracticePage, "practice")
