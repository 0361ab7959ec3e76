"""How often somebody may be wrong while signing in, counted by all processes together.

An account is locked for the network from which it was tried: else anybody who knows its name could keep its owner out,
in an emergency too. What many networks try together ends at a limit of its own.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone

from core.access.limits import Limit, TooOften, spend, spent
from core.access.networks import address_of, named, network, network_key

WINDOW = timedelta(minutes=15)
# A team behind one address may err more often than one person.
ACCOUNT = Limit("core.sign_in.account", times=10, within=WINDOW)
EVERYWHERE = Limit("core.sign_in.everywhere", times=100, within=WINDOW)
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
    account, today = f"account:{name.strip().lower()}", timezone.localdate(at)
    here = named(f"{account}@{network(address_of(request))}", today)
    return (ACCOUNT, here), (EVERYWHERE, named(account, today)), (NETWORK, network_key(request, at))
