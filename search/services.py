"""Writing the index: after a commit, and all of it anew."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import F

from core.cache import purge
from core.queue import enqueue_on_commit
from core.taxonomy import Need
from search.analysis.keys import keys_of_texts
from search.documents import SearchSource, in_portions
from search.engines.base import AWAY
from search.engines.stored import StoredEngine
from search.index import answerer, elastic, engine
from search.lexicon.files import ConceptRow
from search.models import Concept, Evaluation, Expression, ZeroResult
from search.quality import measured
from search.sources import documents_of, documents_of_groups, group_field, readable, sources
from search.tasks import evaluate_graded, mirror_groups
from search.wording import concept_named

logger = logging.getLogger(__name__)
BATCH = 200
PORTION = 1_000  # documents that a rebuild writes at once: each portion writes the lists of all common words again
EVALUATIONS_KEPT = 50
TAG = "search"  # read by every page of results


def refresh(groups: Iterable[str]) -> None:
    """Bring these groups into the state of the database: changed, new or no longer public.

    An index that cannot be written costs no editor's work: it is logged, and a rebuild brings it level.
    Elasticsearch, where there is one, gets them through the durable queue: it may be away for a while.
    """
    wanted = sorted(set(groups))
    if elastic() is not None:
        enqueue_on_commit(mirror_groups, groups=wanted)
    try:
        if not engine().generation():
            rebuild()
            return
        for start in range(0, len(wanted), BATCH):
            _write(engine(), wanted[start : start + BATCH])
        purge(TAG)
    except AWAY:
        logger.exception("The search index could not be written; manage.py search_rebuild brings it level.")


def rebuild(progress: Callable[[str, int], None] = lambda label, count: None) -> int:
    """Build a new index beside the one in use and switch; gives how many documents it holds.

    Readers keep the old index until the switch. What changes meanwhile is written to the old one and brought
    into the new one from the database.
    """
    current = engine()
    begun = _last_change(current)
    beside = current.begin()
    written = 0
    for source in sources():
        found = documents_of(source, _watched(source, progress))
        written += sum(beside.write(part) for part in in_portions(found, PORTION))
    if begun is not None and current.generation():
        _write(beside, current.changed_since(begun))
    current.switch(beside)
    beside.close()
    purge(TAG)
    return written


def _last_change(current: StoredEngine) -> int | None:
    """Where the index in use stands; None when it is damaged: then there is nothing to bring along."""
    try:
        return current.last_change() if current.generation() else 0
    except AWAY:
        return None


def retag(texts: Iterable[str]) -> None:
    """Documents that hold these words mean something else now: read them again with the present lexicon."""
    try:
        groups = engine().groups_with(keys_of_texts(texts)) if engine().generation() else []
    except AWAY:
        logger.exception("The search index could not be read; manage.py search_rebuild brings it level.")
        return
    refresh(groups)


@transaction.atomic
def start_evaluation(*, at: datetime) -> Evaluation:
    """Ask for an evaluation of the graded queries; the worker does it. One that waits already is not doubled."""
    waiting = Evaluation.objects.filter(done=None).first()
    if waiting is not None:
        return waiting
    evaluation = Evaluation.objects.create(asked=at)
    enqueue_on_commit(evaluate_graded, evaluation=evaluation.pk)
    return evaluation


def evaluate(pk: int, *, now: datetime) -> None:
    """Do an evaluation that was asked for. Raises IndexMissing; one that is done or gone is left alone."""
    evaluation = Evaluation.objects.filter(pk=pk, done=None).first()
    if evaluation is None:
        return
    evaluation.report = measured(answerer(), today=now.date())
    evaluation.lexicon = answerer().lexicon.version
    evaluation.done = now
    evaluation.save()
    kept = Evaluation.objects.values_list("pk", flat=True)[:EVALUATIONS_KEPT]
    Evaluation.objects.exclude(pk__in=list(kept)).delete()


@transaction.atomic
def take_words(rows: Iterable[ConceptRow], *, alone: bool = False) -> int:
    """Make the editors' concepts of these names what the rows say; `alone` removes all others. Gives how many."""
    wanted = list(rows)
    needs = {need.slug: need for need in Need.objects.filter(slug__in={row.need for row in wanted})}
    kept = {concept.name: concept for concept in Concept.objects.prefetch_related("expressions")}
    for row in wanted:
        concept = kept.pop(row.name, None) or Concept(name=row.name)
        concept.extends, concept.need, concept.is_used = row.extends, needs.get(row.need), row.used
        concept.expressions.set(
            Expression(language=language, text=text, sort_order=order)
            for order, (language, text) in enumerate((each, text) for each in row.words for text in row.words[each])
        )
        concept.save()
    for concept in kept.values() if alone else ():
        concept.delete()
    return len(wanted)


