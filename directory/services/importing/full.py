"""All facts taken into an empty directory, whole or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from core import bulk
from core.cache import forget
from core.constraints import check_constraints
from directory.models.structure import Structure
from directory.services.intervals import rebuild_all_intervals
from directory.services.structures import check_structure
from directory.tables.files import FileRefused
from directory.tables.full.facts import TERMS, facts, fields_of, file_name
from directory.tables.full.reading import Archive, Wrong, read_full
from directory.tables.rows import PIECE, StructureReader
from search.services import rebuild


@dataclass(slots=True)
class Restored:
    """How many rows there are by model, or what is wrong; with anything wrong nothing was written."""

    rows: dict[str, int] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)


def rehearse_full(content: bytes) -> Restored:
    """What `import_full` would do, as far as single rows tell; nothing is written. Raises FileRefused."""
    _demand_empty()
    archive = read_full(content)
    _check_rows(archive)
    return Restored(wrong=archive.wrong) if archive.wrong else _counted(archive)


@transaction.atomic
def import_full(content: bytes, *, at: datetime, zone: ZoneInfo, told: Callable[[int], Any] = int) -> Restored:
    """Insert everything that full.zip holds. Raises FileRefused for a directory that has facts, or a foreign file."""
    _demand_empty()
    archive = read_full(content)
    _check_rows(archive)
    if not archive.wrong:
        _insert(archive, told)
        _check_structures(archive, at.astimezone(zone).date())
    if archive.wrong:
        transaction.set_rollback(True)
        return Restored(wrong=archive.wrong)
    transaction.on_commit(partial(rebuild_all_intervals, at=at, zone=zone))
    transaction.on_commit(rebuild)
    forget()
    return _counted(archive)


def _counted(archive: Archive) -> Restored:
    return Restored(rows={str(model._meta.model_name): len(rows) for model, rows in archive.rows.items()})


def _demand_empty() -> None:
    full = [model for model in facts() if model not in TERMS and model._base_manager.exists()]
    if full:
        sentence = _("full.zip is taken into an empty directory; this one has: %(names)s.")
        names = ", ".join(str(model._meta.verbose_name_plural) for model in full)
        raise FileRefused(sentence, code="not_empty", params={"names": names})


def _check_rows(archive: Archive) -> None:
    """Each row alone, as its form does; the keys of others were looked up when it was read."""
    for model, rows in archive.rows.items():
        related = {each.name for each in model._meta.fields if each.is_relation}
        left = related | {each.name for each in model._meta.fields if each not in fields_of(model)}
        for number, row in zip(archive.numbers[model], rows, strict=True):
            for name, problems in _refused(row, left).items():
                archive.refuse(model, number, name, ValidationError(problems))


def _refused(row: Model, left: set[str]) -> Mapping[str, Any]:
    """What is wrong with a row, by field."""
    try:
        row.clean_fields(exclude=left)
        check_constraints(row)
    except ValidationError as refusal:
        return refusal.error_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: [refusal]}
    return {}


def _insert(archive: Archive, told: Callable[[int], Any]) -> None:
    for model in facts():
        try:
            bulk.insert_as_is(model, archive.rows[model])
        except IntegrityError as error:
            sentence = _("%(file)s: the database refuses a row (%(reason)s).")
            raise FileRefused(sentence, code="database", params={"file": file_name(model), "reason": error}) from error
        told(len(archive.rows[model]))
    for through, rows in archive.joins.items():
        through.objects.bulk_create(rows, batch_size=bulk.BATCH)
    bulk.reset_sequences(facts())


def _check_structures(archive: Archive, today: date) -> None:
    """Each structure with all that it holds, as its form does."""
    reader = StructureReader()
    numbers = archive.numbers[Structure]
    places = {row.pk: number for number, row in zip(numbers, archive.rows[Structure], strict=True)}
    keys = list(places)
    for start in range(0, len(keys), PIECE):
        for structure in reader.read(Structure.objects.filter(pk__in=keys[start : start + PIECE])):
            try:
                check_structure(structure, today=today)
            except ValidationError as refusal:
                archive.refuse(Structure, places[structure.pk], "code", refusal)
