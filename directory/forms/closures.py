"""Closures: what is closed is said, never left out by mistake."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class ClosureForm(WagtailAdminModelForm):
    """A closure that names nobody closes the whole hub: that takes a tick."""

    whole = forms.BooleanField(
        label=_("The whole hub is closed"),
        required=False,
        help_text=_("Every structure of every organisation, for example in a general strike."),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial["whole"] = bool(self.instance.pk) and not self._names_somebody(vars(self.instance))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        named = self.instance.access_point_id or cleaned.get("structure") or cleaned.get("organisation")
        if not named and not cleaned.get("whole"):
            sentence = _("Choose the structure or the organisation. Only if all of the hub is closed, tick so.")
            self.add_error("structure", ValidationError(sentence, code="closure_of_nobody"))
        if named and cleaned.get("whole"):
            sentence = _("Either one is closed or the whole hub. Take the tick away, or the choice.")
            self.add_error("whole", ValidationError(sentence, code="closure_of_both"))
        return cleaned

    @staticmethod
    def _names_somebody(held: dict[str, Any]) -> bool:
        return any(held.get(f"{name}_id") for name in ("structure", "organisation", "access_point"))
