"""What a body says has changed: kept with old and new side by side, then applied or refused by an editor."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import audit
from directory.checks import fact_hash
from directory.models.access import ContactLine, Schedule
from directory.models.choices import ScheduleKind
from directory.models.exceptions import Closure
from directory.models.structure import Structure
from directory.models.verification import CheckHow, ProposedChange
from directory.services.structures import save_structure
from directory.services.verification import CheckRefused, confirm

# What a trusted body may announce by itself.
SHORT_CLOSURE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Change:
    """One field: `key` is `line:<uuid>`, `hours:<pk>` or `website`; `label` is Greek, for the editors' screen."""

    key: str
    label: str
    old: str
    new: str


class ProposalRefused(ValidationError):
    """A proposal that cannot be applied as it is."""

    @classmethod
    def changed_meanwhile(cls, change: Change) -> "ProposalRefused":
        sentence = _("“%(label)s” has changed since: it is no longer “%(old)s”. Look at it and change it by hand.")
        return cls(sentence, code="changed_meanwhile", params={"label": change.label, "old": change.old})


@transaction.atomic
def propose_change(
    structure: Structure, changes: Sequence[Change], *, note: str, closed: tuple[date, date] | None, rest_holds: bool,
    at: datetime,
) -> ProposedChange | None:  # fmt: skip
    """Keep what a body says by its link. A short closure of a trusted body is published at once.

    Returns None when nothing is left for an editor to decide.
    """
    if closed and structure.organisation.trusted and closed[1] - closed[0] < SHORT_CLOSURE:
        _close(structure, closed, person=None)
        closed = None
        if not changes and not note:
            return None
    first, last = closed or (None, None)
    return ProposedChange.objects.create(
        structure=structure,
        changes=[asdict(change) for change in changes],
        note=note,
        closed_from=first,
        closed_to=last,
        rest_holds=rest_holds,
        fact_hash=fact_hash(structure),
        created=at,
    )


@transaction.atomic
def apply_change(proposal: ProposedChange, *, person: Any, at: datetime, zone: ZoneInfo) -> None:
    """Write what the body proposed; when it said that all the rest is right, that confirms the structure.

    Raises ValidationError and writes nothing when a field has changed meanwhile or a value is refused.
    """
    proposal = _taken(proposal)
    structure = proposal.structure
    for row in proposal.changes:
        _apply(structure, Change(**row))
    if proposal.closed_from and proposal.closed_to:
        _close(structure, (proposal.closed_from, proposal.closed_to), person=person)
    save_structure(structure, at=at, zone=zone)
    _settle(proposal, ProposedChange.State.APPLIED, person=person, at=at)
    if proposal.rest_holds:
        by = str(structure.organisation)
        confirm(structure, how=CheckHow.LINK, by=by, at=at, zone=zone, person=person)


@transaction.atomic
def refuse_change(proposal: ProposedChange, *, reason: str, person: Any, at: datetime) -> None:
    """An editor does not apply it, and says why."""
    if not reason.strip():
        raise CheckRefused.no_reason()
    proposal = _taken(proposal)
    proposal.reason = reason
    _settle(proposal, ProposedChange.State.REFUSED, person=person, at=at)


def _taken(proposal: ProposedChange) -> ProposedChange:
    taken = ProposedChange.objects.select_for_update().select_related("structure").get(pk=proposal.pk)
    if taken.state != ProposedChange.State.NEW:
        raise CheckRefused.settled()
    return taken


def _settle(proposal: ProposedChange, state: str, *, person: Any, at: datetime) -> None:
    proposal.state, proposal.settled, proposal.settled_by = state, at, person
    proposal.save(update_fields=["state", "reason", "settled", "settled_by"])
    audit(proposal.structure, "directory.proposal_settled", by=person, state=state, changes=proposal.changes)


def _apply(structure: Structure, change: Change) -> None:
    kind, _colon, key = change.key.partition(":")
    if kind == "website":
        _guard(structure.website, change)
        structure.website = change.new
        return
    if kind == "line":
        line = ContactLine.objects.get(uuid=key, access_point__structure=structure)
        _guard(line.number, change)
        line.number = change.new
        line.full_clean()
        line.save()
        return
    schedule = Schedule.objects.get(pk=key, access_point__structure=structure)
    _guard(schedule.osm, change)
    schedule.osm, schedule.kind = change.new, ScheduleKind.HOURS
    schedule.full_clean()
    schedule.save()


def _guard(now: str, change: Change) -> None:
    if now != change.old:
        raise ProposalRefused.changed_meanwhile(change)


def _close(structure: Structure, days: tuple[date, date], *, person: Any) -> None:
    first, last = days
    closure = Closure(structure=structure, first_day=first, last_day=last)
    if structure.closures.filter(first_day=first, last_day=last, kind=closure.kind).exists():
        return  # sent twice; such an answer leaves the link open for others
    closure.full_clean()
    closure.save()
    audit(structure, "directory.closed_by_body", by=person, first=first.isoformat(), last=last.isoformat())
