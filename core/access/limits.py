"""How often a network may do something. Counted in the database, so all processes count together."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.db import transaction

from core.access.models import Spending


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within a window that begins with the first of them."""

    name: str
    times: int
    within: timedelta


class TooOften(Exception):
    """The limit is reached; `minutes` until the window ends, at least one."""

    def __init__(self, wait: timedelta):
        super().__init__(wait)
        self.minutes = max(1, ceil(wait / timedelta(minutes=1)))


@transaction.atomic
def spend(limit: Limit, key: str, *, at: datetime) -> int:
    """Count one more; how many it are now. Raises TooOften, and then counts nothing."""
    row, _created = Spending.objects.select_for_update().get_or_create(
        limit=limit.name, key=key, defaults={"began": at}
    )
    if at - row.began >= limit.within:
        row.began, row.times = at, 0
    if row.times >= limit.times:
        raise TooOften(row.began + limit.within - at)
    row.times += 1
    row.save()
    return row.times


def spent(limit: Limit, key: str, *, at: datetime) -> int:
    """How often it happened in the window that runs now."""
    row = Spending.objects.filter(limit=limit.name, key=key, began__gt=at - limit.within).first()
    return row.times if row else 0
