"""Addresses of signing in: allauth's views by allauth's names, each with its words. Nobody signs up here."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as key
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from core.accounts import forms, views


def shown(view: Any, title: Any, template: str = "form", **words: Any) -> Any:
    """A view with its title and words in a template of `core/accounts/`; a form of ours when one is given."""
    form = {"form_class": form} if (form := words.pop("form", None)) else {}
    context = {"title": title, **words}
    return view.as_view(template_name=f"core/accounts/{template}.html", extra_context=context, **form)


SAVE, GO_ON, CONFIRM = _("Save"), _("Continue"), _("Confirm that it is you")
SENT = _(
    "When there is an account with this e-mail, a letter with a link is on its way. It may take some minutes; "
    "look among unwanted mail too."
)
urlpatterns = [
    path("", shown(views.SignInView, _("Sign in"), "sign_in", form=forms.SignInForm), name="account_login"),
    path("out/", shown(account.LogoutView, _("Sign out"), "sign_out"), name="account_logout"),
    path(
        "inactive/",
        shown(
            account.AccountInactiveView, _("This account is closed"), "said", text=_("Ask who manages the accounts.")
        ),
        name="account_inactive",
    ),
    path(
        "confirm/",
        shown(account.ReauthenticateView, CONFIRM, form=forms.PasswordConfirmForm, button=GO_ON),
        name="account_reauthenticate",
    ),
    path(
        "password/",
        shown(account.PasswordChangeView, _("Change your password"), form=forms.ChangeForm, button=SAVE),
        name="account_change_password",
    ),
    path(
        "password/set/",
        shown(account.PasswordSetView, _("Choose a password"), form=forms.SetForm, button=SAVE),
        name="account_set_password",
    ),
    path(
        "password/reset/",
        shown(
            account.PasswordResetView,
            _("A new password"),
            form=forms.ResetForm,
            lead=_("We send you a link by which you choose a new one."),
            button=_("Send the link"),
        ),
        name="account_reset_password",
    ),
    path(
        "password/reset/sent/",
        shown(account.PasswordResetDoneView, _("Look into your mail"), "said", text=SENT),
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        shown(account.PasswordResetFromKeyView, _("Choose a new password"), form=forms.ResetKeyForm, button=SAVE),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/done/",
        shown(account.PasswordResetFromKeyDoneView, _("Your password is changed"), "said", text=_("You can sign in.")),
        name="account_reset_password_from_key_done",
    ),
    path(
        "code/", shown(factor.AuthenticateView, _("Second step"), "code", form=forms.CodeForm), name="mfa_authenticate"
    ),
    path(
        "code/confirm/",
        shown(
            factor.ReauthenticateView,
            CONFIRM,
            form=forms.CodeConfirmForm,
            lead=_("Write the code that your app shows now, or one of your recovery codes."),
            button=GO_ON,
        ),
        name="mfa_reauthenticate",
    ),
    path("factors/", shown(factor.IndexView, _("How you sign in"), "factors"), name="mfa_index"),
    path(
        "factors/app/",
        shown(app.ActivateTOTPView, _("An app for codes"), "app", form=forms.AppForm),
        name="mfa_activate_totp",
    ),
    path(
        "factors/app/remove/",
        shown(
            app.DeactivateTOTPView,
            _("Remove the app for codes"),
            lead=_("Its codes will open nothing any more."),
            button=_("Remove"),
        ),
        name="mfa_deactivate_totp",
    ),
    path(
        "factors/recovery/",
        shown(recovery.ViewRecoveryCodesView, _("Recovery codes"), "recovery"),
        name="mfa_view_recovery_codes",
    ),
    path(
        "factors/recovery/new/",
        shown(
            recovery.GenerateRecoveryCodesView,
            _("New recovery codes"),
            lead=_("The codes until now will open nothing any more."),
            button=_("Make new codes"),
        ),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "factors/keys/new/",
        shown(key.AddWebAuthnView, _("A new passkey"), "key", form=forms.KeyForm),
        name="mfa_add_webauthn",
    ),
    path(
        "factors/keys/confirm/",
        shown(key.ReauthenticateWebAuthnView, CONFIRM, "key_confirm"),
        name="mfa_reauthenticate_webauthn",
    ),
    path("factors/keys/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("factors/keys/sign-in/", views.PasskeySignInView.as_view(), name="mfa_login_webauthn"),
    path(
        "factors/keys/<int:pk>/remove/",
        shown(
            key.RemoveWebAuthnView,
            _("Remove the passkey"),
            lead=_("It will open nothing any more. Delete it on your device too."),
            button=_("Remove"),
        ),
        name="mfa_remove_webauthn",
    ),
    path(
        "factors/keys/<int:pk>/",
        shown(key.EditWebAuthnView, _("Name of the passkey"), form=forms.KeyNameForm, button=SAVE),
        name="mfa_edit_webauthn",
    ),
]
