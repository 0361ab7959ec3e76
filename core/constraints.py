"""Conditions of the database, asked in memory: what `full_clean` asks with a query for each row and constraint.

The database has the last word. This is for many rows at once, so that the wrong one gets its sentence before.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Model, Q

_ASKED: Mapping[str, Callable[[Any, Any], bool]] = {
    "exact": lambda value, other: value == other,
    "in": lambda value, others: value in others,
    "gt": lambda value, other: value > other,
    "gte": lambda value, other: value >= other,
    "lt": lambda value, other: value < other,
    "lte": lambda value, other: value <= other,
    "startswith": lambda value, other: value.startswith(other),
    "regex": lambda value, pattern: re.search(pattern, value) is not None,
}


def check_constraints(row: Model) -> None:
    """Raise ValidationError for the first condition that a row (with cleaned fields) breaks."""
    for constraint in row._meta.constraints:
        if isinstance(constraint, CheckConstraint) and holds(constraint.condition, row) is False:
            raise ValidationError(
                constraint.get_violation_error_message(), code=constraint.violation_error_code or constraint.name
            )


def holds(condition: Q, row: Model) -> bool | None:
    """Whether a row meets a condition; None where the database would say NULL, which breaks no constraint."""
    answers = [holds(each, row) if isinstance(each, Q) else _answer(*each, row) for each in condition.children]
    deciding = condition.connector == Q.OR
    answer = deciding if deciding in answers else (None if None in answers else not deciding)
    return (None if answer is None else not answer) if condition.negated else answer


def _answer(path: str, asked: Any, row: Model) -> bool | None:
    name, _mark, lookup = path.partition("__")
    value = _value(row, name)
    if lookup == "isnull":
        return (value is None) == asked
    other = _value(row, asked.name) if isinstance(asked, F) else asked
    if value is None or other is None:
        # Django asks for `field=None` as IS NULL.
        return value is None if asked is None else None
    return _ASKED[lookup or "exact"](value, other)


def _value(row: Model, name: str) -> Any:
    asked = row._meta.get_field(name)
    key = getattr(row, asked.attname)
    # A row that is not written yet has no key; it is there all the same.
    return getattr(row, name) if key is None and asked.is_relation and asked.is_cached(row) else key
