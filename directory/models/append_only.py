"""Rows that are written once: what happened is never rewritten, neither by a form nor by a script."""

from typing import Any, NoReturn

from django.db import models


class WrittenOnce(Exception):
    """Somebody tried to change or delete a row of a history."""


class AppendOnlyQuerySet(models.QuerySet):
    """Reads and adds; nothing else."""

    def update(self, **values: Any) -> NoReturn:
        raise WrittenOnce(f"{self.model._meta.label} is a history: rows are added, never changed.")

    def delete(self) -> NoReturn:
        raise WrittenOnce(f"{self.model._meta.label} is a history: rows are added, never deleted.")


class AppendOnly(models.Model):
    """A row of a history. `at` is the moment of what happened."""

    at = models.DateTimeField(db_index=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise WrittenOnce(f"{self._meta.label} is a history: rows are added, never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise WrittenOnce(f"{self._meta.label} is a history: rows are added, never deleted.")
