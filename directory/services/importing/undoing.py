"""What stood there before an import, kept as rows and put back as rows: also what a cell cannot say."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import F, Model, ProtectedError
from wagtail.blocks import StreamValue

from core import bulk
from directory.models.access import AccessPoint, ContactLine, Schedule
from directory.models.accessibility import AccessibilityFact
from directory.models.conditions import EligibilityRule, EligibilityRuleWords, RequiredDocument
from directory.models.exceptions import Closure, ClosureWords
from directory.models.offers import LanguageOffer
from directory.models.organisation import Organisation
from directory.models.place import Location, LocationWords
from directory.models.structure import Structure
from directory.models.verification import Verification
from directory.services.importing.pages import put_pages_back, unchanged
from directory.services.importing.writing import Writing

PIECE = 500
Tables = tuple[tuple[type[Model], str], ...]
Rows = dict[str, list[dict[str, Any]]]
# All that an import writes of a structure, parents first, each with the way to it.
OF_STRUCTURES: Tables = (
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
    (Closure, "structure"),
    (ClosureWords, "closure__structure"),
    (Closure, "access_point__structure"),
    (ClosureWords, "closure__access_point__structure"),
)
# The same of a location that several structures may share.
OF_PLACES: Tables = ((Location, "pk"), (LocationWords, "location"), (AccessibilityFact, "location"))
NOTHING = "{}"  # before a structure was made
MOMENTS = frozenset({"created", "updated"})  # of writing: no facts


class Before:
    """What an import found, gathered piece by piece while it writes."""

    def __init__(self) -> None:
        self._rows: dict[Tables, dict[int, str]] = {OF_STRUCTURES: {}, OF_PLACES: {}}
        self._fingerprints: dict[Tables, dict[int, str]] = {OF_STRUCTURES: {}, OF_PLACES: {}}
        self._made: dict[str, list[int]] = {"places": [], "bodies": []}
        self.pages: list[list[Any]] = []

    def keep(self, writing: Writing) -> None:
        """The rows as they are, before they are written; of what was kept already the first holds."""
        for tables, model in ((OF_STRUCTURES, Structure), (OF_PLACES, Location)):
            kept = self._rows[tables]
            found = rows_of([key for key in writing.changed(model) if key not in kept], tables)
            kept.update({key: as_text(rows) for key, rows in found.items()})

    def keep_after(self, writing: Writing) -> None:
        """Fingerprints of the rows as they are now, and what is new."""
        made = writing.made(Structure)
        self._rows[OF_STRUCTURES].update(dict.fromkeys(made, NOTHING))
        for tables, keys in (
            (OF_STRUCTURES, [*writing.changed(Structure), *made]),
            (OF_PLACES, writing.changed(Location)),
        ):
            self._fingerprints[tables].update({key: fingerprint(rows) for key, rows in rows_of(keys, tables).items()})
        self._made["places"] += writing.made(Location)
        self._made["bodies"] += writing.made(Organisation)

    def as_json(self) -> dict[str, Any]:
        """What the run keeps for the days in which it can be taken back."""
        return {
            "rows": self._rows[OF_STRUCTURES],
            "prints": self._fingerprints[OF_STRUCTURES],
            "place_rows": self._rows[OF_PLACES],
            "place_prints": self._fingerprints[OF_PLACES],
            "pages": self.pages,
            **self._made,
        }


def steps(before: Mapping[str, Any]) -> int:
    """How many things `put_back` tells of."""
    return len(before["rows"]) + len(before["pages"])


def put_back(before: Mapping[str, Any], *, by: Any, told: Callable[[int], Any] = int) -> tuple[list[int], list[int]]:
    """Bring structures back to what was; (keys that are as before, keys that were changed since)."""
    removable = unchanged(before["pages"])
    kept = _with_pages(before["rows"], removable)
    same = _unchanged(before["rows"], before["prints"], OF_STRUCTURES) - kept
    told(len(before["rows"]) - len(same))
    put_pages_back(before["pages"], {int(key) for key in same}, by=by, told=told)
    made = [int(key) for key in same if before["rows"][key] == NOTHING]
    # Past the guard of histories on purpose: of a structure that never was nobody has looked at anything.
    checks = Verification._base_manager.filter(structure__in=made)
    checks._raw_delete(checks.db)
    for piece in _pieces(same):
        _put(before["rows"], piece, OF_STRUCTURES)
        told(len(piece))
    _put(before["place_rows"], _unchanged(before["place_rows"], before["place_prints"], OF_PLACES), OF_PLACES)
    _remove_unused(Location, before["places"])
    _remove_unused(Organisation, before["bodies"])
    return [int(key) for key in before["rows"] if key in same], [int(key) for key in before["rows"] if key not in same]


def rows_of(keys: Iterable[int], tables: Tables) -> dict[int, Rows]:
    """The rows of structures or of locations by their key, as values that JSON takes."""
    found: dict[int, Rows] = defaultdict(lambda: defaultdict(list))
    keys = list(keys)
    for start in range(0, len(keys), PIECE):
        for model, path in tables:
            rows = model._base_manager.filter(**{f"{path}__in": keys[start : start + PIECE]}).order_by("pk")
            for row in rows.values(*_names(model), owner=F(path)):
                owner = row.pop("owner")
                found[owner][model._meta.label].append({name: _plain(value) for name, value in row.items()})
    return found


def as_text(rows: Rows) -> str:
    """Rows to be kept: a city of them as objects would be a hundred megabytes."""
    return json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False)


def fingerprint(rows: Rows) -> str:
    """The same for the same facts."""
    facts = {label: [_facts(row) for row in table] for label, table in rows.items()}
    return hashlib.sha256(json.dumps(facts, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()


def _unchanged(kept: Mapping[str, str], prints: Mapping[str, str], tables: Tables) -> set[str]:
    now = rows_of((int(key) for key in kept), tables)
    return {key for key in kept if fingerprint(now[int(key)]) == prints[key]}


def _pieces(keys: set[str]) -> Iterator[set[str]]:
    """Some hundred at a time: a city of rows as objects would be a hundred megabytes."""
    ordered = sorted(keys, key=int)
    return (set(ordered[start : start + PIECE]) for start in range(0, len(ordered), PIECE))


def _put(kept: Mapping[str, str], same: set[str], tables: Tables) -> None:
    before: dict[str, Rows] = {key: json.loads(kept[key]) for key in same}
    now = rows_of((int(key) for key in same), tables)
    models = list(dict.fromkeys(model for model, _path in tables))
    for model in reversed(models):
        label = model._meta.label
        stays = {row["id"] for rows in before.values() for row in rows.get(label, ())}
        there = {row["id"] for rows in now.values() for row in rows.get(label, ())}
        bulk.delete(model, sorted(there - stays))
    for model in models:
        label = model._meta.label
        there = {row["id"] for rows in now.values() for row in rows.get(label, ())}
        rows = [_row(model, values) for rows in before.values() for values in rows.get(label, ())]
        bulk.rewrite(model, [row for row in rows if row.pk in there], set(_fields(model)) - {"id", "created"})
        bulk.insert_as_is(model, [row for row in rows if row.pk not in there])


def _with_pages(kept: Mapping[str, str], removable: set[int]) -> set[str]:
    """Of new structures those of which readers know by more than what came with them."""
    made = [int(key) for key, rows in kept.items() if rows == NOTHING]
    structures = Structure.objects.filter(pk__in=made, pages__isnull=False, pages__alias_of__isnull=True)
    return {str(key) for key in structures.exclude(pages__in=removable).values_list("pk", flat=True)}


def _remove_unused(model: type[Model], keys: Iterable[int]) -> None:
    """What came with structures that are gone, unless somebody uses it meanwhile."""
    for row in model._base_manager.filter(pk__in=list(keys)):
        try:
            with transaction.atomic():
                row.delete()
        except ProtectedError:
            continue


def _names(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def _fields(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields]


def _plain(value: Any) -> Any:
    return json.dumps(list(value.raw_data)) if isinstance(value, StreamValue) else value


def _facts(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in MOMENTS}


def _row(model: type[Model], values: Mapping[str, Any]) -> Model:
    """A row of values that came through JSON."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: fields[name].to_python(value) for name, value in values.items()})
