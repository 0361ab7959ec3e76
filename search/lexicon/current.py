"""The lexicon in use: the shipped one, and what editors added to it; the same in every process within a second."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import DatabaseError

from core.snapshot import snapshot
from search.lexicon.compiled import Lexicon, compile_lexicon, shipped, shipped_rows
from search.models import LEXICON, Concept


def current() -> Lexicon:
    """What queries and documents are understood by; the shipped one while the database is away."""
    try:
        return _current()
    except DatabaseError:
        return shipped()


def with_concept(concept: Concept) -> Lexicon:
    """The lexicon as it would be if this concept, saved or not, stood as it is in memory."""
    rows = [row_of(other) for other in own_concepts() if other.is_used and other.pk != concept.pk]
    return _compiled([*rows, row_of(concept)] if concept.is_used else rows)


def own_concepts() -> Iterable[Concept]:
    """What editors added, in the order in which it came (two queries)."""
    return Concept.objects.select_related("need").prefetch_related("expressions").order_by("pk")


@snapshot("search.lexicon", tags={LEXICON})
def _current() -> Lexicon:
    return _compiled([row_of(concept) for concept in own_concepts() if concept.is_used])


def _compiled(added: list[dict]) -> Lexicon:
    if not added:
        return shipped()
    rows, stopwords, intents = shipped_rows()
    return compile_lexicon(joined(rows, added), stopwords, intents)


def id_of(concept: Concept) -> str:
    """The id under which the lexicon knows a concept of the editors."""
    return concept.extends or f"own{concept.pk or 'new'}"


def row_of(concept: Concept) -> dict:
    """A concept of the editors in the form of the shipped file."""
    row: dict = {"id": id_of(concept), "el": [concept.name]}
    if concept.need:
        row["facets"] = [f"need:{concept.need.slug}"]
    for expression in concept.expressions.all():
        row.setdefault(expression.language, []).append(expression.text)
    return row


def joined(rows: Iterable[dict], added: Iterable[dict]) -> list[dict]:
    """Shipped rows with the words that were added to them, then the new ones."""
    by_id = {
        row["id"]: {key: list(value) if isinstance(value, list) else value for key, value in row.items()}
        for row in rows
    }
    for row in added:
        own = by_id.setdefault(row["id"], {"id": row["id"]})
        for key, values in row.items():
            if key != "id":
                own[key] = list(dict.fromkeys([*own.get(key, []), *values]))
    return list(by_id.values())
