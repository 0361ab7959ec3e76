"""What a form has that anybody may send: a proof that a person does, and a field that only machines fill in."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.access.proofs import is_answered, is_solved, proof

PROOF_FIELDS = ("solution", "seal", "answer", "website")
PROOF_MISSING = ValidationError(
    _("Answer this question, so that we know a person is writing. Everything you wrote is still here."), code="proof"
)
PROOF_AGAIN = ValidationError(_("The automatic check expired. Press “Send” again."), code="expired")


class GuardedForm(forms.Form):
    """A form of the public tier. The proof is looked at last, and used up only when all else is right.

    `is_suspect` after validation: the hidden field was filled in. Password managers do so too, so what was
    sent is never thrown away for it, only read later.
    """

    purpose = ""

    solution = forms.CharField(required=False, widget=forms.HiddenInput)
    seal = forms.CharField(required=False, widget=forms.HiddenInput)
    answer = forms.CharField(required=False, max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, data: Any = None, *, language: str, at: datetime, **more: Any):
        super().__init__(data.copy() if data is not None else None, **more)
        self.language, self.at = language, at
        self._show_proof(self.data.get(self.add_prefix("seal"), ""))

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """The fields of the topic, in their order; `components/proof.html` shows the others."""
        return [self[name] for name in self.fields if name not in PROOF_FIELDS]

    @property
    def is_suspect(self) -> bool:
        return bool(self.cleaned_data.get("website"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            self._check_proof(cleaned)
        return cleaned

    def _check_proof(self, cleaned: dict[str, Any]) -> None:
        if is_solved(self.purpose, cleaned["solution"], at=self.at):
            return
        if is_answered(self.purpose, cleaned["seal"], cleaned["answer"], at=self.at):
            return
        self.add_error("answer", PROOF_AGAIN if cleaned["solution"] else PROOF_MISSING)
        self.ask_again()

    def ask_again(self) -> None:
        """Forget the proof that was sent, because it was wrong or is used up, and show a new one."""
        self.data[self.add_prefix("solution")] = ""
        self._show_proof("")

    def _show_proof(self, seal: str) -> None:
        """Show the question of `seal` while it is good, else a new one with nothing answered yet."""
        shown = proof(self.purpose, self.language, at=self.at, seal=seal)
        self.challenge = shown.challenge
        self.fields["answer"].label = shown.question
        self.initial["seal"] = shown.seal
        if self.is_bound and shown.seal != seal:
            self.data[self.add_prefix("seal")] = shown.seal
            self.data[self.add_prefix("answer")] = ""
