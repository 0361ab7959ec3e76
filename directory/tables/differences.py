"""Two versions of a structure, cell by cell, in the words of the form: what somebody else saved meanwhile, and mine."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist

from directory.models.access import AccessPoint
from directory.models.structure import Structure
from directory.tables.columns import CHECK, POINT, SEASONS, STRUCTURE, Column

# Where a column is not called like its field.
FIELDS = {
    "name": "label", "groups": "target_groups", "languages": "language_offers", "eligibility": "rules",
    "organisation_code": "organisation", "source": "sources", "source_url": "sources", "phones": "lines",
    **dict.fromkeys(SEASONS, "schedules"),
}  # fmt: skip
LEFT_OUT = (*CHECK, "closures")


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact in both versions."""

    label: str
    theirs: str
    mine: str


def differences(theirs: Structure, mine: Structure) -> tuple[Difference, ...]:
    """Facts that differ; a way in that only one version has counts as a whole."""
    found = list(_differing(STRUCTURE, theirs, mine, ""))
    own = {point.pk: point for point in mine.access_points.all() if point.pk}
    for point in theirs.access_points.all():
        where = f"{point.get_channel_display()}: "
        if point.pk in own:
            found += _differing(POINT, point, own[point.pk], where)
        else:
            found.append(Difference(where.removesuffix(": "), point.code, "–"))
    return tuple(found)


def _differing(columns: tuple[Column, ...], theirs: Any, mine: Any, where: str) -> Iterator[Difference]:
    for column in columns:
        if column.name in LEFT_OUT:
            continue
        old, new = column.text(theirs), column.text(mine)
        if old != new:
            model = AccessPoint if where else Structure
            yield Difference(
                f"{where}{_label(model, column.name)}", _shown(model, column.name, old), _shown(model, column.name, new)
            )


def _label(model: Any, column: str) -> str:
    field = model._meta.get_field(FIELDS.get(column, column))
    return str(field.verbose_name if field.concrete else field.related_model._meta.verbose_name_plural)


def _shown(model: Any, column: str, value: str) -> str:
    try:
        choices = dict(getattr(model._meta.get_field(column), "flatchoices", ()))
    except FieldDoesNotExist:
        choices = {}
    return str(choices.get(value, value)) or "–"
