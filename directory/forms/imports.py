"""A table that somebody of the staff sends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from directory.models.importing import ImportRun
from directory.models.importing_profiles import ImportProfile
from directory.tables.files import MOST_BYTES, FileRefused
from directory.tables.foreign import check_ours, pairs
from directory.tables.full.reading import MOST_PACKED


class ImportProfileForm(WagtailAdminModelForm):
    """A profile names columns that there are."""

    def clean_columns(self) -> str:
        """Pairs theirs = ours."""
        typed = self.cleaned_data["columns"]
        check_ours(set(pairs(typed).values()))
        return typed

    def clean_fixed(self) -> str:
        """Pairs ours = value."""
        typed = self.cleaned_data["fixed"]
        check_ours(set(pairs(typed)))
        return typed


class ImportForm(forms.Form):
    """The file is read by the service; here only what would be too much to read."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("structures.csv with changed cells, up to 20 MB and 50,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".csv,.zip,text/csv,application/zip"}),
    )
    profile = forms.ModelChoiceField(
        ImportProfile.objects.all(),
        label=_("Profile"),
        help_text=ImportRun._meta.get_field("profile").help_text,
        required=False,
    )
    end_missing = forms.BooleanField(
        label=ImportRun._meta.get_field("end_missing").verbose_name,
        help_text=ImportRun._meta.get_field("end_missing").help_text,
        required=False,
    )

    def clean_file(self) -> Any:
        """A CSV of a reasonable size; the archive of everything may be larger."""
        file = self.cleaned_data["file"]
        is_archive = file.name.lower().endswith(".zip")
        if file.size > (MOST_PACKED if is_archive else MOST_BYTES):
            raise FileRefused.archive_too_large() if is_archive else FileRefused.too_large()
        return file
