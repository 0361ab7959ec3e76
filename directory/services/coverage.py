"""The record of the coverage at the end of each month."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from core.cache import purge
from directory.models.coverage import CoverageSnapshot
from directory.selectors.coverage import Kept, coverage
from directory.selectors.structures import listed


@transaction.atomic
def record_coverage(*, at: datetime, zone: ZoneInfo) -> CoverageSnapshot | None:
    """Record the month that ended last; None when it is recorded already, so it may be asked every night."""
    today = at.astimezone(zone).date()
    month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    if CoverageSnapshot.objects.filter(month=month).exists():
        return None
    shown = frozenset(listed(settings.LANGUAGE_CODE).values_list("pk", flat=True))
    matrix = coverage(Kept(shown), settings.LANGUAGE_CODE, checked_since=today)
    cells = [[area, channel, found] for (area, channel), found in matrix.counts().items() if found]
    purge("list:directory")
    return CoverageSnapshot.objects.create(month=month, taken_at=at, cells=cells)
