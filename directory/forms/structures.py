"""Forms of the admin: a structure is validated as a whole, with everything it holds."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from directory.models.structure import Structure
from directory.services import check_structure
from directory.services.keys import Keys
from directory.tables.differences import differences
from directory.tables.rows import StructureReader

SAVED_MEANWHILE = _(
    "Somebody saved this structure while you were writing. Nothing of yours is lost: it stands below. Look at what "
    "differs; if yours is right, save again."
)
BOTH = _("%(label)s: saved meanwhile “%(theirs)s”, yours “%(mine)s”.")


class KeyedForm(WagtailAdminModelForm):
    """A form whose key is made from a name when the editor leaves it empty."""

    key_from = "label"

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Leave it empty: it is made from the name.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("slug"):
            cleaned["slug"] = Keys().free(self._meta.model, self.name_for_key(cleaned))
        return cleaned

    def name_for_key(self, cleaned: dict[str, Any]) -> str:
        return cleaned.get(self.key_from) or ""


class StructureForm(KeyedForm):
    """The whole of a structure in one form; what its parts forbid together is said above it."""

    # Of which version the form was made: what somebody else saves meanwhile is not written over unseen.
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["version"] = _version(self.instance)

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        structure: Structure = self.save(commit=False)
        try:
            check_structure(structure, today=timezone.localdate())
        except ValidationError as refusal:
            self.add_error(None, refusal)
            return False
        return self._nobody_was_faster(structure)

    def _nobody_was_faster(self, mine: Structure) -> bool:
        """Whether the form was made of what stands there now. Else both are shown, and saving again is meant."""
        typed = self.cleaned_data.get("version")
        now = Structure.objects.filter(pk=mine.pk).first() if typed else None
        if now is None or _version(now) == typed:
            return True
        (theirs,) = StructureReader().read(Structure.objects.filter(pk=mine.pk))
        self.add_error(None, [str(SAVED_MEANWHILE), *(str(BOTH) % asdict(each) for each in differences(theirs, mine))])
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = _version(now)
        return False


def _version(structure: Structure) -> str:
    return structure.updated.isoformat()


class LocationForm(KeyedForm):
    """A location; its key is made from street and number."""

    def name_for_key(self, cleaned: dict[str, Any]) -> str:
        return f"{cleaned.get('street', '')} {cleaned.get('number', '')}".strip()


class OrganisationForm(KeyedForm):
    """An organisation; its key is made from its first name."""

    def name_for_key(self, cleaned: dict[str, Any]) -> str:
        names: list[forms.BaseForm] = self.formsets["words"].forms if "words" in self.formsets else []
        return next((form.data.get(form.add_prefix("name"), "") for form in names), "")
