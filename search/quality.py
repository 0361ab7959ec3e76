"""How well search answers the editors' graded queries on the site as it is; without what they suggest or exclude."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.models import Page

from core.languages import order
from search.answering import Answerer
from search.evaluation import PAGE_SIZE
from search.measures import GOOD, score
from search.models import Evaluation, GradedQuery
from search.models.quality import QueryKind
from search.ranking import Reader
from search.steering import group_of_page

MOST_SHOWN = 12
SMALLEST_CHANGE = 0.005


@dataclass(frozen=True, slots=True)
class Measured:
    """How one kind of query did: shares of 1, and the change since the evaluation before (None: there was none)."""

    label: str
    count: int
    quality: float
    found: float
    change: float | None = None

    @property
    def is_same(self) -> bool:
        """Whether the change is too small to be shown with two places."""
        return self.change is not None and abs(self.change) < SMALLEST_CHANGE


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A graded query that does not do as it should: where its first good page stands, 0 for nowhere."""

    pk: int
    query: str
    language: str
    place: int
    nothing_wanted: bool


@dataclass(frozen=True, slots=True)
class Quality:
    """What the screen shows of the last evaluation, and of those before it, the newest first."""

    queries: int
    last: Evaluation | None
    is_waiting: bool
    kinds: tuple[Measured, ...]
    trend: tuple[tuple[Evaluation, Measured], ...]
    weak: tuple[Unanswered, ...]


def measured(here: Answerer, *, today: date) -> dict[str, Any]:
    """Ask every graded query: the report of `measures.score`, and `places` of the first good page by query."""
    queries = list(GradedQuery.objects.prefetch_related("targets"))
    groups = _groups({target.page_id for query in queries for target in query.targets.all()})
    graded, answers = [], {}
    for query in queries:
        reader = Reader(query.language, order(query.language), today)
        key = str(query.pk)
        answers[key] = [hit.unit for hit in here.answer(query.query, reader).hits[:PAGE_SIZE]]
        grades = {groups[target.page_id]: target.grade for target in query.targets.all() if target.page_id in groups}
        kind = query.kind if grades else QueryKind.NOTHING.value
        graded.append({"id": key, "kind": kind, "lang": query.language, "grades": grades})
    report = score({}, {"queries": graded}, answers)
    return {**report, "places": {row["id"]: _place(row, answers[row["id"]]) for row in graded}}


def _groups(pages: set[int]) -> dict[int, str]:
    """What search calls these pages; without those that it does not know."""
    named = {page.pk: group_of_page(page) for page in Page.objects.filter(pk__in=pages).specific()}
    return {pk: group for pk, group in named.items() if group}


def _place(row: Mapping[str, Any], ranked: list[str]) -> int:
    """Position of the first good page; of a query that should find nothing, how much it found."""
    if row["kind"] == QueryKind.NOTHING:
        return len(ranked)
    good = {unit for unit, grade in row["grades"].items() if grade >= GOOD}
    return next((number for number, unit in enumerate(ranked, start=1) if unit in good), 0)


def quality() -> Quality:
    """The state of things for the screen (three queries)."""
    rows = list(Evaluation.objects.all()[: MOST_SHOWN + 1])
    done = [row for row in rows if row.done]
    queries = {str(query.pk): query for query in GradedQuery.objects.all()}
    last = done[0] if done else None
    return Quality(
        queries=len(queries),
        last=last,
        is_waiting=any(row.done is None for row in rows),
        kinds=tuple(_kinds(last.report, done[1].report if len(done) > 1 else {})) if last else (),
        trend=tuple((row, _overall(row.report, before)) for row, before in _pairs(done)),
        weak=tuple(_weak(last.report, queries)) if last else (),
    )


def _pairs(done: list[Evaluation]) -> list[tuple[Evaluation, dict[str, Any]]]:
    """Evaluations, each with the report before it."""
    return list(zip(done, [*(row.report for row in done[1:]), {}], strict=False))[:MOST_SHOWN]


def _overall(report: dict[str, Any], before: dict[str, Any]) -> Measured:
    return _measured("", report.get("overall", {}), before.get("overall", {}))


def _kinds(report: dict[str, Any], before: dict[str, Any]) -> list[Measured]:
    old = before.get("by_kind", {})
    labels = dict(QueryKind.choices)
    kinds = [kind for kind in labels if kind in report["by_kind"]]
    rows = [_measured(labels[kind], report["by_kind"][kind], old.get(kind, {})) for kind in kinds]
    none = report["no_answer"]
    if none["n"]:
        rows.append(Measured(labels[QueryKind.NOTHING.value], none["n"], none["precision"], none["precision"]))
    return rows


def _measured(label: str, found: dict[str, Any], before: dict[str, Any]) -> Measured:
    value = found.get("ndcg@10", 0.0)
    change = value - before["ndcg@10"] if "ndcg@10" in before else None
    return Measured(label, found.get("n", 0), value, found.get("recall@10", 0.0), change)


def _weak(report: dict[str, Any], queries: Mapping[str, GradedQuery]) -> list[Unanswered]:
    """Queries that find what they should not, or whose first result is no good page."""
    found = []
    for key, place in report["places"].items():
        query = queries.get(key)
        if query is None:
            continue
        nothing = query.kind == QueryKind.NOTHING
        if (place > 0) if nothing else (place != 1):
            found.append(Unanswered(query.pk, query.query, query.language, place, nothing))
    return found