@transaction.atomic
def add_synonym(text: str, *, language: str, known: str) -> Concept:
    """Let words that found nothing mean a concept that search knows; they are counted no more.

    Raises ValidationError with a sentence when the concept is unknown or the words mean nothing.
    """
    concept = concept_named(known)
    expression = Expression(concept=concept, language=language, text=text, sort_order=concept.expressions.count())
    expression.clean_fields(exclude=["concept"])
    expression.clean()
    concept.is_used = True
    if all((each.text, each.language) != (text, language) for each in concept.expressions.all()):
        concept.expressions.add(expression)
    concept.save()
    ZeroResult.objects.filter(query=text, language=language).delete()
    return concept


def count_nothing(query: str, *, language: str, day: date) -> None:
    """Count a query that found nothing. A database that is away or busy costs the reader nothing."""
    try:
        with transaction.atomic():
            row = {"query": query, "language": language, "day": day}
            if not ZeroResult.objects.filter(**row).update(times=F("times") + 1):
                ZeroResult.objects.create(**row)
    except DatabaseError:
        logger.warning("A search without results could not be counted.")


def forget_counted(before: datetime) -> int:
    """Delete what was counted before a day; gives how many rows went."""
    deleted, _by_model = ZeroResult.objects.filter(day__lt=before.date()).delete()
    return deleted


def mirror(groups: Iterable[str], *, version: int) -> int:
    """Bring these groups in Elasticsearch into the state of the database; gives how many units were written.

    `version` is the moment of the call in nanoseconds: what was read later wins. Raises when the server is away.
    """
    target = elastic()
    if target is None:
        return 0
    if not target.targets():
        return rebuild_elastic(version=version)
    wanted = sorted(set(groups))
    written = 0
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        documents = list(documents_of_groups(part))
        written += target.write(documents, version=version)
        target.delete(part, version=version, but={document.unit for document in documents})
    return written


def rebuild_elastic(progress: Callable[[str, int], None] = lambda label, count: None, *, version: int) -> int:
    """Build a new index in Elasticsearch beside the one in use and switch; gives how many units it holds.

    What changes meanwhile is written to both, with a newer version than the build's, so nothing is lost.
    """
    target = elastic()
    if target is None:
        return 0
    built = target.begin()
    written = 0
    for source in sources():
        found = documents_of(source, _watched(source, progress))
        written += sum(target.write(part, version=version, into=built) for part in in_portions(found, BATCH))
    target.switch(built)
    return written


def _watched(source: SearchSource, progress: Callable[[str, int], None]) -> Iterator[Any]:
    """Everything of a source, group by group; `progress` hears of each thing that was read."""
    for obj in readable(source).order_by(group_field(source), "pk").iterator(chunk_size=BATCH):
        yield obj
        progress(source.label, 1)


def _write(target: StoredEngine, groups: list[str]) -> None:
    documents = list(documents_of_groups(groups))
    gone = sorted(set(groups) - {document.group for document in documents})
    if documents:
        target.write(documents)
    if gone:
        target.delete(gone)
