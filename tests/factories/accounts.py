"""People who have just proved that they are there."""

from datetime import datetime
from typing import Any

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.test import Client
from django.utils import timezone

from core.accounts.confirming import Confirmation


def confirmed(person: Any, at: datetime, *, second_factor: bool = True) -> Confirmation:
    """The person proved it at a moment."""
    return Confirmation(person.pk, at, second_factor=second_factor)


def signed_in(person: Any) -> Client:
    """A browser in which the person has signed in a moment ago, by password."""
    client = Client()
    client.force_login(person)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": timezone.now().timestamp()}]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(person.pk)
    session.save()
    return client
