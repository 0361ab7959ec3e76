"""Preparing an emergency: one person drafts, changes and proposes. Every change voids what was proposed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from core.accounts.confirming import Confirmation
from core.languages import codes
from directory.emergencies import READY
from directory.models.activation import (
    LONGEST_ACTIVATION,
    Activation,
    ActivationOverride,
    ActivationPlan,
    ActivationState,
    ActivationWords,
)
from directory.services.emergencies.letters import tell_approvers
from directory.services.emergencies.refusals import ActivationRefused
from directory.services.emergencies.steps import (
    APPROVE,
    PROPOSE,
    Person,
    What,
    allowed,
    check_presence,
    check_time,
    is_in_force,
    locked,
    log,
    told,
)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a person writes: what it is, until when, in which words. `words`: language → (title, message)."""

    kind: str
    until: datetime
    start: datetime | None = None
    words: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    communities: tuple[int, ...] = ()


@transaction.atomic
def draft(
    said: Drafted, *, by: Person, at: datetime, drill: bool = False, plan: ActivationPlan | None = None
) -> Activation:
    """Begin one: languages without words get the ready ones, places come from the plan."""
    allowed(by, PROPOSE)
    activation = Activation(kind=said.kind, drill=drill, until=said.until, created=at)
    _write(activation, said, by=by, at=at)
    rows = plan.overrides.all() if plan else ()
    for row in rows:
        _copy(row, activation)
    log(activation, What.DRAFTED, by=by, at=at, reason=str(plan or ""))
    return activation


@transaction.atomic
def edit(activation: Activation, said: Drafted, *, by: Person, at: datetime) -> None:
    """Change a draft. What was proposed is no longer: whoever changed it is not the second person."""
    activation, before = _opened(activation, by)
    _write(activation, said, by=by, at=at)
    log(activation, What.EDITED, by=by, at=at, before=before)


@transaction.atomic
def set_place(override: ActivationOverride, *, by: Person, at: datetime) -> None:
    """Add a place, or change what happens there; voids a proposal as every change does. Raises ValidationError."""
    activation, before = _opened(override.activation, by)
    override.full_clean(validate_unique=False, validate_constraints=False)
    values = {name: getattr(override, name) for name in ("kind", "osm", "number", "location")}
    ActivationOverride.objects.update_or_create(
        activation=activation, access_point=override.access_point, defaults=values
    )
    _voided(activation, by)
    log(activation, What.EDITED, by=by, at=at, before=before)


@transaction.atomic
def remove_place(override: ActivationOverride, *, by: Person, at: datetime) -> None:
    """Take a place out of a draft; voids a proposal."""
    activation, before = _opened(override.activation, by)
    override.delete()
    _voided(activation, by)
    log(activation, What.EDITED, by=by, at=at, before=before)


@transaction.atomic
def propose(activation: Activation, *, by: Person, confirmed: Confirmation | None, at: datetime) -> None:
    """Put it before a second person, who has two hours; everybody who may approve gets a letter."""
    allowed(by, PROPOSE)
    check_presence(by, confirmed, at)
    activation = locked(activation)
    if activation.state not in (ActivationState.DRAFT, ActivationState.PROPOSED):
        raise ActivationRefused.fixed()
    check_time(activation.start or at, activation.until, at)
    written = {row.language for row in activation.words.all()}
    if not set(settings.HUB_NEEDED_LANGUAGES) <= written:
        raise ActivationRefused.no_words()
    activation.state, activation.proposed_by, activation.proposed_at = ActivationState.PROPOSED, by, at
    activation.save()
    letters = tell_approvers(activation, but=by, right=APPROVE, at=at)
    log(activation, What.PROPOSED, by=by, at=at, letters=letters)


@transaction.atomic
def propose_longer(
    activation: Activation, *, until: datetime, by: Person, confirmed: Confirmation | None, at: datetime
) -> None:
    """Ask a second person to let it last longer, by 14 days at most."""
    allowed(by, PROPOSE)
    check_presence(by, confirmed, at)
    activation = locked(activation)
    if not is_in_force(activation, at):
        raise ActivationRefused.not_running()
    if until <= activation.until:
        raise ActivationRefused.past()
    if until - activation.until > LONGEST_ACTIVATION:
        raise ActivationRefused.too_long()
    activation.longer_until, activation.longer_by, activation.longer_at = until, by, at
    activation.save()
    letters = tell_approvers(activation, but=by, right=APPROVE, at=at)
    log(activation, What.LONGER_PROPOSED, by=by, at=at, letters=letters)


def _opened(activation: Activation, by: Person) -> tuple[Activation, dict[str, Any]]:
    """A draft or a proposal, to be changed, with what it was."""
    allowed(by, PROPOSE)
    activation = locked(activation)
    if activation.state not in (ActivationState.DRAFT, ActivationState.PROPOSED):
        raise ActivationRefused.fixed()
    return activation, told(activation)


def _voided(activation: Activation, by: Person) -> None:
    activation.state, activation.edited_by = ActivationState.DRAFT, by
    activation.proposed_by = activation.proposed_at = None
    activation.save()


def _write(activation: Activation, said: Drafted, *, by: Person, at: datetime) -> None:
    check_time(said.start or at, said.until, at)
    activation.kind, activation.start, activation.until = said.kind, said.start, said.until
    _voided(activation, by)
    activation.communities.set(said.communities)
    words = {**READY[said.kind], **said.words}
    activation.words.exclude(language__in=words).delete()
    for language in (code for code in codes() if code in words):
        title, message = words[language]
        ActivationWords.objects.update_or_create(
            activation=activation, language=language, defaults={"title": title, "message": message}
        )


def _copy(row: Any, activation: Activation) -> None:
    names = ("access_point", "kind", "osm", "number", "location")
    ActivationOverride.objects.create(activation=activation, **{name: getattr(row, name) for name in names})
