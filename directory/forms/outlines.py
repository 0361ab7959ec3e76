"""The file of borders that somebody of the staff sends."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from directory.geography.reading import MOST_BYTES, PROPERTY, MapRefused
from directory.models.outline import CommunityOutline


class BordersForm(forms.Form):
    """The file is read by the service; here only what would be too much to read."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("GeoJSON in degrees (EPSG:4326), up to 5 MB: the areas of all communities."),
        widget=forms.FileInput(attrs={"accept": ".geojson,.json,application/geo+json,application/json"}),
    )
    named_by = forms.CharField(
        label=_("Property"),
        help_text=_("Which property of each area names its community: by its key, its name or its sign."),
        initial=PROPERTY,
        max_length=80,
    )
    source = forms.CharField(
        label=capfirst(CommunityOutline._meta.get_field("source").verbose_name),
        help_text=_("Whose borders these are and of when. It stands below the maps."),
        max_length=200,
        required=False,
    )
    schematic = forms.BooleanField(
        label=capfirst(CommunityOutline._meta.get_field("schematic").verbose_name),
        help_text=_("The areas are a drawing and lie nowhere. The maps say so, and show numbers instead of places."),
        required=False,
    )

    def clean_file(self) -> Any:
        """A file of a reasonable size."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise MapRefused.too_large()
        return file
