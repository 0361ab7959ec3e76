"""What readers report."""

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.forms.contact import NO_EMAIL
from directory.models.choices import ReportKind
from directory.models.verification import LONGEST_REPORT


class ReportForm(forms.Form):
    """“Is something wrong?”: a kind, and words if the reader wants to add some."""

    kind = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=ReportKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong.")},
    )
    text = forms.CharField(
        label=_("Tell us more"),
        required=False,
        max_length=LONGEST_REPORT,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST_REPORT}),
        help_text=_("No names, no health data. 500 letters at most."),
        error_messages={"max_length": _("You wrote %(show_value)s letters; %(limit_value)s fit. Shorten it.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail"),
        required=False,
        help_text=_("Only if we may ask you back. We delete it after 30 days."),
        error_messages={"invalid": NO_EMAIL},
    )
    # A field that people do not see and programmes fill in.
    nickname = forms.CharField(required=False, widget=forms.HiddenInput)

    def is_by_a_programme(self) -> bool:
        return bool(self.data.get("nickname"))
