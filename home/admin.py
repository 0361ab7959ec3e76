"""Alerts and who pays, in the admin."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from core.editing.lists import FactViewSet
from core.readable import in_needed_languages
from home.models.alerts import Alert
from home.models.funding import Programme, PublicityProfile
from home.models.projects import Project
from home.models.strategy import Strategy

NEEDED_WITH = {Alert.Place.TYPES: "page_types", Alert.Place.COMMUNITY: "communities"}


class AlertForm(WagtailAdminModelForm):
    """An alert is not shown to some and hidden from others: some languages are needed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kinds := self.fields.get("page_types"):
            kinds.label_from_instance = lambda kind: capfirst(kind.model_class()._meta.verbose_name)
        if not self.is_bound and not self.instance.pk and "words" in self.formsets:
            for form, language in zip(self.formsets["words"].forms, settings.HUB_NEEDED_LANGUAGES, strict=False):
                form.initial["language"] = language

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for place, name in NEEDED_WITH.items():
            if cleaned.get("place") == place and not cleaned.get(name):
                self.add_error(name, ValidationError(_("Choose at least one, or let it stand everywhere.")))
        formset = self.formsets.get("words") if hasattr(self, "formsets") else None
        if formset is None:
            return cleaned
        written = {
            form["language"].value() for form in formset.forms if not form["DELETE"].value() and form["heading"].value()
        }
        if not set(settings.HUB_NEEDED_LANGUAGES) <= written:
            self.add_error(None, _("Write the alert %(in_languages)s.") % {"in_languages": in_needed_languages()})
        return cleaned


Alert.base_form_class = AlertForm


class AlertViewSet(FactViewSet):
    model = Alert
    icon = "warning"
    menu_label = _("Alerts")
    menu_order = 160
    add_to_admin_menu = True
    list_display = ["__str__", "level", "place", "show_from", "show_until"]
    list_filter = ["level"]


class ProjectViewSet(FactViewSet):
    model = Project
    icon = "folder-open-inverse"
    list_display = ["__str__", "mis", "programme", "begins", "ends", "standing"]
    list_filter = ["programme", "standing"]
    search_fields = ["label", "official_title", "mis"]


class StrategyViewSet(FactViewSet):
    model = Strategy
    icon = "form"
    list_display = ["__str__", "as_of"]


class ProgrammeViewSet(FactViewSet):
    model = Programme
    icon = "folder-open-inverse"
    list_display = ["__str__", "period", BooleanColumn("pays_site", label=_("Pays this website"))]
    list_filter = ["period"]


class PublicityProfileViewSet(FactViewSet):
    model = PublicityProfile
    icon = "doc-full"
    list_display = ["__str__", "legal_basis"]


class FundingGroup(SnippetViewSetGroup):
    menu_label = _("Projects and funding")
    menu_icon = "folder-open-inverse"
    menu_order = 450
    items = (ProjectViewSet, StrategyViewSet, ProgrammeViewSet, PublicityProfileViewSet)
