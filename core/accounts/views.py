"""Signing in, for those who may enter the admin."""

from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect


class SignInView(LoginView):
    """Who is signed in already but may not enter the admin is told so: sent there, they would come back for ever."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        person = request.user
        if person.is_authenticated and not person.has_perm("wagtailadmin.access_admin"):
            return redirect("account_logout")
        return super().dispatch(request, *args, **kwargs)


class PasskeySignInView(LoginWebAuthnView):
    """allauth forgets where somebody wanted to go when a passkey lets them in."""

    def form_valid(self, form: LoginWebAuthnForm) -> HttpResponse:
        authenticator = form.cleaned_data["credential"]
        login = Login(user=authenticator.user, redirect_url=get_next_redirect_url(self.request))
        return perform_passwordless_login(self.request, authenticator, login)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Wagtail's own address of signing in leads to the hub's, with what was asked for."""
    response = redirect("account_login")
    if query := request.META.get("QUERY_STRING", ""):
        response["Location"] += f"?{query}"
    return response


def to_reset(request: HttpRequest) -> HttpResponse:
    return redirect("account_reset_password")
