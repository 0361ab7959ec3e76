"""What limits and proofs forget, and when."""

from datetime import datetime

from django.utils import timezone

from core.access.models import DayKey, Spending, UsedProof


def forget_days(before: datetime) -> int:
    """Destroy the keys of the local days before the one of this moment."""
    return DayKey.objects.filter(day__lt=timezone.localdate(before)).delete()[0]


def forget_spendings(before: datetime) -> int:
    return Spending.objects.filter(began__lt=before).delete()[0]


def forget_proofs(before: datetime) -> int:
    """A proof is good for 30 minutes, so one that was used a day ago can never be used again."""
    return UsedProof.objects.filter(used__lt=before).delete()[0]
