"""Consultations in the admin."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from consultations.models import Consultation
from consultations.pages import ConsultationPage
from core.editing.titles import TITLE, with_titles


class ConsultationViewSet(SnippetViewSet):
    model = Consultation
    icon = "comment"
    add_to_admin_menu = True
    menu_order = 260
    list_display = ["slug", TITLE, "opens_at", "closes_at", "answered_at", BooleanColumn("example", label=_("example"))]
    list_filter = ["example", "needs"]
    search_fields = ["slug", "organisation"]
    ordering = ["-opens_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Consultation]:
        return with_titles(Consultation.objects.all(), ConsultationPage, "consultation")
