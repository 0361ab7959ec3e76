"""Deciding about an emergency: a second person approves or prolongs, one person ends, time ends by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction

from core.accounts.confirming import Confirmation
from core.queue import enqueue_on_commit
from directory.models.activation import Activation, ActivationLog, ActivationState
from directory.services.emergencies.refusals import ActivationRefused
from directory.services.emergencies.steps import (
    APPROVE,
    PROPOSE,
    Person,
    What,
    affect,
    allowed,
    check_presence,
    check_time,
    is_in_force,
    locked,
    log,
    told,
)
from directory.tasks import measure_emergency

PROPOSAL_LIVES = timedelta(hours=2)


def approve(
    activation: Activation, *, by: Person, confirmed: Confirmation | None, seen: datetime | None, at: datetime
) -> None:
    """The second person puts it in force. `seen` is the moment of the proposal that they looked at."""
    with _written_when_refused(activation, by=by, at=at):
        allowed(by, APPROVE)
        check_presence(by, confirmed, at)
        _approve(activation, by=by, seen=seen, at=at)


def prolong(
    activation: Activation, *, by: Person, confirmed: Confirmation | None, seen: datetime | None, at: datetime
) -> None:
    """The second person lets it last longer."""
    with _written_when_refused(activation, by=by, at=at):
        allowed(by, APPROVE)
        check_presence(by, confirmed, at)
        _prolong(activation, by=by, seen=seen, at=at)


@transaction.atomic
def end(activation: Activation, *, by: Person, reason: str, at: datetime) -> None:
    """End it before its time, by one person, with a reason."""
    allowed(by, PROPOSE, APPROVE)
    if not reason.strip():
        raise ActivationRefused.no_reason()
    activation = locked(activation)
    if activation.state != ActivationState.ACTIVE or activation.until <= at:
        raise ActivationRefused.not_running()
    before = told(activation)
    activation.state, activation.ended_at, activation.ended_by = ActivationState.ENDED, at, by
    activation.save()
    log(activation, What.ENDED, by=by, at=at, before=before, reason=reason.strip()[:300])
    affect(activation, at)


@transaction.atomic
def close_due(at: datetime) -> int:
    """Write down those that ended by themselves: readers see it on the minute, the log with the next run. How many."""
    over = list(Activation.objects.select_for_update().filter(state=ActivationState.ACTIVE, until__lte=at))
    for activation in over:
        activation.state, activation.ended_at = ActivationState.ENDED, activation.until
        activation.save()
        log(activation, What.OVER, by=None, at=activation.until)
        affect(activation, at)
    return len(over)


@transaction.atomic
def _approve(activation: Activation, *, by: Person, seen: datetime | None, at: datetime) -> None:
    activation = locked(activation)
    if activation.state != ActivationState.PROPOSED or activation.proposed_at != seen:
        raise ActivationRefused.not_waiting()
    if by.pk in activation.first_persons:
        raise ActivationRefused.same_person()
    if at >= activation.proposed_at + PROPOSAL_LIVES:
        raise ActivationRefused.expired()
    start = max(activation.start or at, at)
    check_time(start, activation.until, at)
    before = told(activation)
    activation.state, activation.start = ActivationState.ACTIVE, start
    activation.approved_by, activation.approved_at = by, at
    activation.save()
    log(activation, What.APPROVED, by=by, at=at, before=before)
    affect(activation, at)
    if activation.start <= at:
        enqueue_on_commit(measure_emergency, activation=activation.pk)


@transaction.atomic
def _prolong(activation: Activation, *, by: Person, seen: datetime | None, at: datetime) -> None:
    activation = locked(activation)
    if not is_in_force(activation, at):
        raise ActivationRefused.not_running()
    if activation.longer_at is None or activation.longer_at != seen:
        raise ActivationRefused.not_waiting()
    if by.pk in activation.first_persons:
        raise ActivationRefused.same_person()
    if at >= activation.longer_at + PROPOSAL_LIVES:
        raise ActivationRefused.expired()
    before = told(activation)
    activation.until, activation.prolonged = activation.longer_until, True
    activation.longer_until = activation.longer_by = activation.longer_at = None
    activation.save()
    log(activation, What.PROLONGED, by=by, at=at, before=before)
    affect(activation, at)


@contextmanager
def _written_when_refused(activation: Activation, *, by: Person, at: datetime) -> Iterator[None]:
    """A refusal goes into the log too, after the transaction of the step was undone."""
    try:
        yield
    except ActivationRefused as refusal:
        ActivationLog.objects.create(activation=activation, person=by, what=What.REFUSED, at=at, reason=refusal.code)
        raise
