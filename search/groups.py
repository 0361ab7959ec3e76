"""Which things answer a query, for lists of other apps that take words too: those of programs and of editors."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from core.languages import order
from search.beginnings import begins, heard_words, other_keyboard, typed_keys
from search.documents import Listed
from search.engines.base import AWAY
from search.index import answerer
from search.ranking import Reader
from search.sources import source_named
from search.understanding import LONGEST_QUERY


def groups(query: str, *, label: str, language: str, today: date) -> tuple[str, ...] | None:
    """Keys of the things of a source (the part of `SearchDocument.group` behind its label), best first.

    None while there is no index.
    """
    reader = Reader(language, order(language), today)
    try:
        answer = answerer().answer(query.strip()[:LONGEST_QUERY], reader)
    except AWAY:
        return None
    beginning = f"{label.lower()}:"
    found = (hit.facts.group for hit in answer.hits)
    return tuple(group.removeprefix(beginning) for group in found if group.startswith(beginning))


def admin_ids(query: str, *, label: str, language: str, today: date) -> tuple[Any, ...]:
    """Keys of an editors' list for what an editor typed, drafts among them, best first.

    First what is called so, by the beginnings of its words in any spelling; then what readers would find.
    """
    source = source_named(label)
    rows = source.listed() if source is not None and source.listed is not None else ()
    called = _called(query, rows) or _called(other_keyboard(query), rows)
    by_group = {row.group: row.key for row in rows if row.group}
    beginning = f"{label.lower()}:"
    found = groups(query, label=label, language=language, today=today) or ()
    meant = (by_group[f"{beginning}{key}"] for key in found if f"{beginning}{key}" in by_group)
    return tuple(dict.fromkeys([*called, *meant]))


def _called(query: str, rows: Sequence[Listed]) -> list[Any]:
    words = typed_keys(query[:LONGEST_QUERY])
    return [row.key for row in rows if begins(words, heard_words(row.names))]
