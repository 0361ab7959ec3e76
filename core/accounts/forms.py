"""What is typed while signing in: allauth's forms with the hub's words and limits."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as base
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.accounts.adapter import LOCKED
from core.accounts.limits import count_failure, is_locked

WORDS = {
    "login": _("Name of the account"),
    "password": _("Password"),
    "oldpassword": _("Your password until now"),
    "password1": _("New password"),
    "password2": _("The new password again"),
    "email": _("E-mail of the account"),
    "code": _("Code"),
    "name": _("What you call it, for example: my phone"),
}


class Worded(forms.Form):
    """Labels of ours, and no text that vanishes from a field as soon as somebody types."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = WORDS.get(name, field.label)
        if "password" in self.fields:
            self.fields["password"].help_text = ""
        if "code" in self.fields:
            self.fields["code"].widget.attrs |= {"inputmode": "numeric"}


class Limited(Worded):
    """A code that is guessed locks the account as a password does."""

    user: Any

    def clean_code(self) -> str:
        request, name, at = context.request, self.user.get_username(), timezone.now()
        if is_locked(request, name, at):
            raise ValidationError(LOCKED, code="locked")
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        try:
            return super().clean_code()  # type: ignore[misc] -- it stands before allauth's form
        except ValidationError:
            count_failure(request, name, at)
            raise


class SignInForm(Worded, account.LoginForm):
    pass


class PasswordConfirmForm(Worded, account.ReauthenticateForm):
    pass


class ResetForm(Worded, account.ResetPasswordForm):
    pass


class ResetKeyForm(Worded, account.ResetPasswordKeyForm):
    pass


class ChangeForm(Worded, account.ChangePasswordForm):
    pass


class SetForm(Worded, account.SetPasswordForm):
    pass


class CodeForm(Limited, base.AuthenticateForm):
    pass


class CodeConfirmForm(Limited, base.ReauthenticateForm):
    pass


class AppForm(Worded, ActivateTOTPForm):
    pass


class KeyForm(Worded, AddWebAuthnForm):
    pass


class KeyNameForm(Worded, EditWebAuthnForm):
    pass
