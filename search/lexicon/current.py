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


@snapshot("search.lexicon", tags={LEXICON})
def _current() -> Lexicon:
    own = Concept.objects.filter(is_used=True).select_related("need").prefetch_related("expressions").order_by("pk")
    added = [row_of(concept) for concept in own]
    if not added:
        return shipped()
    rows, stopwords, intents = shipped_rows()
    return compile_lexicon(joined(rows, added), stopwords, intents)


def row_of(concept: Concept) -> dict:
    """A concept of the editors in the form of the shipped file."""
    row: dict = {"id": concept.extends or f"own{concept.pk}", "el": [concept.name]}
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
