"""How the checks stand: what is overdue, what readers and bodies say, what the public may know of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext, override

from core.cache import expire_at
from core.hooks import Chip
from core.snapshot import snapshot
from core.when import next_midnight
from directory.checks import DECIDE_AFTER, risk_of, weight_of
from directory.models.choices import CALLABLE, RiskClass, Status
from directory.models.structure import Structure
from directory.models.verification import ProposedChange, ReaderReport, ReportState, Verification
from directory.selectors.emergency_desk import planned_points

RISKY = ("needs", "access_points__schedules", "access_points__lines")  # what decides the class of risk


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """A structure that somebody must look at. `days` counts from the day on which it was due.

    `doors` are the structures that lead readers to it.
    """

    pk: int
    label: str
    body: str
    email: str
    phone: str
    risk: RiskClass
    due: date
    days: int
    checked_on: date | None
    reports: int
    doors: int
    must_decide: bool

    @property
    def weight(self) -> int:
        return weight_of(self.risk, self.doors)


@dataclass(frozen=True, slots=True)
class CheckedShare:
    """How many structures were confirmed and are not overdue, of all that readers see."""

    in_time: int
    total: int

    @property
    def percent(self) -> int:
        return round(100 * self.in_time / self.total) if self.total else 0


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One class of risk: how many structures, how many of them overdue."""

    risk: RiskClass
    total: int
    late: int


@dataclass(frozen=True, slots=True)
class DeskCounts:
    """What waits for people who check."""

    overdue: int
    reports: int
    proposals: int


def overdue(today: date, *, most: int | None = None) -> list[OverdueRow]:
    """Structures whose day has come, the heaviest first, then the longest overdue (seven queries)."""
    leading = Q(linked_from__isnull=False) & ~Q(linked_from__structure__status=Status.ENDED)
    structures = (
        Structure.objects.exclude(status=Status.ENDED)
        .filter(next_check_on__lte=today)
        .select_related("organisation")
        .prefetch_related("needs", "organisation__words", "access_points__schedules", "access_points__lines")
        .annotate(
            open_reports=Count("reports", filter=Q(reports__state=ReportState.NEW), distinct=True),
            doors=Count("linked_from__structure", filter=leading, distinct=True),
        )
    )
    planned = planned_points()
    rows = sorted(
        (_row(structure, today, planned) for structure in structures), key=lambda row: (-row.weight, row.due, row.label)
    )
    return rows[:most]


def _row(structure: Structure, today: date, planned: frozenset[int]) -> OverdueRow:
    points = list(structure.access_points.all())
    numbers = (line.number for point in points for line in point.lines.all() if line.kind in CALLABLE)
    due: Any = structure.next_check_on
    return OverdueRow(
        pk=structure.pk,
        label=structure.label,
        body=str(structure.organisation),
        email=structure.organisation.email,
        phone=next(numbers, ""),
        risk=risk_of(structure, points, planned),
        due=due,
        days=(today - due).days,
        checked_on=structure.checked_on,
        reports=structure.open_reports,
        doors=structure.doors,
        must_decide=today - due >= DECIDE_AFTER,
    )


def risk_table(today: date) -> list[RiskRow]:
    """How many structures there are of each class, and how many are overdue (six queries)."""
    structures = Structure.objects.exclude(status=Status.ENDED).prefetch_related(*RISKY)
    planned = planned_points()
    total, late = Counter[str](), Counter[str]()
    for structure in structures:
        risk = risk_of(structure, list(structure.access_points.all()), planned)
        total[risk] += 1
        late[risk] += structure.next_check_on is not None and structure.next_check_on <= today
    return [RiskRow(risk, total[risk], late[risk]) for risk in RiskClass]


def open_reports() -> QuerySet[ReaderReport]:
    """Reports that nobody has settled, the oldest first."""
    return ReaderReport.objects.filter(state=ReportState.NEW).select_related("structure").order_by("created", "pk")


def open_proposals() -> QuerySet[ProposedChange]:
    """Changes that bodies proposed and nobody has settled."""
    return ProposedChange.objects.filter(state=ProposedChange.State.NEW).select_related("structure")


def desk_counts(today: date) -> DeskCounts:
    """How much waits (three queries)."""
    due = Structure.objects.exclude(status=Status.ENDED).filter(next_check_on__lte=today)
    return DeskCounts(due.count(), open_reports().count(), open_proposals().count())


def structure_to_check(pk: int) -> Structure:
    """A structure with its whole history of checks. Raises Structure.DoesNotExist."""
    history = Verification.objects.select_related("person", "report")
    return (
        Structure.objects.select_related("organisation")
        .prefetch_related(*RISKY, "reports", "proposed_changes", Prefetch("verifications", history))
        .get(pk=pk)
    )


def structure_of_link(uuid: UUID) -> Structure | None:
    """The structure that an address of a letter is about; None when it is gone or has ended."""
    return Structure.objects.exclude(status=Status.ENDED).select_related("organisation").filter(uuid=uuid).first()


def answered_since(structure: Structure, moment: datetime) -> bool:
    """Whether the body has answered after a letter was written: by confirming or by proposing."""
    return (
        structure.verifications.filter(at__gt=moment).exists()
        or structure.proposed_changes.filter(created__gt=moment).exists()
    )


@snapshot("directory.checked_share", tags={"list:directory"})
def checked_share(today: date) -> CheckedShare:
    """The public figure: structures confirmed by their body and not overdue, of those that work (one query)."""
    found = Structure.objects.filter(status=Status.ACTIVE, pages__live=True).aggregate(
        total=Count("pk", distinct=True),
        in_time=Count("pk", distinct=True, filter=Q(checked_on__isnull=False, next_check_on__gt=today)),
    )
    return CheckedShare(**found)


def check_figures(language: str, now: datetime) -> Mapping[str, Chip]:
    """What texts may say of the checks; notes for the cache that the figure is that of a day."""
    expire_at(next_midnight(now))
    share = checked_share(timezone.localdate(now))
    with override(language):
        text = gettext("%(in_time)s of %(total)s") % {"in_time": share.in_time, "total": share.total}
        return {"checks:share": Chip("checks:share", gettext("Structures checked in time"), text)}
