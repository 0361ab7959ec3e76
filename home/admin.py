"""Alerts and who pays, in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models.alerts import Alert
from home.models.funding import Programme, PublicityProfile
from home.models.projects import Project
from home.models.strategy import Strategy

# Everybody in the city must be able to read an alert in one of these.
NEEDED = ("el", "en")


class AlertForm(WagtailAdminModelForm):
    """An alert is not shown to some and hidden from others: Greek and English are needed."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        formset = self.formsets.get("words") if hasattr(self, "formsets") else None
        if formset is None:
            return cleaned
        written = {
            form["language"].value() for form in formset.forms if not form["DELETE"].value() and form["heading"].value()
        }
        if not set(NEEDED) <= written:
            self.add_error(None, _("Write the alert in Greek and in English."))
        return cleaned


Alert.base_form_class = AlertForm


class AlertViewSet(SnippetViewSet):
    model = Alert
    icon = "warning"
    menu_label = _("Alerts")
    menu_order = 160
    add_to_admin_menu = True
    list_display = ["__str__", "level", "show_from", "show_until"]
    list_filter = ["level"]


class ProjectViewSet(SnippetViewSet):
    model = Project
    icon = "folder-open-inverse"
    list_display = ["__str__", "mis", "programme", "begins", "ends", "standing"]
    list_filter = ["programme", "standing"]
    search_fields = ["label", "official_title", "mis"]


class StrategyViewSet(SnippetViewSet):
    model = Strategy
    icon = "form"
    list_display = ["__str__", "as_of"]


class ProgrammeViewSet(SnippetViewSet):
    model = Programme
    icon = "folder-open-inverse"
    list_display = ["__str__", "period", "pays_site"]
    list_filter = ["period"]


class PublicityProfileViewSet(SnippetViewSet):
    model = PublicityProfile
    icon = "doc-full"
    list_display = ["__str__", "legal_basis"]


class FundingGroup(SnippetViewSetGroup):
    menu_label = _("Projects and funding")
    menu_icon = "folder-open-inverse"
    menu_order = 450
    items = (ProjectViewSet, StrategyViewSet, ProgrammeViewSet, PublicityProfileViewSet)
