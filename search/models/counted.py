"""Queries that found nothing."""

from __future__ import annotations

from django.db import models


class ZeroResult(models.Model):
    """How often words found nothing on a day; nothing of who typed them, and no words that may name a person."""

    query = models.CharField(max_length=80)
    language = models.CharField(max_length=5)
    day = models.DateField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("query", "language", "day"), name="search_nothing_once_a_day"),)

    def __str__(self) -> str:
        return self.query
