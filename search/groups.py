"""Which things answer a query, for lists of other apps that take words too."""

from datetime import date

from core.languages import order
from search.engines.base import AWAY
from search.index import answerer
from search.ranking import Reader
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
    found = (hit.entry.document.group for hit in answer.hits)
    return tuple(group.removeprefix(beginning) for group in found if group.startswith(beginning))
