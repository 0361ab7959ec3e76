"""What stood there before an import, kept as rows and put back as rows: also what a cell cannot say."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import F, Model
from wagtail.fields import StreamField

from core import bulk
from directory.models.access import AccessPoint, ContactLine, Schedule
from directory.models.conditions import EligibilityRule, EligibilityRuleWords, RequiredDocument
from directory.models.offers import LanguageOffer
from directory.models.structure import Structure

PIECE = 500
# All that an import writes, parents first, each with the way to its structure.
TABLES: tuple[tuple[type[Model], str], ...] = (
    (Structure, "pk"),
    (Structure.needs.through, "structure"),
    (Structure.target_groups.through, "structure"),
    (AccessPoint, "structure"),
    (AccessPoint.communities.through, "accesspoint__structure"),
    (ContactLine, "access_point__structure"),
    (Schedule, "access_point__structure"),
    (LanguageOffer, "structure"),
    (RequiredDocument, "structure"),
    (EligibilityRule, "structure"),
    (EligibilityRuleWords, "rule__structure"),
)
# Moments of writing are no facts.
NOTHING = "{}"  # before a structure was made
MOMENTS = frozenset({"created", "updated"})

Rows = dict[str, list[dict[str, Any]]]


def rows_of(structures: Iterable[int]) -> dict[int, Rows]:
    """The rows of structures by their key, as values that JSON takes."""
    found: dict[int, Rows] = defaultdict(lambda: defaultdict(list))
    keys = list(structures)
    for start in range(0, len(keys), PIECE):
        for model, path in TABLES:
            rows = model._base_manager.filter(**{f"{path}__in": keys[start : start + PIECE]}).order_by("pk")
            for row in rows.values(*_names(model), owner=F(path)):
                found[row.pop("owner")][model._meta.label].append(row)
    return found


def as_text(rows: Rows) -> str:
    """Rows to be kept: a city of them as objects would be a hundred megabytes."""
    return json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False)


def print_of(rows: Rows) -> str:
    """The same for the same facts."""
    facts = {label: [_facts(row) for row in table] for label, table in rows.items()}
    return hashlib.sha256(json.dumps(facts, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()


def put_back(kept: Mapping[str, str], prints: Mapping[str, str]) -> tuple[list[int], list[int]]:
    """Bring structures back to their rows; (keys that are as before, keys that were changed since)."""
    before: dict[str, Rows] = {key: json.loads(text) for key, text in kept.items()}
    now = rows_of(int(key) for key in before)
    told = _with_pages(key for key, rows in before.items() if not rows)
    same = [key for key in before if key not in told and print_of(now[int(key)]) == prints[key]]
    for model, _path in reversed(TABLES):
        label = model._meta.label
        stays = {row["id"] for key in same for row in before[key].get(label, ())}
        there = {row["id"] for key in same for row in now[int(key)].get(label, ())}
        bulk.delete(model, sorted(there - stays))
    for model, _path in TABLES:
        label = model._meta.label
        there = {row["id"] for key in same for row in now[int(key)].get(label, ())}
        rows = [_row(model, values) for key in same for values in before[key].get(label, ())]
        bulk.rewrite(model, [row for row in rows if row.pk in there], set(_fields(model)) - {"id", "created"})
        bulk.insert_as_is(model, [row for row in rows if row.pk not in there])
    return [int(key) for key in same], [int(key) for key in before if key not in same]


def _with_pages(made: Iterable[str]) -> set[str]:
    """Of new structures those of which readers know already."""
    structures = Structure.objects.filter(pk__in=[int(key) for key in made], pages__isnull=False)
    return {str(key) for key in structures.values_list("pk", flat=True)}


def _names(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if not isinstance(field, StreamField)]


def _fields(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if not isinstance(field, StreamField)]


def _facts(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in MOMENTS}


def _row(model: type[Model], values: Mapping[str, Any]) -> Model:
    """A row of values that came through JSON."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: fields[name].to_python(value) for name, value in values.items()})
