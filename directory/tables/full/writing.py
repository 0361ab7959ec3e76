"""full.zip written: rows in the order in which they were made, the same bytes for the same facts."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db.models import Field, JSONField, Model, QuerySet
from wagtail.fields import StreamField

from core.exports import LIST_MARK, csv_lines
from directory.tables.full.facts import NUMBER, columns_of, facts, fields_of, file_name, is_numbered, key_of

# A ZIP tells when its files were made, and nothing changes when nothing changed.
MADE = (1980, 1, 1, 0, 0, 0)
PIECE = 2000


@dataclass(frozen=True, slots=True)
class Selection:
    """What is told: rows of a model (all, where none are named), columns kept back, values told otherwise."""

    rows: Mapping[type[Model], QuerySet] = field(default_factory=dict)
    left_out: frozenset[type[Model]] = frozenset()
    hidden: frozenset[tuple[type[Model], str]] = frozenset()
    retold: Mapping[tuple[type[Model], str], Callable[[Any], Any]] = field(default_factory=dict)

    def columns(self, model: type[Model]) -> tuple[str, ...]:
        return tuple(name for name in columns_of(model) if (model, name) not in self.hidden)


EVERYTHING = Selection()


def write_full(target: IO[bytes], selection: Selection = EVERYTHING) -> None:
    """Write the archive. A row that names a row which is not told is not told either."""
    telling = _Telling(selection)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for model in facts():
            if model not in selection.left_out:
                _write_file(archive, model, csv_lines(selection.columns(model), telling.rows(model)))


def _write_file(archive: ZipFile, model: type[Model], lines: Iterable[bytes]) -> None:
    name = ZipInfo(file_name(model), MADE)
    name.compress_type = ZIP_DEFLATED
    with archive.open(name, "w") as member:
        for piece in lines:
            member.write(piece)


class _Telling:
    """Remembers by what each row that was told is named."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._names: dict[type[Model], dict[Any, str]] = defaultdict(dict)

    def rows(self, model: type[Model]) -> Iterator[dict[str, Any]]:
        rows = self._selection.rows.get(model, model._base_manager.all()).order_by("pk")
        fields = fields_of(model)
        flat = [each for each in fields if not each.many_to_many]
        many = {each: self._many(model, each) for each in fields if each.many_to_many}
        if any(each.related_model is model for each in flat):
            self._name_all(model, rows)
        number = 0
        for pk, *values in rows.values_list("pk", *(each.attname for each in flat)).iterator(chunk_size=PIECE):
            told = dict(zip(flat, values, strict=True))
            if any(value is not None and self._of(each, value) is None for each, value in told.items()):
                continue
            number += 1
            cells = {each.name: self._cell(model, each, value) for each, value in told.items()}
            cells |= {each.name: many[each].get(pk, "") for each in many}
            if is_numbered(model):
                cells[NUMBER] = number
            self._names[model][pk] = str(cells[key_of(model)]) if key_of(model) in cells else ""
            yield cells

    def _name_all(self, model: type[Model], rows: QuerySet) -> None:
        """Rows may name rows that stand below them in the same file."""
        self._names[model] = {pk: str(name) for pk, name in rows.values_list("pk", key_of(model))}

    def _of(self, each: Field, value: Any) -> Any:
        return self._names[each.related_model].get(value) if each.is_relation else value

    def _cell(self, model: type[Model], each: Field, value: Any) -> Any:
        if each.is_relation:
            return None if value is None else self._names[each.related_model][value]
        retold = self._selection.retold.get((model, each.name))
        return cell_of(each, retold(value) if retold else value)

    def _many(self, model: type[Model], each: Any) -> dict[Any, str]:
        """For a relation to many: the names of all by row, in their order."""
        through, names = each.remote_field.through, self._names[each.related_model]
        held: dict[Any, list[str]] = defaultdict(list)
        for row, term in through.objects.values_list(each.m2m_column_name(), each.m2m_reverse_name()):
            if term in names:
                held[row].append(names[term])
        return {row: LIST_MARK.join(sorted(found)) for row, found in held.items()}


def cell_of(each: Field, value: Any) -> Any:
    """A value as a cell takes it."""
    if isinstance(each, StreamField):
        return json.dumps(list(value.raw_data), ensure_ascii=False) if value else ""
    if isinstance(each, JSONField):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value
