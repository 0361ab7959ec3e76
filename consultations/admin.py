"""Consultations in the admin."""

from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from consultations.models import Consultation


class ConsultationViewSet(SnippetViewSet):
    model = Consultation
    icon = "comment"
    add_to_admin_menu = True
    menu_order = 260
    list_display = ["slug", "opens_at", "closes_at", "answered_at", BooleanColumn("example")]
    list_filter = ["example", "needs"]
    search_fields = ["slug", "organisation"]
    ordering = ["-opens_at"]
