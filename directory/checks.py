"""The rules of the verification cycle, as pure functions of facts and days: how often, when next, since when stale."""

import hashlib
import json
from collections.abc import Container, Iterable
from datetime import date, timedelta
from typing import Any

from directory.models.access import AccessPoint
from directory.models.choices import CHECK_DAYS, Channel, RiskClass, StructureKind
from directory.models.exceptions import Closure
from directory.models.structure import Structure

MAY_CHECK = "directory.verify_structure"
DAY = timedelta(days=1)
YEAR = 365
LETTER_BEFORE = timedelta(days=10)
SECOND_LETTER_AFTER = timedelta(days=7)
STALE_AFTER = timedelta(days=14)
DECIDE_AFTER = timedelta(days=60)
REPORTS_THAT_RAISE = 2
CONFIRMATIONS_THAT_LOWER = 2
WANDERING = {Channel.MOBILE, Channel.OUTREACH}
# What is about the check itself, for editors only, or the same fact said twice.
_NOT_SHOWN = {
    "pk", "sort_order", "created", "updated", "checked_on", "checked_by", "next_check_on", "raised_on", "risk",
    "open_questions", "sources", "label", "proposed_osm", "access_point", "structure", "location", "image",
}  # fmt: skip


def risk_of(structure: Structure, points: Iterable[AccessPoint], planned: Container[int]) -> RiskClass:
    """The class of a structure: what readers' reports raised, what an editor chose, else the rule.

    `planned` are the keys of the access points that stand in plans for emergencies.
    """
    if structure.raised_on:
        return RiskClass.A
    return RiskClass(structure.risk) if structure.risk else risk_by_rule(structure, list(points), planned)


def weight_of(risk: RiskClass, doors: int) -> int:
    """How much a late check weighs: the checks that its class asks for in a year, times those who send people there.

    `doors` are the other structures that lead to it. Visits are not counted (decision 0034).
    """
    return YEAR // CHECK_DAYS[risk] * (1 + doors)


def risk_by_rule(structure: Structure, points: list[AccessPoint], planned: Container[int]) -> RiskClass:
    """A where a mistake can harm, B what moves or ends, D who offers nothing of its own, else C."""
    if structure.sensitive or any(need.vital for need in structure.needs.all()):
        return RiskClass.A
    if any(point.pk in planned or any(line.in_danger for line in point.lines.all()) for point in points):
        return RiskClass.A
    seasonal = any(schedule.valid_to for point in points for schedule in point.schedules.all())
    dated = structure.kind == StructureKind.ACTION or structure.valid_to or structure.project_codes
    if seasonal or dated or any(point.channel in WANDERING for point in points):
        return RiskClass.B
    return RiskClass.C if points else RiskClass.D


def due_on(structure: Structure, risk: RiskClass, changes: Iterable[date]) -> date:
    """The day on which somebody must have looked again.

    `changes` are days on which facts change by themselves: a closure is over, a season ends. What nobody has
    ever confirmed is due since the day it was written; what two readers doubt, since the second of them.
    """
    confirmed = structure.checked_on
    if confirmed is None:
        return structure.created.date()
    if structure.raised_on and structure.raised_on > confirmed:
        return structure.raised_on
    sooner = [day for day in changes if day > confirmed]
    return min([confirmed + timedelta(days=CHECK_DAYS[risk]), *sooner])


def days_of_change(structure: Structure, points: Iterable[AccessPoint], closures: Iterable[Closure]) -> Iterable[date]:
    """Days on which what readers see changes by itself: it begins, a season ends, a closure is over."""
    if structure.valid_from:
        yield structure.valid_from
    for point in points:
        yield from (schedule.valid_to + DAY for schedule in point.schedules.all() if schedule.valid_to)
    own = {point.pk for point in points}
    for closure in closures:
        if closure.access_point_id:
            concerns = closure.access_point_id in own
        elif closure.structure_id:
            concerns = closure.structure_id == structure.pk
        else:
            concerns = closure.organisation_id in (None, structure.organisation_id)
        if concerns:
            yield closure.last_day + DAY


def stale_from(due: date | None) -> date | None:
    """The day from which readers are warned."""
    return due + STALE_AFTER if due else None


def fact_hash(structure: Structure) -> str:
    """A print of all that readers see of a structure: the same facts give the same 64 letters, in every language."""
    places = [point.location.serializable_data() for point in structure.access_points.all() if point.location_id]
    text = json.dumps(_shown([structure.serializable_data(), places]), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _shown(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shown(inner) for key, inner in value.items() if key not in _NOT_SHOWN}
    return [_shown(each) for each in value] if isinstance(value, list) else value
