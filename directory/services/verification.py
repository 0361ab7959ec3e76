"""The verbs of the verification cycle, in the order of a life: ask, confirm, doubt, propose, settle, decide."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import audit
from directory.checks import (
    CONFIRMATIONS_THAT_LOWER,
    REPORTS_THAT_RAISE,
    days_of_change,
    due_on,
    fact_hash,
    risk_of,
)
from directory.models.choices import Status
from directory.models.exceptions import Closure
from directory.models.structure import Structure
from directory.models.verification import CheckHow, CheckResult, ReaderReport, ReportState, Verification
from directory.selectors.checks import answered_since
from directory.selectors.emergency_desk import planned_points

Person = Any  # the account of whoever is signed in; None for a body that answers by its link
COUNTED = (ReportState.NEW, ReportState.CONFIRMED)
DECISIONS = {
    CheckResult.KEPT: None,
    CheckResult.PAUSED: Status.PAUSED,
    CheckResult.ENDED: Status.ENDED,
}


class CheckRefused(ValidationError):
    """Something of the cycle that may not happen now."""

    @classmethod
    def no_reason(cls) -> "CheckRefused":
        return cls(_("Write the reason."), code="no_reason")

    @classmethod
    def no_word(cls) -> "CheckRefused":
        return cls(_("Write on whose word: the role, for example “social worker”."), code="no_word")

    @classmethod
    def settled(cls) -> "CheckRefused":
        return cls(_("Somebody has settled this already."), code="settled")


class AlreadyAnswered(Exception):
    """The body has answered since the letter was written: its link is used up."""


def plan_checks(structures: Iterable[Structure] | None = None) -> int:
    """Write the day on which each structure is due; return how many days changed. Running it twice changes nothing."""
    rows = structures if structures is not None else Structure.objects.exclude(status=Status.ENDED)
    if structures is None:
        rows = rows.prefetch_related("needs", "access_points__schedules", "access_points__lines")
    planned = planned_points()
    closures = list(Closure.objects.all())
    changed = 0
    for structure in rows:
        points = list(structure.access_points.all())
        due = due_on(structure, risk_of(structure, points, planned), days_of_change(structure, points, closures))
        if structure.next_check_on != due:
            structure.next_check_on = due
            structure.save(update_fields=["next_check_on"])
            changed += 1
    return changed


@transaction.atomic
def confirm(
    structure: Structure, *, how: CheckHow, by: str, at: datetime, zone: ZoneInfo, **origin: Any
) -> Verification:
    """Somebody has looked and all is right; the next day on which it is due follows.

    `by` is the role that said so; `origin` may name the signed-in `person`, the reader's `report` and a `note`.
    """
    if not by.strip():
        raise CheckRefused.no_word()
    structure = _locked(structure)
    verification = _write(structure, how=how, by=by, at=at, result=CheckResult.CONFIRMED, **origin)
    structure.checked_on = at.astimezone(zone).date()
    structure.checked_by = str(structure.organisation)
    if structure.raised_on and _confirmations_since(structure, structure.raised_on) >= CONFIRMATIONS_THAT_LOWER:
        structure.raised_on = None
    structure.save(update_fields=["checked_on", "checked_by", "raised_on"])
    plan_checks([structure])
    return verification


@contextmanager
def answering(structure: Structure, *, since: datetime) -> Iterator[Structure]:
    """One answer of a body by the link of a letter, in one transaction: of two that come at once one is taken.

    Raises AlreadyAnswered.
    """
    with transaction.atomic():
        structure = _locked(structure)
        if answered_since(structure, since):
            raise AlreadyAnswered
        yield structure


@transaction.atomic
def take_report(
    structure: Structure, *, kind: str, network: str, at: datetime, day: date, **words: str
) -> ReaderReport:
    """Keep what a reader says is wrong; `words` are text, email and language.

    The same from the same network on the same day is kept as a copy and counts once. The second report since
    the last confirmation makes the structure due at once, and class A until it was confirmed twice.
    """
    structure = _locked(structure)
    said = {"structure": structure, "kind": kind, "day": day, "network": network}
    first = ReaderReport.objects.filter(**said, first__isnull=True).first()
    state = ReportState.DUPLICATE if first else ReportState.NEW
    report = ReaderReport.objects.create(**said, **words, first=first, state=state, created=at)
    _raise_or_lower(structure, day)
    return report


@transaction.atomic
def settle_report(
    report: ReaderReport, *, state: ReportState, outcome: str, person: Person, at: datetime, day: date
) -> None:
    """An editor has found out whether a reader was right."""
    report = ReaderReport.objects.select_for_update().get(pk=report.pk)
    if report.state != ReportState.NEW:
        raise CheckRefused.settled()
    report.state, report.outcome, report.settled, report.settled_by = state, outcome, at, person
    report.save(update_fields=["state", "outcome", "settled", "settled_by"])
    audit(
        report.structure,
        "directory.report_settled",
        by=person,
        report=report.pk,
        kind=report.kind,
        state=state,
        outcome=outcome,
    )
    _raise_or_lower(_locked(report.structure), day)


@transaction.atomic
def decide(structure: Structure, *, result: CheckResult, reason: str, person: Person, at: datetime) -> None:
    """What happens to a structure that nobody has confirmed for long: kept, paused or ended, always with a reason."""
    if not reason.strip():
        raise CheckRefused.no_reason()
    structure = _locked(structure)
    status = DECISIONS[result]
    if status:
        structure.status = status
        if status == Status.ENDED:
            structure.valid_to = structure.valid_to or at.date()
        structure.save(update_fields=["status", "valid_to"])
    _write(structure, how=CheckHow.DESK, by=str(person), at=at, result=result, person=person, note=reason)


def forget_addresses(before: datetime) -> int:
    """Take the e-mail addresses from reports that arrived before; return how many there were."""
    return ReaderReport.objects.filter(created__lt=before).exclude(email="").update(email="")


def erase_address(typed: str) -> int:
    """Take one e-mail address from every report; return from how many."""
    return ReaderReport.objects.filter(email__iexact=typed.strip()).exclude(email="").update(email="")


def _locked(structure: Structure) -> Structure:
    return Structure.objects.select_for_update().get(pk=structure.pk)


def _write(structure: Structure, *, how: CheckHow, result: CheckResult, **said: Any) -> Verification:
    verification = Verification.objects.create(
        structure=structure, how=how, result=result, fact_hash=fact_hash(structure), **said
    )
    audit(
        structure,
        "directory.checked",
        by=said.get("person"),
        how=how,
        word=said["by"],
        result=result,
    )
    return verification


def _confirmations_since(structure: Structure, day: date) -> int:
    return structure.verifications.filter(result=CheckResult.CONFIRMED, at__date__gte=day).count()


def _raise_or_lower(structure: Structure, day: date) -> None:
    reports = structure.reports.filter(state__in=COUNTED)
    last = structure.verifications.filter(result=CheckResult.CONFIRMED).first()
    if last:
        reports = reports.filter(created__gt=last.at)
    doubted = reports.count() >= REPORTS_THAT_RAISE
    if doubted and not structure.raised_on:
        structure.raised_on = day
    elif not doubted and structure.raised_on and not _confirmations_since(structure, structure.raised_on):
        # What raised it was not so.
        structure.raised_on = None
    else:
        return
    structure.save(update_fields=["raised_on"])
    plan_checks([structure])
