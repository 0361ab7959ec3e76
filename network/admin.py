"""Facts of good practices in the admin."""

from wagtail.snippets.views.snippets import SnippetViewSet

from network.models.practice import Practice


class PracticeViewSet(SnippetViewSet):
    model = Practice
    icon = "success"
    add_to_admin_menu = True
    menu_order = 350
    list_display = ["slug", "year", "evidence", "of_city"]
    list_filter = ["evidence", "of_city"]
    search_fields = ["slug"]
