"""That a person sits there now: when they last proved it, and by what."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest
from django.utils.http import urlencode

FRESH = timedelta(seconds=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who proved to be there, when, and whether by a second factor."""

    person: int
    at: datetime
    second_factor: bool

    def holds(self, person: Any, at: datetime) -> bool:
        """Whether it is this person's, fresh, and by as much as the hub demands of staff."""
        is_fresh = timedelta(0) <= at - self.at < FRESH
        return self.person == person.pk and is_fresh and (self.second_factor or not settings.HUB_SECOND_FACTOR)


def confirmation(request: HttpRequest) -> Confirmation | None:
    """The last one of this session. Who has a second factor proves it by that alone; None when there was none."""
    person: Any = request.user
    has_factor = is_mfa_enabled(person)
    method = "mfa" if has_factor else "password"
    moments = [each["at"] for each in get_authentication_records(request, person) if each["method"] == method]
    return Confirmation(person.pk, datetime.fromtimestamp(max(moments), UTC), has_factor) if moments else None


def proved_lately(request: HttpRequest, at: datetime) -> bool:
    """Whether somebody proved anything in this session within the last minutes: who has just signed in, or has just
    set up a second factor, need not prove it twice to see its recovery codes."""
    moments = [each["at"] for each in get_authentication_records(request, request.user)]  # type: ignore[arg-type] -- signed in
    return bool(moments) and at.timestamp() - max(moments) < FRESH.total_seconds()


def confirm_url(request: HttpRequest, then: str) -> str:
    """Where a signed-in person confirms that it is them, and comes back to an address."""
    methods = get_adapter().get_reauthentication_methods(request.user)
    return f"{methods[0]['url']}?{urlencode({'next': then})}" if methods else then
