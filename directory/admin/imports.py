"""Profiles of foreign files in the admin."""

from wagtail.admin.panels import FieldPanel, ObjectList

from core.editing.lists import FactViewSet
from directory.forms.imports import ImportProfileForm
from directory.models.importing_profiles import ImportProfile


class ImportProfileViewSet(FactViewSet):
    """Written once by whoever knows the file; used at the desk for tables and by the command."""

    model = ImportProfile
    icon = "table"
    list_display = ["name", "slug", "key_column"]
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("name", "slug", "key_column", "columns", "fixed")],
        base_form_class=ImportProfileForm,
    )
