"""Many rows at once, past `save` and its signals: whoever writes so says itself what else must follow."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

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
