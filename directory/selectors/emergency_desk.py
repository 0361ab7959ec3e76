"""What the emergency desk shows: what waits, what holds, what was; the log."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max, Q, QuerySet

from directory.models.access import AccessPoint
from directory.models.activation import Activation, ActivationLog, ActivationPlan, ActivationState, PlanOverride
from directory.models.choices import Status

DRILL_EVERY = timedelta(days=180)
PLAN_EVERY = timedelta(days=183)
MOST_FOUND = 30
LOG_COLUMNS = ("at", "activation", "kind", "drill", "what", "person", "reason", "letters", "seconds", "before", "after")


@dataclass(frozen=True, slots=True)
class Desk:
    """Rows by what can be done about them. `drill_due`: none was approved for 180 days."""

    waiting: tuple[Activation, ...]
    holding: tuple[Activation, ...]
    drafts: tuple[Activation, ...]
    ended: tuple[Activation, ...]
    drill_due: bool
    old_plans: tuple[ActivationPlan, ...]


def desk(at: datetime) -> Desk:
    """Everything on one screen (four queries); those that ended by themselves count as ended on the minute."""
    rows = Activation.objects.select_related("proposed_by", "approved_by").prefetch_related("words")
    active, found = ActivationState.ACTIVE, list(rows[:200])
    drilled = last_drill()
    old = ActivationPlan.objects.filter(reviewed_on__lt=at.date() - PLAN_EVERY)
    return Desk(
        waiting=tuple(
            row
            for row in found
            if row.state == ActivationState.PROPOSED or (row.longer_at and row.state == active and row.until > at)
        ),
        holding=tuple(row for row in found if row.state == active and row.until > at),
        drafts=tuple(row for row in found if row.state == ActivationState.DRAFT),
        ended=tuple(
            row for row in found if row.state == ActivationState.ENDED or (row.state == active and row.until <= at)
        ),
        drill_due=drilled is None or drilled + DRILL_EVERY <= at,
        old_plans=tuple(old),
    )


def last_drill() -> datetime | None:
    """When the last drill was approved (one query)."""
    drills = Activation.objects.filter(drill=True, approved_at__isnull=False)
    return drills.aggregate(last=Max("approved_at"))["last"]


def plans_of(kind: str) -> QuerySet[ActivationPlan]:
    """Plans for a kind of emergency."""
    return ActivationPlan.objects.filter(kind=kind)


def planned_points() -> frozenset[int]:
    """Keys of the access points that stand in plans (one query)."""
    return frozenset(PlanOverride.objects.values_list("access_point", flat=True))


def places_named(typed: str) -> list[AccessPoint]:
    """Access points whose structure is called so, 30 at most; none while nothing is typed."""
    if not typed.strip():
        return []
    rows = AccessPoint.objects.exclude(structure__status=Status.ENDED).exclude(structure__sensitive=True)
    named = Q(structure__label__icontains=typed.strip()) | Q(structure__pages__title__icontains=typed.strip())
    return list(rows.filter(named).select_related("structure", "location").distinct()[:MOST_FOUND])


def log_rows() -> Iterator[dict[str, Any]]:
    """The whole log, oldest first, as a table."""
    rows = ActivationLog.objects.select_related("activation", "person").prefetch_related("activation__words")
    for row in rows.order_by("at", "pk"):
        yield {
            "at": row.at.isoformat(),
            "activation": str(row.activation.uuid),
            "kind": row.activation.kind,
            "drill": row.activation.drill,
            "what": row.what,
            "person": str(row.person or ""),
            "reason": row.reason,
            "letters": row.letters,
            "seconds": row.seconds,
            "before": _text(row.before),
            "after": _text(row.after),
        }


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""
