"""What every step of an emergency needs: who may, the lock, the log, and what readers see afterwards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from core.accounts.confirming import Confirmation
from core.cache import purge
from directory.models.activation import (
    LONGEST_ACTIVATION,
    Activation,
    ActivationLog,
    ActivationOverride,
    ActivationState,
)
from directory.services.emergencies.refusals import ActivationRefused
from directory.services.intervals import rebuild_intervals

Person = Any  # the account of whoever is signed in
What = ActivationLog.What
PROPOSE, APPROVE = "directory.propose_activation", "directory.approve_activation"


def allowed(by: Person, *rights: str) -> None:
    """Raises ActivationRefused unless the person holds one of the rights."""
    if not any(by.has_perm(right) for right in rights):
        raise ActivationRefused.not_allowed()


def check_presence(by: Person, confirmed: Confirmation | None, at: datetime) -> None:
    """That the person sits there now, not only their browser. Raises ActivationRefused."""
    if confirmed is None or not confirmed.holds(by, at):
        raise ActivationRefused.not_confirmed()


def locked(activation: Activation) -> Activation:
    """The row as it is now, for this transaction alone."""
    return Activation.objects.select_for_update().get(pk=activation.pk)


def is_in_force(activation: Activation, at: datetime) -> bool:
    """Whether it holds at a moment."""
    return activation.state == ActivationState.ACTIVE and activation.start <= at < activation.until


def check_time(start: datetime, until: datetime, at: datetime) -> None:
    """Raises ActivationRefused: it ends ahead, after its beginning, after 14 days at most."""
    if until <= max(start, at):
        raise ActivationRefused.past()
    if until - start > LONGEST_ACTIVATION:
        raise ActivationRefused.too_long()


def told(activation: Activation) -> dict[str, Any]:
    """What the log keeps of an emergency."""
    return {
        "state": activation.state,
        "kind": activation.kind,
        "drill": activation.drill,
        "start": activation.start.isoformat() if activation.start else "",
        "until": activation.until.isoformat(),
        "longer_until": activation.longer_until.isoformat() if activation.longer_until else "",
        "words": {row.language: [row.title, row.message] for row in activation.words.all()},
        "communities": sorted(activation.communities.values_list("slug", flat=True)),
        "places": [
            [row.access_point.code, row.kind, row.osm, row.number, row.location.code if row.location else ""]
            for row in activation.overrides.select_related("access_point", "location")
        ],
    }


def log(
    activation: Activation,
    what: str,
    *,
    by: Person,
    at: datetime,
    before: Mapping[str, Any] | None = None,
    **more: Any,
) -> None:
    """One row of the log, with what it was and what it is; `more` may hold reason and letters."""
    ActivationLog.objects.create(
        activation=activation, person=by, what=what, at=at, before=before or {}, after=told(activation), **more
    )


def affect(activation: Activation, at: datetime) -> None:
    """Renew what readers see: every page has the strip, and the places have other hours."""
    if activation.drill:
        return
    purge("emergencies", "site", "list:directory")
    places = ActivationOverride.objects.filter(activation=activation)
    structures = set(places.values_list("access_point__structure", flat=True))
    if structures:
        rebuild_intervals(structures, at=at, zone=timezone.get_default_timezone())
