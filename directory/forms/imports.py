"""A table that somebody of the staff sends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models.importing import ImportRun
from directory.tables.files import MOST_BYTES, FileRefused


class ImportForm(forms.Form):
    """The file is read by the service; here only what would be too much to read."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("structures.csv with changed cells, up to 20 MB and 50,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".csv,.zip,text/csv,application/zip"}),
    )
    end_missing = forms.BooleanField(
        label=ImportRun._meta.get_field("end_missing").verbose_name,
        help_text=ImportRun._meta.get_field("end_missing").help_text,
        required=False,
    )

    def clean_file(self) -> Any:
        """A CSV of a reasonable size; the archive of everything may be larger."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES and not file.name.endswith(".zip"):
            raise FileRefused.too_large()
        return file
