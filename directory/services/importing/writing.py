"""The rows that some structures change, gathered first and then written together.

Setting a fact here changes the structure in memory, as a form does; nothing reaches the database before `write`.
"""

from collections import defaultdict
from typing import Any

from django.db.models import Model

from core import bulk
from directory.models.access import AccessPoint, ContactLine, Schedule
from directory.models.accessibility import AccessibilityFact
from directory.models.codes import free_codes
from directory.models.conditions import EligibilityRule, RequiredDocument
from directory.models.exceptions import Closure, ClosureWords
from directory.models.offers import LanguageOffer
from directory.models.organisation import Organisation, OrganisationWords
from directory.models.place import Location, LocationWords
from directory.models.structure import Structure

# Parents before what they hold.
ORDER: tuple[type[Model], ...] = (
    Organisation,
    OrganisationWords,
    Location,
    LocationWords,
    AccessibilityFact,
    Structure,
    AccessPoint,
    ContactLine,
    Schedule,
    LanguageOffer,
    RequiredDocument,
    EligibilityRule,
    Closure,
    ClosureWords,
)


class Writing:
    """New, changed and deleted rows of one piece of a table."""

    def __init__(self) -> None:
        self._fields: dict[type[Model], set[str]] = defaultdict(set)
        self._changed: dict[type[Model], dict[int, Any]] = defaultdict(dict)
        self._own: dict[int, set[str]] = defaultdict(set)  # by id of the row: what is new of it
        self._new: dict[type[Model], list[Any]] = defaultdict(list)
        self._gone: dict[type[Model], list[int]] = defaultdict(list)
        self._terms: list[tuple[Any, str, set[int], set[int]]] = []

    def add(self, row: Any) -> None:
        """A new row that hangs on nothing here, or of which its owner knows already."""
        self._new[type(row)].append(row)

    def remove(self, row: Model) -> None:
        """A row that goes; its owner knows it already."""
        self._gone[type(row)].append(row.pk)

    def put(self, row: Model, name: str, value: Any) -> None:
        """A field of a row."""
        setattr(row, name, value)
        if row.pk is None:
            return
        self._changed[type(row)][row.pk] = row
        self._fields[type(row)].add(name)
        self._own[id(row)].add(name)

    def put_terms(self, owner: Any, name: str, terms: list[Any]) -> None:
        """The terms of a structure or of a way in."""
        before, after = {term.pk for term in getattr(owner, name).all()}, {term.pk for term in terms}
        setattr(owner, name, terms)
        self._terms.append((owner, name, before - after, after - before))

    def put_children(self, owner: Any, name: str, rows: list[Any]) -> None:
        """The rows that hang on one, in this order: what stays keeps its key, what is missing goes."""
        for place, row in enumerate(rows):
            if row.sort_order != place:
                self.put(row, "sort_order", place)
        kept = {row.pk for row in rows}
        for row in getattr(owner, name).all():
            if row.pk not in kept:
                self._gone[type(row)].append(row.pk)
        known = {id(row) for row in getattr(owner, name).all()}
        for row in rows:
            if row.pk is None and id(row) not in known:
                self._new[type(row)].append(row)
        setattr(owner, name, rows)

    def touch(self, structure: Structure) -> None:
        """A structure of which something changed, if only a line, says when that was."""
        if structure.pk is not None:
            self._changed[Structure][structure.pk] = structure
            self._fields[Structure].add("updated")

    def made(self, model: type[Model]) -> list[int]:
        """Keys of the new rows of a model, once they are written."""
        return [row.pk for row in self._new[model]]

    def changed(self, model: type[Model]) -> list[int]:
        """Keys of the known rows of a model that change."""
        return list(self._changed[model])

    def fields(self, row: Model) -> set[str]:
        """What is new of a row: all its own fields when it is new."""
        if row.pk is None:
            return {field.name for field in row._meta.concrete_fields if not field.is_relation and field.name != "id"}
        return self._own.get(id(row), set())

    def write(self) -> None:
        """Write all of it: some queries for each model, however many rows."""
        for model in reversed(ORDER):
            bulk.delete(model, self._gone[model])
        for model in ORDER:
            self._draw_codes(model)
            bulk.rewrite(model, list(self._changed[model].values()), self._fields[model])
            model._base_manager.bulk_create(self._new[model], batch_size=bulk.BATCH)
        self._write_terms()

    def _draw_codes(self, model: type[Any]) -> None:
        """Codes of new rows, drawn together: rows of one batch do not see each other."""
        rows = [row for row in self._new[model] if getattr(row, "code", None) == ""]
        for row, code in zip(rows, free_codes(model, len(rows)), strict=True):
            row.code = code

    def _write_terms(self) -> None:
        gone: dict[tuple[Any, str, str, int], list[int]] = defaultdict(list)
        new: dict[Any, list[Any]] = defaultdict(list)
        for owner, name, lost, won in self._terms:
            relation = type(owner)._meta.get_field(name)
            through = relation.remote_field.through
            own, term = relation.m2m_column_name(), relation.m2m_reverse_name()
            for key in lost:
                gone[through, own, term, key].append(owner.pk)
            new[through] += [through(**{own: owner.pk, term: key}) for key in won]
        for (through, own, term, key), owners in gone.items():
            through.objects.filter(**{term: key, f"{own}__in": owners}).delete()
        for through, rows in new.items():
            through.objects.bulk_create(rows, batch_size=bulk.BATCH)
