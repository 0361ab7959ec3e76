"""The form of those who cannot phone, and the one by which they take back what they wrote."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.access.codes import read_code
from core.access.forms import GuardedForm
from core.terms import terms
from directory.models.contact import LONGEST_CONTACT, Said
from directory.phones import PhoneField

YES_OR_NO = (("yes", _("Yes")), ("no", _("No")))
NOT_SAID = _("Choose a need, or say in a few words what happened.")
NO_WAY = _("Write a phone or an e-mail, or mark that you will come yourself: else we cannot answer.")
NOT_SAFE_SAID = _("Answer with yes or no, so that we bring you into no danger.")
NO_CONSENT = _("Mark this, else nobody may read what you wrote.")
TOO_LONG = _("You wrote %(letters)s letters; %(most)s fit. Shorten it, the rest we ask you when we talk.")
NO_EMAIL = _("This is no e-mail address. Write it like name@example.org, or leave it empty.")
CODE_MISSING = _("Write the code that you saw when you sent your request.")
NO_CODE = _("“%(typed)s” is no code. It has 8 letters and digits, for example K7XP-49TM.")
CONSENT = _(
    "I agree that the Hub's social workers read my request and contact me. It is deleted after 30 days. "
    "I can have it deleted earlier with the code that I will see."
)


class ContactForm(GuardedForm):
    """Ways to answer first, then whether they are safe; nothing is chosen beforehand, nothing typed is cut."""

    purpose = "contact"

    need = forms.ChoiceField(label=_("What do you need?"), required=False)
    text = forms.CharField(
        label=_("What happened"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "In a few words, 600 letters at most. Do not write tax or social security numbers or details of health."
        ),
    )
    phone = PhoneField(
        label=_("Phone"),
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=_("One is enough: a phone, an e-mail, or that you come yourself."),
    )
    safe_call = forms.ChoiceField(
        label=_("Is it safe to call you?"),
        choices=YES_OR_NO,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("When you give a phone: does nobody hear it who should not?"),
    )
    safe_message = forms.ChoiceField(
        label=_("May we leave a message?"),
        choices=YES_OR_NO,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("When you give a phone: does nobody read your messages who should not?"),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": NO_EMAIL},
    )
    comes = forms.BooleanField(label=_("I will come to you myself"), required=False)
    hours = forms.CharField(
        label=_("When is a good time?"),
        required=False,
        max_length=120,
        help_text=_("For example: in the morning, or after 17:00."),
    )
    language = forms.ChoiceField(label=_("In which language?"), required=False)
    name = forms.CharField(
        label=_("A name by which we call you"),
        required=False,
        max_length=80,
        help_text=_("Any name; it need not be yours."),
    )
    community = forms.ChoiceField(label=_("Where are you?"), required=False)
    consent = forms.BooleanField(label=CONSENT, error_messages={"required": NO_CONSENT})

    # Needed in some cases: the page does not call them optional.
    demanded = ("text", "phone", "safe_call", "safe_message", "email")

    def __init__(self, *args: Any, known: Callable[[Said], bool], **kwargs: Any):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self._known = known
        for name in self.demanded:
            self.fields[name].demanded = True
        self._choose("need", _("I do not know, or something else"))
        self._choose("community", _("I do not want to say"))
        self._choose("language", _("Any"))
        if self.language in dict(self.fields["language"].choices):
            self.initial["language"] = self.language

    def clean_text(self) -> str:
        text = "\n".join(self.cleaned_data["text"].splitlines())
        if len(text) > LONGEST_CONTACT:
            numbers = {"letters": len(text), "most": LONGEST_CONTACT}
            raise ValidationError(TOO_LONG, code="too_long", params=numbers)
        return text

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not {"need", "text"} & set(self.errors) and not (said["need"] or said["text"]):
            self.add_error("text", ValidationError(NOT_SAID, code="nothing"))
        if not {"phone", "email"} & set(self.errors) and not (said["phone"] or said["email"] or said["comes"]):
            self.add_error("phone", ValidationError(NO_WAY, code="no_way"))
        if said.get("phone"):
            for name in ("safe_call", "safe_message"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, ValidationError(NOT_SAFE_SAID, code="not_said"))
        return super().clean()

    def said(self) -> Said:
        """What was written, as it is kept."""
        names = ("need", "text", "name", "phone", "email", "comes", "safe_call", "safe_message", "language", "hours")
        return Said(**{name: self.cleaned_data[name] for name in (*names, "community")})

    def refuse(self, sentence: Any) -> None:
        """Say why it could not be kept; everything typed stays, the proof is asked for again."""
        self.add_error(None, sentence)
        self.ask_again()

    def _choose(self, name: str, nothing: Any) -> None:
        rows = [(row.slug, row.name) for row in terms(name, self.language)]
        self.fields[name].choices = [("", nothing), *rows]

    def _check_proof(self, cleaned: dict[str, Any]) -> None:
        # Pressed twice, the second time with a used proof: the same request, and the same answer.
        if not self._known(self.said()):
            super()._check_proof(cleaned)


class EraseForm(GuardedForm):
    """The code of a request that its writer wants gone."""

    purpose = "contact_erase"

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        help_text=_("You saw it when you sent your request."),
        error_messages={"required": CODE_MISSING},
    )

    def clean_code(self) -> str:
        typed = self.cleaned_data["code"]
        code = read_code(typed)
        if not code:
            raise ValidationError(NO_CODE, code="code", params={"typed": typed})
        return code
