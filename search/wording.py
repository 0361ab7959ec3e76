"""Words of editors beside those that are already known, and what was looked for in vain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Sum

from search.fields import folded
from search.lexicon.compiled import shipped
from search.models import Concept, ZeroResult

LEAST_TIMES, LEAST_DAYS = 3, 2
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Missed:
    """Words that found nothing: how often, on how many days, and the last of them."""

    query: str
    language: str
    times: int
    days: int
    last: date


def said_elsewhere(concept: Concept) -> list[tuple[str, str]]:
    """Words of a concept that already name another one, with its name."""
    own = concept.extends or f"own{concept.pk}"
    others: dict[str, str] = {}
    for other in shipped().concepts.values():
        for text in (text for texts in other.words.values() for text in texts):
            if other.id != own:
                others.setdefault(folded(text), next(iter(other.words.get("el", (other.id,)))))
    texts = [concept.name, *(expression.text for expression in concept.expressions.all())]
    return [(text, others[folded(text)]) for text in texts if folded(text) in others]


def missed() -> list[Missed]:
    """What found nothing at least three times on two days, the most frequent first; the rest is nobody's business."""
    rows = (
        ZeroResult.objects.values("query", "language")
        .annotate(total=Sum("times"), days=Count("day"), last=Max("day"))
        .filter(total__gte=LEAST_TIMES, days__gte=LEAST_DAYS)
        .order_by("-total", "query")[:MOST_SHOWN]
    )
    return [Missed(row["query"], row["language"], row["total"], row["days"], row["last"]) for row in rows]
