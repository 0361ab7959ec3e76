"""How long staff stays signed in, and that nobody works in the admin without a second factor where one is demanded."""

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from core.accounts.confirming import confirm_url
from core.security import is_admin

BEGAN, SEEN, SET_UP = "hub_signed_in", "hub_seen", "hub_factor_set_up"
TOUCH = 60  # seconds; the session is written once a minute, not with every picture of the admin
# Open forms of the admin ask by themselves who else edits: that is no sign of a person.
BY_ITSELF = {"wagtailadmin_editing_sessions"}
ALWAYS = {"wagtailadmin_logout", "wagtailadmin_login", "wagtailadmin_javascript_catalog", "wagtailadmin_sprite"}


class StaffSessionMiddleware:
    """At addresses of the admin: ends sessions that are too old, sends people without a second factor to get one.

    That a session ends when nobody does anything is Django's own: SESSION_COOKIE_AGE counts from the last writing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """None when the person may go on; what is shown instead otherwise."""
        match = request.resolver_match
        if not is_admin(request) or not request.user.is_authenticated or match.url_name in ALWAYS:
            return None
        now = timezone.now().timestamp()
        if now - request.session.get(BEGAN, 0) >= settings.HUB_SESSION_LONGEST.total_seconds():
            logout(request)
            return redirect_to_login(request.get_full_path())
        if settings.HUB_SECOND_FACTOR and not has_second_factor(request):
            has_one = is_mfa_enabled(request.user)
            return redirect(confirm_url(request, request.get_full_path()) if has_one else "mfa_index")
        if not BY_ITSELF & set(match.namespaces) and now - request.session.get(SEEN, 0) > TOUCH:
            request.session[SEEN] = now
        return None


def has_second_factor(request: HttpRequest) -> bool:
    """Used in this session, or set up in it."""
    used = any(each["method"] == "mfa" for each in get_authentication_records(request, request.user))
    return used or request.session.get(SET_UP, False)


def note_beginning(sender: Any, request: Any, **kwargs: Any) -> None:
    """Write down when somebody signed in."""
    if request is not None and hasattr(request, "session"):
        request.session[BEGAN] = timezone.now().timestamp()


def note_set_up(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """Write down that a second factor was set up in this session; others of the same account must use it."""
    request.session[SET_UP] = True
    request.session.save()  # the signal comes after a commit, which may be after the answer


def connect() -> None:
    user_logged_in.connect(note_beginning, dispatch_uid="hub.accounts.began")
    authenticator_added.connect(note_set_up, dispatch_uid="hub.accounts.set_up")
