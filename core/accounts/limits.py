"""How often somebody may be wrong while signing in: per account and per network, counted by all processes together."""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone

from core.access.limits import Limit, TooOften, spend, spent
from core.access.networks import named, network_key

WINDOW = timedelta(minutes=15)
# A team behind one address may err more often than one person.
ACCOUNT = Limit("core.sign_in.account", times=10, within=WINDOW)
NETWORK = Limit("core.sign_in.network", times=50, within=WINDOW)


def is_locked(request: HttpRequest, name: str, at: datetime) -> bool:
    """Whether so much went wrong for this account, or from this network, that nothing is tried any more."""
    return any(spent(limit, key, at=at) >= limit.times for limit, key in _counted(request, name, at))


def count_failure(request: HttpRequest, name: str, at: datetime) -> None:
    """One more that was wrong. The account need not exist: unknown names lock like known ones."""
    for limit, key in _counted(request, name, at):
        try:
            spend(limit, key, at=at)
        except TooOften:
            continue  # it is locked already


def _counted(request: HttpRequest, name: str, at: datetime) -> tuple[tuple[Limit, str], ...]:
    account = named(f"account:{name.strip().lower()}", timezone.localdate(at))
    return (ACCOUNT, account), (NETWORK, network_key(request, at))
