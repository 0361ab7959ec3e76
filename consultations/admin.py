"""Consultations in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn

from consultations.models import Consultation
from consultations.pages import ConsultationPage
from core.editing.titles import KEY, TitledViewSet


class ConsultationViewSet(TitledViewSet):
    model = Consultation
    pages, fact = ConsultationPage, "consultation"
    icon = "comment"
    add_to_admin_menu = True
    menu_order = 260
    list_display = ["slug", "opens_at", "closes_at", "answered_at", BooleanColumn("example", label=_("Example")), KEY]
    list_filter = ["example", "needs"]
    search_fields = ["slug", "organisation"]
    ordering = ["-opens_at"]
