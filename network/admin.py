"""Facts of good practices in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn

from core.editing.titles import KEY, TitledViewSet
from network.models.practice import Practice
from network.pages import GoodPracticePage


class PracticeViewSet(TitledViewSet):
    model = Practice
    pages, fact = GoodPracticePage, "practice"
    icon = "success"
    add_to_admin_menu = True
    menu_order = 350
    list_display = ["slug", "year", "evidence", BooleanColumn("of_city", label=_("From this city")), KEY]
    list_filter = ["evidence", "of_city"]
    search_fields = ["slug"]
