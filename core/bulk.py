"""Many rows at once, past `save` and its signals: whoever writes so says itself what else must follow."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

Row = TypeVar("Row", bound=Model)
BATCH = 500


def rewrite(model: type[Row], rows: Sequence[Row], fields: Iterable[str]) -> None:
    """Write these fields of rows that exist.

    One “insert or update” a batch; `bulk_update` makes a CASE of each row and field, which costs ten times as much.
    """
    if rows:
        model._base_manager.bulk_create(
            rows, batch_size=BATCH, update_conflicts=True, unique_fields=["pk"], update_fields=sorted(fields)
        )


def delete(model: type[Model], keys: Sequence[int]) -> None:
    """Delete rows; without their signals where nothing hangs on them."""
    for start in range(0, len(keys), BATCH):
        rows = model._base_manager.filter(pk__in=keys[start : start + BATCH])
        if model._meta.related_objects:
            rows.delete()
        else:
            rows._raw_delete(rows.db)


def insert_as_is(model: type[Row], rows: Sequence[Row]) -> None:
    """Insert rows with their keys and moments as they are (`bulk_create` writes “created” and “updated” anew)."""
    manager, fields = model._base_manager.all(), model._meta.concrete_fields
    for start in range(0, len(rows), BATCH):
        manager._insert(rows[start : start + BATCH], fields=fields, using=manager.db, raw=True)


def reset_sequences(models: Iterable[type[Model]]) -> None:
    """Let the database count on from the highest key, after rows were inserted with keys of their own."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
