"""What django-allauth asks of the project: limits, letters, words, sealed secrets."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.messages import ERROR
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.access.networks import network_key
from core.accounts.confirming import proved_lately
from core.accounts.limits import count_failure, is_locked
from core.crypto import decrypted, encrypted
from core.hub import hub
from core.languages import current
from core.mail.services import write
from core.routing import site_of

LOCKED = _("Too many failed attempts. Wait 15 minutes and try again.")
# allauth's letters about an account, and what each says here. A prefix without a sentence sends nothing.
NOTICES = {
    "account/email/password_changed": _("The password of your account was changed."),
    "account/email/password_reset": _("The password of your account was changed by a letter that somebody asked for."),
    "mfa/email/totp_activated": _("An app for codes was added to your account."),
    "mfa/email/totp_deactivated": _("The app for codes was removed from your account."),
    "mfa/email/webauthn_added": _("A passkey was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made for your account."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators in the admin; nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Name and password do not fit together. Check both and try again."),
        "incorrect_password": _("This is not your password. Write the one by which you signed in."),
        "too_many_login_attempts": LOCKED,
        "rate_limited": LOCKED,
        "invalid_password_reset": _("This link was used or has expired. Ask for a new one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        if is_locked(request, credentials.get("username", ""), timezone.now()):
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        count_failure(request, credentials.get("username", ""), timezone.now())

    def get_client_ip(self, request: HttpRequest) -> str:
        """The day's name of the network: allauth writes it into keys of the cache, where no address may stand."""
        return network_key(request, timezone.now())

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who signed in a moment ago need not prove it twice."""
        return not proved_lately(context.request, timezone.now())

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The second factor where there is one, a passkey first: it is one touch. Else the password."""
        methods = super().get_reauthentication_methods(user)
        factors = [method for method in methods if method["id"].startswith("mfa_")]
        return sorted(factors, key=lambda method: method["id"], reverse=True) or methods

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """What went wrong is said; what went well is seen."""
        if level >= ERROR:
            super().add_message(request, level, *args, **kwargs)

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell a person what changed at their account: a change that was not theirs is noticed."""
        if template_prefix in NOTICES and user.email:
            self.send_mail(template_prefix, user.email, {"said": NOTICES[template_prefix]})

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Into the hub's outbox, so that nothing is lost while the mail server is away."""
        told = {"said": context.get("said", ""), "url": context.get("password_reset_url", "")}
        kind = "account" if told["said"] else "password"
        write(kind, to=email, language=settings.LANGUAGE_CODE, context=told, at=timezone.now())


class FactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are sealed as everything is that only the running hub may read."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or was used already. Write the one that the app shows now."),
    }

    def encrypt(self, text: str) -> str:
        return encrypted(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypted(encrypted_text)

    def get_totp_issuer(self) -> str:
        return self._get_site_name()

    def _get_site_name(self) -> str:
        """What app and passkey call the hub: its own name."""
        site = site_of(context.request)
        return (hub(site.pk, current()).name if site else "") or context.request.get_host()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(n)s") % {"n": number}
