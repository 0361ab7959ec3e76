"""Writing the index: after a commit, and all of it anew."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable

from core.cache import purge
from search.engines.embedded import EmbeddedEngine
from search.index import engine
from search.sources import documents_of, documents_of_groups, sources

logger = logging.getLogger(__name__)
BATCH = 200
TAG = "search"  # read by every page of results


def refresh(groups: Iterable[str]) -> None:
    """Bring these groups into the state of the database: changed, new or no longer public.

    An index that cannot be written costs no editor's work: it is logged, and a rebuild brings it level.
    """
    wanted = sorted(set(groups))
    try:
        if not engine().generation():
            rebuild()
            return
        for start in range(0, len(wanted), BATCH):
            _write(engine(), wanted[start : start + BATCH])
        purge(TAG)
    except (sqlite3.Error, OSError):
        logger.exception("The search index could not be written; manage.py search_rebuild brings it level.")


def rebuild(progress: Callable[[str, int], None] = lambda label, count: None) -> int:
    """Build a new index beside the one in use and switch; gives how many documents it holds.

    Readers keep the old index until the switch. What changes meanwhile is written to the old one and brought
    into the new one from the database.
    """
    current = engine()
    begun = current.last_change() if current.generation() else 0
    beside = current.begin()
    written = 0
    for source in sources():
        found = list(documents_of(source, source.queryset().iterator(chunk_size=BATCH)))
        written += beside.write(found)
        progress(source.label, len(found))
    if current.generation():
        _write(beside, current.changed_since(begun))
    current.switch(beside)
    beside.close()
    purge(TAG)
    return written


def _write(target: EmbeddedEngine, groups: list[str]) -> None:
    documents = list(documents_of_groups(groups))
    gone = sorted(set(groups) - {document.group for document in documents})
    if documents:
        target.write(documents)
    if gone:
        target.delete(gone)
