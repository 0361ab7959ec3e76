"""Forms of the admin: a structure is validated as a whole, with everything it holds."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.fact_forms import KeyedForm
from directory.models.structure import Structure
from directory.services import check_structure
from directory.tables.differences import differences
from directory.tables.rows import StructureReader

SAVED_MEANWHILE = _(
    "Somebody saved this structure while you were writing. Nothing of yours is lost: it stands below. Look at what "
    "differs; if yours is right, save again."
)
BOTH = _("%(label)s: saved meanwhile “%(theirs)s”, yours “%(mine)s”.")


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

    def name_for_key(self, cleaned: dict[str, Any]) -> str:
        return cleaned.get("label") or ""

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
