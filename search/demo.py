"""Queries that the demo grades, so that its screen of quality has something to show; marked as an example."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page

from core.demo import facts
from search.models import Evaluation, GradedQuery, GradedTarget
from search.services import evaluate, start_evaluation

NOTE = "Παράδειγμα, δική μας κρίση / Example, our own judgement"


def load_graded() -> int:
    """Graded queries, and the first evaluation of them; how many."""
    rows = facts("graded")
    for row in rows:
        _graded(row)
    if not Evaluation.objects.exists():
        now = timezone.localtime()
        evaluate(start_evaluation(at=now).pk, now=now)
    return len(rows)


def _graded(row: dict[str, Any]) -> None:
    """What editors made of a query is left to them."""
    query, new = GradedQuery.objects.get_or_create(
        query=row["query"], language=row["language"], defaults={"kind": row["kind"], "note": NOTE}
    )
    if not new:
        return
    grades = {
        **dict.fromkeys(row["good"], GradedTarget.Grade.GOOD),
        **dict.fromkeys(row["best"], GradedTarget.Grade.BEST),
    }
    pages = {page.slug: page for page in Page.objects.filter(slug__in=grades, locale__language_code="el")}
    query.targets.set(
        GradedTarget(page=pages[slug], grade=grades[slug], sort_order=order)
        for order, slug in enumerate([*row["best"], *row["good"]])
        if slug in pages
    )
    query.save()
