"""What a keeper types of a withheld address; nothing of it reaches the location."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.languages import codes
from directory.models.place import Location
from directory.sensitive import Address

FIELDS = ("street", "number", "postal_code", "community", "lat", "lon")


class AddressForm(forms.ModelForm):
    """The fields of an address with the rules of a public one; ways there by language, notes one a line."""

    notes = forms.CharField(
        label=_("Notes: the bell, the floor, one a line"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    class Meta:
        model = Location
        fields = FIELDS

    def __init__(self, data: Any = None, *, address: Address | None = None):
        super().__init__(data, initial=_initial(address) if address else None)
        self.fields["community"].to_field_name = "slug"
        for code in codes():
            self.fields[f"way_{code}"] = forms.CharField(
                label=f"{Location.words.field.model._meta.get_field('way').verbose_name} ({code})",
                required=False,
                max_length=300,
            )

    def address(self) -> Address:
        """What was typed."""
        typed = self.cleaned_data
        ways = {code: typed[f"way_{code}"] for code in codes()}
        return Address(
            street=typed["street"],
            number=typed["number"],
            postal_code=typed["postal_code"],
            community=typed["community"].slug if typed["community"] else "",
            lat="" if typed["lat"] is None else str(typed["lat"]),
            lon="" if typed["lon"] is None else str(typed["lon"]),
            ways={code: way for code, way in ways.items() if way},
            notes=[line.strip() for line in typed["notes"].splitlines() if line.strip()],
        )


class NewAddressForm(AddressForm):
    """An address that is withheld from its first moment. The city is what readers may know."""

    def __init__(self, data: Any = None):
        super().__init__(data)
        self.fields["street"].required = True
        for code in codes():
            self.fields[f"city_{code}"] = forms.CharField(
                label=f"{Location.words.field.model._meta.get_field('city').verbose_name} ({code})",
                required=code == settings.LANGUAGE_CODE,
                max_length=80,
                help_text=_("Readers see the city, and nothing else.") if code == settings.LANGUAGE_CODE else "",
            )

    def cities(self) -> dict[str, str]:
        """The city by language, where it was typed."""
        typed = {code: self.cleaned_data[f"city_{code}"] for code in codes()}
        return {code: city for code, city in typed.items() if city}


def _initial(address: Address) -> dict[str, Any]:
    values = {name: getattr(address, name) for name in FIELDS}
    ways = {f"way_{code}": way for code, way in address.ways.items()}
    return values | ways | {"notes": "\n".join(address.notes)}


class PublishForm(forms.Form):
    """Undoing cannot be undone: whoever read it knows it."""

    sure = forms.BooleanField(label=_("I know that readers, machines and search machines show it from now on"))
